"""The backups of a vault as the app makes them, and what must hold of each."""

from pathlib import Path

from desktop.domain.backups import BackupPlace, BackupState
from desktop.domain.errors import BackupError
from desktop.services.backups import BackupService
from desktop.services.clock import SystemClock
from desktop.storage.backup.listing import listed
from desktop.storage.backup.verifying import verify
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys
from tests.faults.kind import LostError


def service_of(vault: Vault) -> BackupService:
    """The service that makes the backups of an open vault."""
    source = vault.source
    return BackupService(source, source.folder, vault.settings, SystemClock(), vault.bring_in_logs)


def whole_ones(folder: Path, keys: VaultKeys, scratch: Path) -> dict[str, Path]:
    """The backups in a folder by their names; each is read through.

    Raises:
        LostError: one of them could not be put back.
    """
    backups = listed(folder, BackupPlace.VAULT, keys.vault)
    for backup in backups:
        if backup.state is not BackupState.GOOD:
            raise LostError(f"a backup is {backup.state.value}")
        try:
            verify(Path(backup.path), keys, scratch)
        except BackupError as error:
            raise LostError("a backup can't be put back") from error
    return {Path(backup.path).name: Path(backup.path) for backup in backups}
