"""Errors of the disk on writing and on syncing, injected into the system calls by ``strace``."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.kind import Attempt, Ending, Kind, Outcome, PromiseBrokenError
from tests.faults.opening import reopened
from tests.faults.programs import words_of
from tests.faults.sound import make
from tests.faults.stubborn import acknowledged
from tests.faults.tracing import traced, unfit
from tests.faults.writer import Saved, ensure_kept

# Each call with the errors that it can meet, and with how many there are of it in one life.
CALLS: Final = (
    ("pwrite64", ("EIO", "ENOSPC"), 200),
    ("fsync", ("EIO",), 30),
    ("fdatasync", ("EIO",), 30),  # in place of the one before, as SQLite was built
    ("ftruncate", ("EIO",), 4),
)
OFTEN: Final = (6, 5, 1, 1)
REASONS: Final = {"not-saved disk", "not-saved disk-full"}


def injection(chance: Random) -> list[str]:
    """A command that runs a program in which some calls of the system fail."""
    (call, errors, most), *_ = chance.choices(CALLS, OFTEN)
    first = chance.randint(1, most)
    last = chance.choice(["", f"..{first + chance.randint(1, 6)}", "+"])
    injected = f"{call}:error={chance.choice(errors)}:when={first}{last}"
    return traced([name for name, *_ in CALLS], injected)


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on with what the one before it left."""
    sound = make(folder / "vault")
    kept: Counter[Saved] = Counter()

    def attempt(chance: Random) -> Outcome:
        nonlocal kept
        words = words_of("tests.faults.stubborn", sound, chance.getrandbits(32), injection(chance))
        with reopened(sound) as (vault, seconds):
            kept = ensure_kept(vault, kept | acknowledged(words))
        failures = [word for word in words if not word.startswith("saved ")]
        if odd := {word for word in failures if word.startswith("not-saved")} - REASONS:
            raise PromiseBrokenError(f"told for a fault of the disk: {odd}")
        return Outcome(
            Ending.TOLD if failures else Ending.KEPT, len(words) - len(failures), seconds
        )

    yield attempt


KIND: Final = Kind(
    name="io-errors",
    what="the disk fails on a write or a sync",
    begin=begin,
    full=200,
    short=6,
    stretch=20,
    unfit=unfit,
)
