"""Thin models: frozen rows in, named roles out."""
