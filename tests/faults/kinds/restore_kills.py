"""Kills while a backup is put back: the old vault or the new one is there, and none is lost."""

import shutil
import threading
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from desktop.services.backups import finish_restore, restore
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.recovery import RecoveryKey
from tests.faults.backups import service_of, whole_ones
from tests.faults.kind import Attempt, Ending, Kind, LostError, Outcome, PromiseBrokenError
from tests.faults.lives import Life, lived
from tests.faults.opening import reopened
from tests.faults.sound import Sound, recovery_key
from tests.faults.steps import die, die_before, steps_of
from tests.faults.writer import Saved, ensure_kept, filled, found, save

LONGEST: Final = 0.15  # seconds; a little more than it takes
LAST: Final = 12  # steps, in which the vaults change places
DONE: Final = "done"


def put_back(folder: Path, file: Path, recovery: str, step: int | None, line: Connection) -> None:
    """Put a backup back, say so, and wait to be killed; with a step, die before or then."""
    if step is not None:
        die_before(step)
    restore(folder, file, RecoveryKey.parse(recovery))
    line.send(DONE)
    if step is not None:
        die()
    threading.Event().wait()


def killed(sound: Sound, file: Path, steps: int, chance: Random) -> list[str]:
    """Kill who puts a backup back, at a random moment or before a random step: what it said."""
    last = steps - 1 - chance.randrange(LAST)
    step = chance.choice([None, chance.randrange(steps), last])
    life = Life(put_back, sound.folder, file, sound.recovery, step)
    if step is None:
        return lived(life, chance, 0, LONGEST)
    with life:
        return list(life.outlived())


def with_backup(folder: Path) -> tuple[Sound, Path, Counter[Saved], Counter[Saved]]:
    """A closed vault, an older backup of it, and what is in the backup and in the vault."""
    sound, file = filled(folder / "whole"), folder / "older.turnstone-backup"
    with open_vault(sound.folder, sound.keys) as vault:
        service_of(vault).make()
        service_of(vault).make_to(file)
        older = found(vault)
        for number in range(1, 6):
            save(vault, Saved.EVENT, older[Saved.EVENT] + number)
        return sound, file, older, found(vault)


def held_by(sound: Sound, folder: Path) -> Counter[Saved]:
    """What the sound vault in a folder holds."""
    with reopened(sound._replace(folder=folder)) as (vault, _):
        return ensure_kept(vault, Counter())


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt puts the same backup in the place of a fresh copy of the vault."""
    whole, file, older, newer = with_backup(folder)
    place = folder / "place"
    there, key = whole.copy(folder / "trial").folder, recovery_key(whole)
    steps = steps_of(lambda: restore(there, file, key))

    def attempt(chance: Random) -> Outcome:
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        sound = whole.copy(place / "vault")
        told = killed(sound, file, steps, chance)
        finish_restore(sound.folder)
        there = {path.name: held_by(sound, path) for path in place.iterdir()}
        now, *replaced = there.pop("vault"), *there.values()
        done, not_begun = (older, [newer]), (newer, list[Counter[Saved]]())
        if (now, replaced) != done and (DONE in told or (now, replaced) != not_begun):
            raise LostError(f"told {told}; in its place is {now}, beside it {there}")
        if not whole_ones(sound.folder / layout.BACKUPS, sound.keys, folder):
            raise LostError("the list of backups did not go along")
        if any(not name.startswith("vault-replaced-") for name in there):
            raise PromiseBrokenError(f"left behind: {list(there)}")
        return Outcome(Ending.KEPT, len(told))

    yield attempt


KIND: Final = Kind(
    name="restore-kills",
    what="killed while a backup is put back",
    begin=begin,
    full=200,
    short=16,
    stretch=25,
)
