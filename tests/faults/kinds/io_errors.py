"""Errors of the disk on writing and on syncing, injected into the system calls by ``strace``."""

import shutil
import subprocess
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
from tests.faults.writer import Saved, ensure_kept

CALLS: Final = {
    "fdatasync": ("EIO",),
    "fsync": ("EIO",),
    "pwrite64": ("EIO", "ENOSPC"),
    "ftruncate": ("EIO",),
}
REASONS: Final = {"not-saved disk", "not-saved disk-full"}
LATEST: Final = 120
"""The call that fails is one of so many; a writer makes about twice as many writes."""


def injection(chance: Random) -> list[str]:
    """A command that runs a program in which some calls of the system fail."""
    call = chance.choice(list(CALLS))
    error = chance.choice(CALLS[call])
    first = chance.randint(1, LATEST if call == "pwrite64" else LATEST // 3)
    last = chance.choice(["", f"..{first + chance.randint(1, 6)}", "+"])
    return [
        *("strace", "--follow-forks", "--seccomp-bpf", "-qqq", "--output=/dev/null"),
        f"--trace={','.join(CALLS)}",
        f"--inject={call}:error={error}:when={first}{last}",
    ]


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on with what the one before it left."""
    sound = make(folder / "vault")
    kept: Counter[Saved] = Counter()

    def attempt(chance: Random) -> Outcome:
        nonlocal kept
        words = words_of(injection(chance), sound, chance.getrandbits(32))
        with reopened(sound) as (vault, seconds):
            kept = ensure_kept(vault, kept | acknowledged(words))
        failures = [word for word in words if not word.startswith("saved ")]
        if odd := {word for word in failures if word.startswith("not-saved")} - REASONS:
            raise PromiseBrokenError(f"told for a fault of the disk: {odd}")
        return Outcome(
            Ending.TOLD if failures else Ending.KEPT, len(words) - len(failures), seconds
        )

    yield attempt


def unfit() -> str:
    """Why it can't be tried here, if so."""
    if not shutil.which("strace"):
        return "there is no strace"
    trying = subprocess.run(["strace", "--output=/dev/null", "true"], check=False)
    return "nobody may trace here" if trying.returncode else ""


KIND: Final = Kind(
    name="io-errors",
    what="the disk fails on a write or a sync",
    begin=begin,
    full=200,
    short=6,
    stretch=3,
    unfit=unfit,
)
