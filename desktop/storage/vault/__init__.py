"""The vault folder: its key slots, its lock against a second owner, and the way in."""
