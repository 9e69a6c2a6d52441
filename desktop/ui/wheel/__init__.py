"""The emotion wheel: its geometry, the widget, and the screen round it."""
