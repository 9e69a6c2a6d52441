"""A program for an ordinary user: makes, copies and puts back backups where it may not write.

Prints what happened. Its arguments are a folder with ``data`` and ``stick`` in it, and the
recovery key of the vault in ``data``, which has one backup.
"""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import ParamSpec

from desktop.domain.backups import BackupPlace
from desktop.domain.errors import BackupError
from desktop.storage.backup.listing import listed
from desktop.storage.backup.making import make
from desktop.storage.backup.restoring import restore
from desktop.storage.backup.second import copy_to
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey

P = ParamSpec("P")


def say(*words: object) -> None:
    sys.stdout.write(" ".join(map(str, words)) + "\n")


def tried(call: Callable[P, object], *arguments: P.args, **named: P.kwargs) -> None:
    try:
        call(*arguments, **named)
    except BackupError as error:
        say(type(error).__name__, error)


def prepare(_arguments: list[str]) -> None:
    """Import what Alembic would only import later."""
    import alembic.command  # noqa: F401  # pyright: ignore[reportUnusedImport]


def main(arguments: list[str]) -> int:
    folder, recovery = Path(arguments[0]), RecoveryKey.parse(arguments[1])
    data, stick = folder / "data", folder / "stick"
    backups = data / "vault" / "backups"
    with unlock(data / "vault", recovery) as vault:
        (there,) = listed(backups, BackupPlace.VAULT, None)
        stick.chmod(0o500)
        tried(copy_to, stick, data / "vault", there, vault.source.keys.vault, 0)
        backups.chmod(0o500)
        tried(make, vault.source, backups, 0)
        backups.chmod(0o700)
        Path(there.path).chmod(0)
        say(listed(backups, BackupPlace.VAULT, None)[0].state)
        Path(there.path).chmod(0o600)
    data.chmod(0o500)
    tried(restore, data / "vault", Path(there.path), recovery, 0)
    data.chmod(0o700)
    say(sorted(path.name for path in data.iterdir()), [path.name for path in stick.iterdir()])
    say([path.name for path in backups.iterdir()] == [Path(there.path).name])
    unlock(data / "vault", recovery).close()
    return 0
