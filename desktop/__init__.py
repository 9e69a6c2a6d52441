"""Turnstone: two people take turns as speaker and listener."""

__version__ = "0.1.0"
