"""Exercises as data: the format, its checker, and the words of another language."""
