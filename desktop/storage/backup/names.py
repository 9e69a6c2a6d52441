"""How backups are called."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

ENDING: Final = ".turnstone-backup"


def stamp(at: int) -> str:
    """A wall time in ms as it stands in names of files, such as ``2026-11-23T140000Z``."""
    return datetime.fromtimestamp(at // 1000, UTC).strftime("%Y-%m-%dT%H%M%SZ")


def free_name(folder: Path, stem: str, ending: str = "") -> Path:
    """A name that nothing in the folder has: the stem, with a number when it is taken."""
    return next(path for path in _names(folder, stem, ending) if not path.exists())


def _names(folder: Path, stem: str, ending: str) -> Iterator[Path]:
    yield folder / f"{stem}{ending}"
    number = 2
    while True:
        yield folder / f"{stem}-{number}{ending}"
        number += 1
