"""Which backups there are, told without any key."""

from pathlib import Path
from typing import Final

import msgspec

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.errors import BackupError, NewerBackupError
from desktop.domain.thinning import dropped
from desktop.storage.backup.names import ENDING
from desktop.storage.backup.reader import BackupFile
from desktop.storage.vault import layout
from desktop.storage.vault.slot_file import Id

_LARGEST: Final = 1024 * 1024


def listed(folder: Path, place: BackupPlace, vault: str | None) -> tuple[Backup, ...]:
    """The backups in a folder, newest first; none when the folder can't be read.

    ``vault`` is the id of the vault to which they should belong, None when it is not known.
    """
    try:
        files = [path for path in folder.iterdir() if path.name.endswith(ENDING)]
    except OSError:
        return ()
    backups = [seen(path, place, vault) for path in files if path.is_file()]
    return tuple(sorted(backups, key=_age, reverse=True))


def seen(path: Path, place: BackupPlace, vault: str | None) -> Backup:
    """What can be told of one backup by its manifest and its size."""
    made_at, state = None, BackupState.GOOD
    try:
        with BackupFile(path) as backup:
            made_at = backup.content.made_at
            if vault not in (None, backup.content.vault):
                state = BackupState.ELSEWHERE
    except NewerBackupError:
        state = BackupState.NEWER
    except BackupError:
        state = BackupState.DAMAGED
    return Backup(path=str(path), place=place, made_at=made_at, size=_size(path), state=state)


def thin(backups: tuple[Backup, ...], now: int) -> None:
    """Drop what is too many by ``domain.thinning``; what is not good or ours is left alone."""
    good = [backup for backup in backups if backup.state is BackupState.GOOD]
    gone = dropped((at for at in (backup.made_at for backup in good) if at is not None), now)
    for backup in good:
        if backup.made_at in gone:
            try:
                Path(backup.path).unlink()
            except OSError:
                continue  # it is dropped another time


class _Named(msgspec.Struct, frozen=True):
    vault: Id


class _Slots(msgspec.Struct, frozen=True):
    content: _Named


_decoder = msgspec.json.Decoder(_Slots)


def vault_in(folder: Path) -> str | None:
    """The id by which a vault's slots call it; None when they can't be read."""
    try:
        with (folder / layout.SLOTS).open("rb") as file:
            return _decoder.decode(file.read(_LARGEST)).content.vault
    except (OSError, msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _age(backup: Backup) -> tuple[int, str]:
    return (-1 if backup.made_at is None else backup.made_at), backup.path


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
