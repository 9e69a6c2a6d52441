"""Whole pages of the main window: they show frozen data and say what was pressed."""
