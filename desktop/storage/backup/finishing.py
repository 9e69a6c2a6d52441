"""The last steps of putting a vault back, which a crash may have cut short.

A vault is built as ``.vault-….new`` beside the folder ``vault``. Once it is whole and on the disk
it is called ``.vault-….restored``; then the vault that was there is renamed to
``vault-replaced-…``, and the new one to ``vault``. So whoever comes after a crash knows what to do:
where there is no vault, a whole one that stands ready belongs in its place; where there is one, it
was not replaced yet, and what stands ready is only a copy of a backup.

To be asked before each start, so nothing is imported before there is something to do.
"""

import re
import shutil
from contextlib import closing
from pathlib import Path
from typing import Final

from desktop.storage.vault import layout

_READY: Final = re.compile(r"\.(.+)-[0-9a-f]+\.(?:new|restored)")


def finish_restore(folder: Path) -> bool:
    """Put a vault in its place that a crash left ready beside it; True when that was done.

    What is no longer needed is removed. What another process is at work on is left alone.

    Raises:
        OSError: the system does not let us.
    """
    for left in _left(folder, "new"):
        shutil.rmtree(left, ignore_errors=True)
    ready = _left(folder, "restored")
    if not ready:
        return False
    if is_taken(folder):
        for left in ready:
            shutil.rmtree(left, ignore_errors=True)
        return False
    if len(ready) > 1:  # nobody could tell which one
        return False
    put_in_place(ready[0], folder)
    return True


def finish_all(parent: Path) -> None:
    """Do so for each vault in a folder that a crash left standing ready. Raises OSError."""
    if parent.is_dir():
        left = map(_READY.fullmatch, [path.name for path in parent.iterdir()])
        for name in {found[1] for found in left if found is not None}:
            finish_restore(parent / name)


def is_taken(folder: Path) -> bool:
    """Whether anything but an empty folder is there."""
    if folder.is_dir():
        return any(folder.iterdir())
    return folder.exists() or folder.is_symlink()


def put_in_place(ready: Path, folder: Path) -> None:
    """Rename a vault that stands ready; an empty folder may be in its place. Raises OSError."""
    if folder.is_dir():
        folder.rmdir()
    ready.rename(folder)
    layout.sync_folder(folder.parent)


def _left(folder: Path, state: str) -> list[Path]:
    """What a crash left of vaults that were built, without those that somebody is at work on."""
    return [path for path in layout.all_beside(folder, state) if _is_free(path)]


def _is_free(folder: Path) -> bool:
    from desktop.domain.errors import VaultError
    from desktop.storage.vault.ownership import Ownership

    try:
        with closing(Ownership(folder)):
            return True
    except VaultError:
        return False
