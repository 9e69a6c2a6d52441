"""Private folders in which a backup is built or looked at; what a crash left of them is swept."""

import os
import shutil
import tempfile
from collections.abc import Generator
from contextlib import closing, contextmanager
from pathlib import Path
from secrets import token_hex
from typing import Final

from desktop.domain.errors import VaultError
from desktop.storage.vault import layout
from desktop.storage.vault.ownership import Ownership

_START: Final = ".turnstone-making-"


@contextmanager
def scratch(place: Path) -> Generator[Path]:
    """A new private folder in a place, removed with all that is in it when the block ends.

    Whatever is written there must be encrypted. Raises OSError, VaultUnreadableError.
    """
    _sweep(place)
    folder = place / f"{_START}{token_hex(8)}"
    layout.make_folder(folder)
    try:
        with closing(Ownership(folder)):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def place_for_scratch(usual: Path) -> Path:
    """The usual place, or the system's folder for temporary files where that can't be used."""
    usable = usual.is_dir() and os.access(usual, os.W_OK)
    return usual if usable else Path(tempfile.gettempdir())


def _sweep(place: Path) -> None:
    """Remove what a crash left, unless its maker still lives."""
    for left in place.glob(f"{_START}*"):
        try:
            with closing(Ownership(left)):
                pass
        except VaultError:
            continue
        shutil.rmtree(left, ignore_errors=True)
