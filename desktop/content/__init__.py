"""Reads exercises, decks and wheels from TOML into the domain's own types."""
