"""The steps of the record file. A step that was released is never changed."""
