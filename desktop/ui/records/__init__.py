"""The parts of the records: the list of sessions, and one session to read."""
