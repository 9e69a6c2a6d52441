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


def door(vault: Path, clock: Clock | None = None) -> VaultDoor:
    """The door of the vault in a folder."""
    return VaultDoor(vault, Library(), clock or SystemClock())


@contextmanager
def opened(folder: Path, from_stdin: bool) -> Generator[OpenVault]:
    """The vault in a folder, closed at the end.

    Raises:
        VaultMissingError: before any passphrase is asked for.
    """
    finish_restore(folder)
    if not folder.exists():
        raise VaultMissingError
    vault = door(folder).unlock(read_passphrase(from_stdin))
    try:
        yield vault
    finally:
        vault.close()
