"""A limit on the size of files, which stands for a full disk and hits in the middle of a commit."""

import signal
import sys
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from tests.faults import stubborn
from tests.faults.kind import Attempt, Ending, Kind, Outcome, PromiseBrokenError
from tests.faults.lives import Life
from tests.faults.opening import reopened
from tests.faults.sound import make
from tests.faults.steps import die
from tests.faults.writer import Saved, ensure_kept

LARGEST: Final = 150_000  # bytes


def write(folder: Path, recovery: str, seed: int, line: Connection) -> None:
    """Save under a limit that is lifted at the second try of a save; then die."""
    import resource

    chance = Random(seed)
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    _, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (chance.randrange(LARGEST), most))
    tries = 0

    def between() -> None:
        nonlocal tries
        tries += 1
        if tries > 1:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    stubborn.write(folder, recovery, chance, line.send, between)
    die()


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on with what the one before it left."""
    sound = make(folder / "vault")
    kept: Counter[Saved] = Counter()

    def attempt(chance: Random) -> Outcome:
        nonlocal kept
        with Life(write, sound.folder, sound.recovery, chance.getrandbits(32)) as life:
            words: list[str] = list(life.outlived())
        with reopened(sound) as (vault, seconds):
            kept = ensure_kept(vault, kept | stubborn.acknowledged(words))
        failures = [word for word in words if not word.startswith("saved ")]
        if words[-1].startswith("not-saved"):
            raise PromiseBrokenError(f"not saved though there was room again: {words[-3:]}")
        return Outcome(
            Ending.TOLD if failures else Ending.KEPT, len(words) - len(failures), seconds
        )

    yield attempt


def unfit() -> str:
    """Why it can't be tried here, if so."""
    return "Windows has no such limits" if sys.platform == "win32" else ""


KIND: Final = Kind(
    name="size-limits",
    what="no room for a file to grow in the middle of a save",
    begin=begin,
    full=200,
    short=16,
    stretch=25,
    unfit=unfit,
)
