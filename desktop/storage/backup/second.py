"""A copy of each backup in a second folder, such as one on a USB stick."""

import hashlib
import os
from pathlib import Path
from secrets import token_hex

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.errors import BackupFailedError
from desktop.storage.backup import failing, names
from desktop.storage.backup.listing import listed, seen, thin
from desktop.storage.backup.reader import CHUNK
from desktop.storage.vault import layout


def ensure_usable(second: Path, vault: Path) -> None:
    """Make sure that a folder is there, and apart from the vault.

    Raises:
        BackupFailedError: ``no-folder`` or ``inside``.
    """
    if not second.is_dir():
        raise BackupFailedError("no-folder")
    if second.resolve().is_relative_to(vault.resolve()):
        raise BackupFailedError("inside")


def copy_to(second: Path, vault: Path, backup: Backup, vault_id: str, now: int) -> Backup:
    """Copy a backup to the second folder, unless it is there already, and thin those of the vault.

    The copy is read back from the disk before it gets its name. ``now`` is a wall time in ms.

    Raises:
        BackupFailedError: ``no-folder``, ``inside``, ``disk-full``, ``read-only`` or ``disk``.
    """
    ensure_usable(second, vault)
    there = listed(second, BackupPlace.SECOND, vault_id)
    same = [
        copy
        for copy in there
        if copy.state is BackupState.GOOD
        and (copy.made_at, copy.size) == (backup.made_at, backup.size)
    ]
    with failing.making():
        copied = same[0] if same else _copied(second, Path(backup.path), vault_id)
    thin(listed(second, BackupPlace.SECOND, vault_id), now)
    return copied


def _copied(second: Path, source: Path, vault_id: str) -> Backup:
    start = f".{vault_id}-"
    for left in second.glob(f"{start}*.part"):  # a crash left it
        left.unlink(missing_ok=True)
    part = second / f"{start}{token_hex(8)}.part"
    failing.ensure_room(second, source.stat().st_size)
    try:
        digest = _written(source, part)
        if _read_back(part) != digest:
            raise BackupFailedError("disk")
        target = names.free_name(second, source.name.removesuffix(names.ENDING), names.ENDING)
        part.rename(target)
        layout.sync_folder(second)
    finally:
        part.unlink(missing_ok=True)
    return seen(target, BackupPlace.SECOND, vault_id)


def _written(source: Path, part: Path) -> str:
    """Copy a file and bring it to the disk; returns the SHA-256 of what was read."""
    layout.make_file(part)
    sha256 = hashlib.sha256()
    with source.open("rb") as content, part.open("r+b") as out:
        while chunk := content.read(CHUNK):
            sha256.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
        _forget(out.fileno())
    return sha256.hexdigest()


def _read_back(part: Path) -> str:
    with part.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _forget(handle: int) -> None:
    """Ask the system to read the file from the disk again, and not from its memory."""
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(handle, 0, 0, os.POSIX_FADV_DONTNEED)
