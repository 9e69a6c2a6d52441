"""A little room that is kept for the day on which the disk is full.

Deleting and saving need some room of their own, so on a full disk neither would work. The room
is let go at the first save that finds none.
"""

import os
from pathlib import Path
from typing import Final

from desktop.storage.vault import layout

BYTES: Final = 4 * 1024 * 1024
"""Room for about an hour of events and notes: SQLite's log is brought into its file, and begun
anew, every 4 MB."""


class Reserve:
    """The file ``reserve`` in a vault's folder."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / layout.RESERVE

    @property
    def is_full(self) -> bool:
        """Whether the room is kept."""
        try:
            return self._file.stat().st_size == BYTES
        except OSError:
            return False

    def fill(self) -> bool:
        """Keep the room, unless it is kept already; False when the disk has none to spare."""
        if self.is_full:
            return True
        self.free()
        try:
            # Random bytes, since some file systems keep no room for zeros.
            layout.make_file(self._file, os.urandom(BYTES))
        except OSError:
            self.free()
            return False
        return True

    def free(self) -> bool:
        """Let the room go; False when there was none."""
        try:
            self._file.unlink()
        except OSError:
            return False
        return True
