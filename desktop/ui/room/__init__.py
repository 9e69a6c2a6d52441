"""The room while a session is going on: what is asked there becomes an event, and is saved."""
