"""The steps of the process file. A step that was released is never changed."""
