"""Widgets that all screens share; each paints itself from the look it is given."""
