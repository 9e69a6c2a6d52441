"""Backups in folders that may not be written to. A program, since rights bind ordinary users alone.

    main([FOLDER, RECOVERY-KEY])

In the folder lie ``data/vault``, with one backup, and ``stick``. It prints what was told.
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop.domain.backups import BackupPlace
from desktop.domain.errors import BackupError
from desktop.storage.backup.listing import listed
from desktop.storage.backup.making import make
from desktop.storage.backup.restoring import restore
from desktop.storage.backup.second import copy_to
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey


def main(arguments: Sequence[str]) -> int:
    """Try to make, copy and put back a backup where nothing can be written."""
    folder, recovery = Path(arguments[0]), RecoveryKey.parse(arguments[1])
    data, stick = folder / "data", folder / "stick"
    vault_folder = data / "vault"
    backups = vault_folder / "backups"
    with unlock(vault_folder, recovery) as vault:
        source = vault.source
        (there,) = listed(backups, BackupPlace.VAULT, None)
        file = Path(there.path)
        stick.chmod(0o500)
        _tell(lambda: copy_to(stick, vault_folder, there, source.keys.vault, 0))
        backups.chmod(0o500)
        _tell(lambda: make(source, backups, 0))
        backups.chmod(0o700)
        file.chmod(0)
        say(listed(backups, BackupPlace.VAULT, None)[0].state)
        file.chmod(0o600)
    data.chmod(0o500)
    _tell(lambda: restore(vault_folder, file, recovery, 0))
    data.chmod(0o700)
    say([sorted(path.name for path in place.iterdir()) for place in (data, stick)])
    say(list(backups.iterdir()) == [file])
    unlock(vault_folder, recovery).close()
    return 0


def say(what: object) -> None:
    sys.stdout.write(f"{what if isinstance(what, str) else json.dumps(what)}\n")


def _tell(call: Callable[[], object]) -> None:
    try:
        call()
    except BackupError as error:
        say(f"{type(error).__name__} {error}")
