"""The bytes of a vault that may not change unless something is saved."""

from pathlib import Path
from typing import Final

from desktop.storage.vault import layout
from tests.faults.sound import DATABASES

PARTS: Final = (
    layout.SLOTS,
    layout.COMMITS,
    *(f"{name}{log}" for name in DATABASES for log in ("", "-wal")),
)


def contents(folder: Path) -> dict[str, bytes]:
    """What the files hold that matter. SQLite may make its index of a log anew at any time, and
    an empty log says nothing."""
    found = {name: (folder / name).read_bytes() for name in PARTS if (folder / name).exists()}
    return {name: content for name, content in found.items() if content}
