"""Kills while events and notes are saved, while the vault is opened, and while it is closed."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.kind import Attempt, Ending, Kind, Outcome
from tests.faults.lives import Life, lived
from tests.faults.opening import reopened
from tests.faults.sound import make
from tests.faults.writer import Saved, acknowledged, ensure_kept, write

WORDS: Final = 60
LONGEST: Final = 0.05  # seconds; a life stands at its first save after about 0.05


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on where the kill before it left the vault."""
    sound = make(folder / "vault")
    kept: Counter[Saved] = Counter()

    def attempt(chance: Random) -> Outcome:
        nonlocal kept
        life = Life(write, sound.folder, sound.recovery, chance.getrandbits(32))
        words = lived(life, chance, WORDS, LONGEST)
        with reopened(sound) as (vault, seconds):
            kept = ensure_kept(vault, kept | acknowledged(words))
        return Outcome(Ending.KEPT, len(words), seconds)

    yield attempt


KIND: Final = Kind(
    name="kills",
    what="killed while events and notes are saved",
    begin=begin,
    full=1000,
    short=24,
    stretch=25,
)
