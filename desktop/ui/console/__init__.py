"""The console: what the guide sees and presses, and the room that a couple drives by itself."""
