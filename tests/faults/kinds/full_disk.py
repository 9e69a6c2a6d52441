"""A real disk of a few megabytes that is full, with and without the reserve."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.kind import Attempt, Ending, Kind, Outcome, PromiseBrokenError
from tests.faults.opening import reopened
from tests.faults.programs import words_of
from tests.faults.stubborn import acknowledged
from tests.faults.writer import ensure_kept, filled, found

SIZE: Final = 16 * 1024 * 1024
TOLD: Final = {"not-saved disk-full", "not-opened vault-unreadable"}
PRIVATELY: Final = (
    ("unshare", "--mount"),
    ("unshare", "--user", "--map-root-user", "--mount"),
)
"""Two ways to be alone with one's disks, so that nothing is left of them, for root and others."""


def on_a_small_disk(way: Sequence[str], disk: Path) -> list[str]:
    """A command that runs another one while a small disk is in a folder."""
    script = 'mount -t tmpfs -o size="$1" none "$2" && shift 2 && exec "$@"'
    return [*way, "sh", "-c", script, "sh", str(SIZE), str(disk)]


@cache
def usable_way() -> tuple[str, ...]:
    """The way that works here; empty when none does."""
    with tempfile.TemporaryDirectory() as folder:
        for way in PRIVATELY:
            if sys.platform == "linux" and shutil.which(way[0]):
                command = [*on_a_small_disk(way, Path(folder)), "true"]
                if not subprocess.run(command, capture_output=True, check=False).returncode:
                    return way
    return ()


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on with the vault of the one before it."""
    sound = filled(folder / "vault")
    disk = folder / "disk"
    disk.mkdir()

    def attempt(chance: Random) -> Outcome:
        with reopened(sound) as (vault, _):
            before = found(vault)
        within = on_a_small_disk(usable_way(), disk)
        words = words_of("tests.faults.small_disk", sound, chance.getrandbits(32), within, disk)
        failures = [word for word in words if not word.startswith("saved ")]
        if odd := set(failures) - TOLD:
            raise PromiseBrokenError(f"told for a full disk: {odd}")
        if words[-1] == "not-saved disk-full":
            raise PromiseBrokenError("not saved though there was room again")
        with reopened(sound) as (vault, seconds):
            ensure_kept(vault, before | acknowledged(words))
        ending = Ending.TOLD if failures else Ending.KEPT
        return Outcome(ending, len(words) - len(failures), seconds)

    yield attempt


def unfit() -> str:
    """Why it can't be tried here, if so."""
    return "" if usable_way() else "nobody may make a small disk here"


KIND: Final = Kind(
    name="full-disk",
    what="the disk full, with or without a reserve",
    begin=begin,
    full=100,
    short=4,
    stretch=10,
    unfit=unfit,
)
