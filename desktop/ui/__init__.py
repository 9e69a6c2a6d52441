"""The windows. They see services and the types of the domain only."""
