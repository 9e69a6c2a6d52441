"""Reads each page of a file before anything is written to it, without holding up the unlocking."""

from pathlib import Path
from threading import Thread
from typing import Final

from desktop.domain.errors import VaultDamagedError
from desktop.storage import sqlcipher
from desktop.storage.vault.keys import Secret

_CHECKS: Final = ("cipher_integrity_check",)
"""It compares each page with its authentication code, so no bit can be wrong unseen. That the
pages make sense together is looked at when a backup is made."""

_THOROUGH_CHECKS: Final = (*_CHECKS, "integrity_check")


class PageCheck:
    """A check of one file on a thread of its own, through a connection that only reads.

    As long as this connection is open, closing the other one does not bring a write-ahead log
    into the file. It is closed once the file was found sound, and else stays open until
    ``close``, so that a damaged file is left as it is.

    Raises:
        VaultDamagedError, VaultUnreadableError, VaultBusyError: as ``sqlcipher.open_to_read``.
    """

    def __init__(self, file: Path, key: Secret) -> None:
        self._file = file
        self._connection = sqlcipher.open_to_read(file, key)
        self._checks = _CHECKS
        self._sound = False
        self._closed = False
        self._thread = Thread(target=self._run, name=f"check of {file.name}", daemon=True)
        self._started = False

    @property
    def commits(self) -> int:
        """How many transactions the file knows of. To be asked before ``start``."""
        return sqlcipher.commits(self._connection)

    def start(self, *, thorough: bool = False) -> None:
        """Begin to read; ``thorough``: look at whether the pages make sense together, too."""
        self._checks = _THOROUGH_CHECKS if thorough else _CHECKS
        self._started = True
        self._thread.start()

    def wait(self) -> None:
        """Wait until all pages were read."""
        self._thread.join()

    def ensure_sound(self) -> None:
        """Wait until all pages were read.

        Raises:
            VaultDamagedError: one of them is damaged.
        """
        self.wait()
        if not self._sound:
            raise VaultDamagedError(self._file.name)

    def close(self) -> None:
        """Let go of the file; calling it again does nothing."""
        if self._started:
            self._thread.join()
        if not self._closed:
            self._closed = True
            self._connection.close()

    def _run(self) -> None:
        self._sound = not list(sqlcipher.findings(self._connection, self._checks))
        if self._sound:
            self._closed = True
            self._connection.close()
