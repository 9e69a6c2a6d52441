"""Kills while a passphrase is changed: exactly the old one or the new one opens afterwards."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.session import Setting
from desktop.storage.vault.door import create_vault
from desktop.storage.vault.passphrase import LEAST_COST
from tests.faults.changing_passphrase import passphrase, run, working
from tests.faults.kind import Attempt, Ending, Kind, LostError, Outcome


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on with the passphrase that opened after the one before it."""
    vault, now = folder / "vault", 0
    create_vault(vault, passphrase(now), Setting.PRACTICE, LEAST_COST).vault.close()

    def attempt(chance: Random) -> Outcome:
        nonlocal now
        acknowledged = run(vault, now, chance)
        opening = working(vault, acknowledged)
        if len(opening) != 1 or opening[0] < acknowledged:
            raise LostError(f"{acknowledged} was acknowledged; {opening} open the vault")
        changes, now = acknowledged - now, opening[0]
        return Outcome(Ending.KEPT, changes)

    yield attempt


KIND: Final = Kind(
    name="passphrase-kills",
    what="killed while a passphrase is changed",
    begin=begin,
    full=200,
    short=6,
    stretch=25,
)
