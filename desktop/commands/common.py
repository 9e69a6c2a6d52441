"""What the commands share: the folders and the open vault."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from desktop.commands.passphrase import read_passphrase
from desktop.content.library import Library
from desktop.domain.errors import VaultMissingError
from desktop.domain.ports import Clock
from desktop.services.backups import finish_restore
from desktop.services.clock import SystemClock
from desktop.services.vault import OpenVault, VaultDoor
from desktop.services.vault_places import vault_in


def door(data_dir: Path, clock: Clock | None = None) -> VaultDoor:
    """The door of the vault in a data folder."""
    return VaultDoor(vault_in(data_dir), Library(), clock or SystemClock())


@contextmanager
def opened(data_dir: Path, from_stdin: bool) -> Generator[OpenVault]:
    """The vault of a data folder, closed at the end.

    Raises:
        VaultMissingError: before any passphrase is asked for.
    """
    finish_restore(vault_in(data_dir))
    if not vault_in(data_dir).exists():
        raise VaultMissingError
    vault = door(data_dir).unlock(read_passphrase(from_stdin))
    try:
        yield vault
    finally:
        vault.close()
