"""The commands of ``turnstone``: what it does without a window."""
