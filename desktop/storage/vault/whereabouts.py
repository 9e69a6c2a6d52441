"""Whether an open file is still the one that its name leads to.

A file can be renamed, deleted or replaced while it is open, by a synchronising program for one.
What is saved then goes into a file that nobody finds again.
"""

from pathlib import Path
from typing import Final

from desktop.domain.errors import NotSavedError


class Whereabouts:
    """Knows a database file and its write-ahead log by what the system calls them.

    To be made right after the file was opened. A log that is not there yet is known from the
    first look on at which it is.
    """

    def __init__(self, file: Path) -> None:
        self._file: Final = file
        self._log: Final = file.with_name(f"{file.name}-wal")
        self._file_id = _identity(file)
        self._log_id = _identity(self._log)

    def ensure_same(self) -> None:
        """Make sure that both are still in their place.

        Raises:
            NotSavedError: one of them was moved, deleted or replaced.
        """
        log_id = _identity(self._log)
        if self._log_id is None:
            self._log_id = log_id
        if self._file_id is None or _identity(self._file) != self._file_id:
            raise NotSavedError("moved")
        if log_id != self._log_id:
            raise NotSavedError("moved")


def _identity(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
