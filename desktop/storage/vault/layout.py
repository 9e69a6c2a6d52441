"""What lies in a vault folder, and how its files are made.

Folders have the mode 0700 and files 0600 from their first instant, whatever the umask is.
"""

import os
import re
import shutil
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Final

SLOTS: Final = "slots.json"
RECORD: Final = "record.db"
PROCESS: Final = "process.db"
LOCK: Final = "lock"
COMMITS: Final = "commits"
RESERVE: Final = "reserve"
COPY: Final = "before-upgrade"
BACKUPS: Final = "backups"

FOLDER_MODE: Final = 0o700
FILE_MODE: Final = 0o600


def exists(folder: Path) -> bool:
    """Whether the folder holds a vault, sound or not. Reads nothing and needs no library."""
    return any((folder / name).exists() for name in (SLOTS, RECORD, PROCESS))


def make_folder(folder: Path) -> None:
    """Make a private folder; raises FileExistsError."""
    folder.mkdir(mode=FOLDER_MODE)


def make_file(file: Path, content: bytes = b"") -> None:
    """Make a private file with that content and bring it to the disk; raises FileExistsError."""
    with _new_file(file) as out:
        out.write(content)
        _sync(out)


def copy_file(source: Path, file: Path) -> None:
    """Make a private copy of a file and bring it to the disk; raises FileExistsError."""
    with source.open("rb") as content, _new_file(file) as out:
        shutil.copyfileobj(content, out)
        _sync(out)


def replace_file(file: Path, content: bytes) -> None:
    """Put new content in a private file's place: after a crash the old or the new is there."""
    beside = file.with_name(f".{file.name}-{os.urandom(8).hex()}")
    try:
        make_file(beside, content)
        beside.replace(file)
    finally:
        beside.unlink(missing_ok=True)
    sync_folder(file.parent)


def sweep_beside(file: Path) -> None:
    """Remove what a crash left of new content for a file. The folder must be ours alone."""
    with suppress(OSError):  # it does no harm, and can be swept when the folder can be written to
        for left in file.parent.glob(f".{file.name}-*"):
            left.unlink()


def beside(folder: Path, word: str, state: str) -> Path:
    """Where a vault for a folder is built: in ``state`` ``new``, or ``restored`` once it is whole.

    ``word`` is random and hexadecimal.
    """
    return folder.with_name(f".{folder.name}-{word}.{state}")


def all_beside(folder: Path, state: str) -> list[Path]:
    """What lies beside a folder in a state, of vaults that are built or were left by a crash."""
    if not folder.parent.is_dir():
        return []
    pattern = re.compile(rf"\.{re.escape(folder.name)}-[0-9a-f]+\.{state}")
    return [path for path in folder.parent.iterdir() if pattern.fullmatch(path.name)]


def sync_folder(folder: Path) -> None:
    """Bring a folder's list of names to the disk, where the system has such a call."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _new_file(file: Path) -> BinaryIO:
    flags = os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(file, flags, FILE_MODE), "wb")


def _sync(out: BinaryIO) -> None:
    out.flush()
    os.fsync(out.fileno())
