"""Whether a backup could be put back: every byte is compared, and both databases are opened."""

from pathlib import Path

from desktop.domain.errors import (
    BackupDamagedError,
    NewerBackupError,
    NewerVaultError,
    SlotsDamagedError,
    VaultDamagedError,
)
from desktop.storage.backup import databases, failing
from desktop.storage.backup.reader import BackupFile
from desktop.storage.backup.scratch import scratch
from desktop.storage.vault import layout, slot_file
from desktop.storage.vault.keys import VaultKeys
from desktop.storage.vault.passphrase import Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import open_slots


def verify(file: Path, keys: VaultKeys, place: Path) -> None:
    """Make sure that a backup of the vault with these keys could be put back.

    It is unpacked, encrypted as it is, into a private folder in ``place``.

    Raises:
        BackupDamagedError, BackupMissingError, NewerBackupError: it could not.
        RestoreFailedError: there is no room to unpack it, or no right to.
    """
    with failing.restoring(), BackupFile(file) as backup:
        backup.ensure_sealed(keys)
        with scratch(place) as folder:
            unpack_slots(backup, folder)
            try:
                slot_file.ensure_sealed(slot_file.read(folder / layout.SLOTS), keys)
            except SlotsDamagedError as error:
                raise BackupDamagedError("inside") from error
            unpack_databases(backup, folder, keys)


def ensure_opens(file: Path, secret: Passphrase | RecoveryKey, place: Path) -> None:
    """Make sure that a secret opens a backup, whose databases are not looked at. Slow.

    Raises:
        BackupMissingError, RestoreFailedError: see ``verify``.
        The others: as for ``opened_by``.
    """
    with failing.restoring(), BackupFile(file) as backup, scratch(place) as folder:
        unpack_slots(backup, folder)
        opened_by(backup, folder, secret)


def unpack_slots(backup: BackupFile, folder: Path) -> None:
    """Write the key slots of a backup into a private folder. Raises as ``BackupFile.unpack``."""
    backup.unpack(folder, layout.SLOTS)


def opened_by(backup: BackupFile, folder: Path, secret: Passphrase | RecoveryKey) -> VaultKeys:
    """The keys of the slots that were unpacked into a folder, which sealed the backup, too. Slow.

    Raises:
        WrongPassphraseError, WrongRecoveryKeyError, NotEnoughMemoryError: see ``open_slots``.
        BackupDamagedError, NewerBackupError: slots or seal are not sound.
    """
    try:
        keys = open_slots(folder, secret)
    except SlotsDamagedError as error:
        raise BackupDamagedError("inside") from error
    except NewerVaultError as error:
        raise NewerBackupError from error
    if backup.content.vault != keys.vault:
        raise BackupDamagedError("tampered")
    backup.ensure_sealed(keys)
    return keys


def unpack_databases(backup: BackupFile, folder: Path, keys: VaultKeys) -> None:
    """Write both databases of a sealed backup into a private folder, and read all of them.

    Raises:
        BackupDamagedError, BackupMissingError, NewerBackupError: they are not sound.
        OSError: they can't be written.
    """
    content = backup.content
    failing.ensure_room(folder, content.record.size + content.process.size)
    counted = {layout.RECORD: content.record.commits, layout.PROCESS: content.process.commits}
    for name, count in counted.items():
        backup.unpack(folder, name)
        try:
            found = databases.checked(folder / name, keys)
        except VaultDamagedError as error:
            raise BackupDamagedError("inside") from error
        except NewerVaultError as error:
            raise NewerBackupError from error
        if found != count:
            raise BackupDamagedError("inside")
