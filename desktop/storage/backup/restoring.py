"""Putting a vault back out of a backup. The one that was there is kept beside it."""

import shutil
import sys
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from secrets import token_hex

from desktop.domain.backups import BackupPlace, BackupState
from desktop.domain.errors import VaultDamagedError, VaultMissingError
from desktop.domain.ports import SettingKey
from desktop.storage import sqlcipher
from desktop.storage.backup import databases, failing, names
from desktop.storage.backup.finishing import finish_restore, is_taken, put_in_place
from desktop.storage.backup.listing import listed
from desktop.storage.backup.reader import BackupFile
from desktop.storage.backup.scratch import scratch
from desktop.storage.backup.verifying import opened_by, unpack_databases, unpack_slots
from desktop.storage.vault import layout, retired, slot_file
from desktop.storage.vault.keys import VaultKeys
from desktop.storage.vault.ownership import Ownership
from desktop.storage.vault.passphrase import Passphrase
from desktop.storage.vault.recovery import RecoveryKey


def restore(folder: Path, file: Path, secret: Passphrase | RecoveryKey, now: int) -> Path | None:
    """Put a backup in the place of the vault in a folder, by a secret that opened it then. Slow.

    The backup is proved sound before anything is touched. After a crash at any instant the old
    vault or the new one is there, once ``finish_restore`` was asked. ``now`` is a wall time in
    ms. Returns where the replaced vault lies; None when there was none.

    Raises:
        BackupDamagedError, BackupMissingError, NewerBackupError: the backup can't be used.
        WrongPassphraseError, WrongRecoveryKeyError, NotEnoughMemoryError: see ``open_slots``.
        VaultBusyError: a running Turnstone has the vault.
        RestoreFailedError: there is no room, or the folder can't be written to.
        VaultUnreadableError: the system does not let us see whether the vault is free.
    """
    with ExitStack() as held:
        with failing.restoring():
            folder.parent.mkdir(mode=layout.FOLDER_MODE, parents=True, exist_ok=True)
            finish_restore(folder)
        if folder.is_dir() and is_taken(folder):
            held.enter_context(_owned(folder))
        with failing.restoring():
            ready = _built(folder, file, secret, held)
            try:
                return _swap(ready, folder, now, held)
            finally:
                shutil.rmtree(ready, ignore_errors=True)


def restore_slots(folder: Path, file: Path, secret: Passphrase | RecoveryKey, now: int) -> None:
    """Put only the file of key slots back, where the databases are sound and newer. Slow.

    The slots that were there, if any, are kept beside it. Nothing is touched unless the secret
    opens the slots of the backup, and their keys open both databases.

    Raises:
        VaultMissingError: there are no databases.
        VaultDamagedError: the keys do not open one of them.
        SlotsDamagedError: ``put-back``, since a key in the backup was withdrawn later. The whole
            backup can still be put back, in the place of the whole vault.
        The others: as ``restore``.
    """
    if not any((folder / name).exists() for name in databases.PURPOSES):
        raise VaultMissingError
    with _owned(folder), failing.restoring(), scratch(folder) as unpacked:
        with BackupFile(file) as backup:
            unpack_slots(backup, unpacked)
            keys = opened_by(backup, unpacked, secret)
        _ensure_fits(folder, keys)
        _ensure_not_withdrawn(folder, unpacked / layout.SLOTS, keys)
        slots = folder / layout.SLOTS
        if slots.exists():
            stem = f"{layout.SLOTS}-replaced-{names.stamp(now)}"
            layout.copy_file(slots, names.free_name(folder, stem))
        layout.replace_file(slots, (unpacked / layout.SLOTS).read_bytes())


def _owned(folder: Path) -> ExitStack:
    """The lock on a vault, held while it is replaced; one whose lock is damaged has no owner."""
    held = ExitStack()
    with suppress(VaultDamagedError):
        held.enter_context(closing(Ownership(folder)))
    return held


def _built(folder: Path, file: Path, secret: Passphrase | RecoveryKey, held: ExitStack) -> Path:
    """A whole vault beside the folder, ready to take its place, and ours as long as is held."""
    word = token_hex(8)
    building = layout.beside(folder, word, "new")
    ready = layout.beside(folder, word, "restored")
    layout.make_folder(building)
    try:
        held.enter_context(closing(Ownership(building)))
        with BackupFile(file) as backup:
            unpack_slots(backup, building)
            keys = opened_by(backup, building, secret)
            unpack_databases(backup, building, keys)
        _take_backups_along(folder, building, keys)
        layout.sync_folder(building)
        _let_rename(held)
        building.rename(ready)
        layout.sync_folder(folder.parent)
    except BaseException:
        shutil.rmtree(building, ignore_errors=True)
        raise
    return ready


def kept_as(folder: Path, now: int) -> Path:
    """Where the vault in a folder would be kept if it was replaced now."""
    return names.free_name(folder.parent, f"{folder.name}-replaced-{names.stamp(now)}")


def _swap(ready: Path, folder: Path, now: int, held: ExitStack) -> Path | None:
    """Let the vault that stands ready take the place of the one that is there."""
    _let_rename(held)
    if not is_taken(folder):
        put_in_place(ready, folder)
        return None
    replaced = kept_as(folder, now)
    folder.rename(replaced)
    try:
        put_in_place(ready, folder)
    except OSError:
        if not folder.exists():
            replaced.rename(folder)
        raise
    return replaced


def _let_rename(held: ExitStack) -> None:
    """Windows renames no folder of which a file is open; and there an open file is lock enough."""
    if sys.platform == "win32":
        held.close()


def _take_backups_along(folder: Path, building: Path, keys: VaultKeys) -> None:
    """Give the new vault the backups of the one that it replaces, so that its list is whole.

    A name for the same file costs no room; where the disk knows no such thing, it is copied.
    """
    there = listed(folder / layout.BACKUPS, BackupPlace.VAULT, keys.vault)
    ours = [Path(backup.path) for backup in there if backup.state is not BackupState.ELSEWHERE]
    if not ours:
        return
    layout.make_folder(building / layout.BACKUPS)
    for path in ours:
        with suppress(OSError):
            _link_or_copy(path, building / layout.BACKUPS / path.name)
    layout.sync_folder(building / layout.BACKUPS)


def _link_or_copy(path: Path, target: Path) -> None:
    try:
        target.hardlink_to(path)
    except OSError:
        layout.copy_file(path, target)


def _ensure_fits(folder: Path, keys: VaultKeys) -> None:
    """Make sure that the keys open both databases of a vault; nothing is written to them."""
    for name, purpose in databases.PURPOSES.items():
        with closing(sqlcipher.open_to_read(folder / name, keys.derived(purpose))):
            pass


def _ensure_not_withdrawn(folder: Path, slots: Path, keys: VaultKeys) -> None:
    """Make sure that the record knows of no slot among these that was withdrawn."""
    ids = {
        slot_file.header_of(slot).id for slot in slot_file.content_of(slot_file.read(slots)).slots
    }
    key = keys.derived(databases.PURPOSES[layout.RECORD])
    with closing(sqlcipher.open_to_read(folder / layout.RECORD, key)) as record:
        retired.settle(_AsKept(record), frozenset(ids), keys.slot)


class _AsKept:
    """The settings in a record file, only to be read."""

    def __init__(self, record: sqlcipher.RawConnection) -> None:
        self._kept = dict(record.execute("SELECT key, value FROM setting").fetchall())

    def get(self, key: SettingKey) -> str | None:
        return self._kept.get(key.value)

    def put(self, key: SettingKey, value: str) -> None:
        """The next unlocking brings the record up to date."""
