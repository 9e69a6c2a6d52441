"""Kills just before a chosen call by which SQLite writes, syncs, cuts or removes a file."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.kind import Attempt, Ending, Kind, Outcome
from tests.faults.opening import reopened
from tests.faults.programs import words_of
from tests.faults.sound import make
from tests.faults.stubborn import acknowledged
from tests.faults.tracing import traced, unfit
from tests.faults.writer import Saved, ensure_kept

# Each call with how many there are of it in one life, about.
CALLS: Final = (("pwrite64", 250), ("fsync", 30), ("ftruncate", 4), ("unlink", 4))
OFTEN: Final = (8, 3, 1, 1)


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on where the kill before it left the vault."""
    sound = make(folder / "vault")
    kept: Counter[Saved] = Counter()

    def attempt(chance: Random) -> Outcome:
        nonlocal kept
        (call, most), *_ = chance.choices(CALLS, OFTEN)
        killing = traced([call], f"{call}:signal=KILL:when={chance.randint(1, most)}")
        seed = chance.getrandbits(32)
        words = words_of("tests.faults.stubborn", sound, seed, killing, may_be_killed=True)
        with reopened(sound) as (vault, seconds):
            kept = ensure_kept(vault, kept | acknowledged(words))
        return Outcome(Ending.KEPT, len(words), seconds)

    yield attempt


KIND: Final = Kind(
    name="kills-at-calls",
    what="killed just before SQLite writes, syncs or removes",
    begin=begin,
    full=300,
    short=6,
    stretch=25,
    unfit=unfit,
)
