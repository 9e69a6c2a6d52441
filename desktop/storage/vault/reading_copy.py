"""A vault in a folder where nothing can be written is read from a copy.

SQLite needs to write beside a file even to read it. So the files, encrypted as they are, are
copied into a private folder among the system's temporary ones, which goes when the vault closes.
"""

import shutil
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from desktop.domain.errors import VaultBusyError, VaultUnreadableError
from desktop.storage.vault import layout
from desktop.storage.vault.ownership import Ownership

_PREFIX: Final = "turnstone-reading-"
_COPIED: Final = (
    layout.SLOTS,
    *(f"{name}{log}" for name in (layout.RECORD, layout.PROCESS) for log in ("", "-wal")),
    layout.COMMITS,
)


class ReadingCopy:
    """A copy of a vault, held until ``close``. What a crash left of others is removed.

    Raises:
        VaultUnreadableError: the system does not hand a file out, or has no room for the copy.
    """

    def __init__(self, vault: Path) -> None:
        _sweep()
        try:
            self.folder: Final = Path(tempfile.mkdtemp(prefix=_PREFIX))  # its mode is 0700
            self._ownership = Ownership(self.folder)
            for name in _COPIED:
                if (vault / name).exists():
                    layout.copy_file(vault / name, self.folder / name)
        except OSError as error:
            raise VaultUnreadableError(vault.name) from error

    def close(self) -> None:
        """Remove the copy; calling it again does nothing."""
        self._ownership.close()
        shutil.rmtree(self.folder, ignore_errors=True)


def _sweep() -> None:
    """Remove the copies of processes that are no more."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        try:
            with closing(Ownership(left)):
                pass
        except (VaultBusyError, VaultUnreadableError):  # in use, or another account's
            continue
        shutil.rmtree(left, ignore_errors=True)
