"""One running Turnstone owns a vault; a second one is told so."""

import contextlib
from pathlib import Path
from typing import Final

from desktop.domain.errors import VaultUnreadableError
from desktop.storage import faults
from desktop.storage.sqlcipher import connect, driver
from desktop.storage.vault import layout

PATIENCE: Final = 0.2
"""Seconds to wait for another who may only be looking whether the folder is free."""


class Ownership:
    """A lock on a vault folder, held until ``close`` or the end of the process.

    It is SQLite's own lock on an empty file, which holds on all systems, is not handed down to
    child processes, and is let go by the system when the process is killed. It is not taken on
    the databases themselves: closing any other handle of those would drop it.

    Raises:
        VaultBusyError: another process, or another vault of this one, holds the folder.
        VaultUnreadableError: the lock file can't be made or opened.
    """

    def __init__(self, folder: Path) -> None:
        file = folder / layout.LOCK
        try:
            with contextlib.suppress(FileExistsError):
                layout.make_file(file)
            self._connection = connect(file, timeout=PATIENCE)
        except (OSError, driver.DatabaseError) as error:
            raise VaultUnreadableError(file.name) from error
        try:
            self._connection.execute("PRAGMA journal_mode = OFF")  # no second file beside it
            self._connection.execute("BEGIN EXCLUSIVE")
        except driver.DatabaseError as error:
            self._connection.close()
            raise faults.opening(error, file) from error

    def close(self) -> None:
        """Let the folder go. Calling it again does nothing."""
        self._connection.close()
