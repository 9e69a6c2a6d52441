"""Who owns a vault's folder and files, and who else may read them."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from desktop.domain.errors import VaultForeignError
from desktop.storage.vault import layout

_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_PARTS: Final = (
    layout.SLOTS,
    *(f"{name}{log}" for name in (layout.RECORD, layout.PROCESS) for log in ("", "-wal", "-shm")),
    layout.COMMITS,
    layout.LOCK,
    layout.RESERVE,
)


def ensure_own(folder: Path) -> None:
    """Make sure that a vault belongs to who runs us; Windows has no such owners.

    Raises:
        VaultForeignError: the folder or a file belongs to another account.
    """
    if sys.platform == "win32":
        return
    me = os.geteuid()
    if any(found.st_uid != me for _, found in _parts(folder)):
        raise VaultForeignError


def loose(folder: Path) -> tuple[Path, ...]:
    """The parts of a vault that other accounts may read, write or enter."""
    if sys.platform == "win32":
        return ()
    return tuple(path for path, found in _parts(folder) if found.st_mode & _OTHERS)


def tighten(folder: Path) -> None:
    """Shut other accounts out, as far as the system lets us."""
    for path in loose(folder):
        mode = layout.FOLDER_MODE if path == folder else layout.FILE_MODE
        try:
            path.chmod(mode)
        except OSError:
            continue


def is_read_only(folder: Path) -> bool:
    """Whether nothing can be written in a vault."""
    places = (folder, *(folder / name for name in (layout.RECORD, layout.PROCESS)))
    return any(place.exists() and not os.access(place, os.W_OK) for place in places)


def _parts(folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
    for path in (folder, *(folder / name for name in _PARTS)):
        try:
            yield path, path.stat()
        except OSError:
            continue
