"""Saves in a vault on a small disk that is full: a program for ``kinds/full_disk.py``.

It takes the folder of a vault, its recovery key, a number for chance, and an empty disk. The vault
is taken to the disk, and back when all is saved.
"""

import shutil
import sys
from pathlib import Path
from random import Random
from typing import Final

from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey
from tests.faults import stubborn

MOST_LEFT: Final = 120_000  # bytes that are free at first
PATIENT: Final = 2  # tries before something is deleted


def fill(disk: Path, left: int) -> Path:
    """A file that takes all of the disk but about so many bytes."""
    ballast = disk / "ballast"
    with ballast.open("wb") as out:
        out.write(bytes(max(0, shutil.disk_usage(disk).free - left)))
    return ballast


def main(folder: Path, recovery: str, seed: str, disk: Path) -> None:
    """Run as a program; what it says is in ``stubborn``."""
    chance = Random(seed)
    vault = Path(shutil.copytree(folder, disk / "vault"))
    reserve = chance.random() < 0.5
    if reserve:
        with unlock(vault, RecoveryKey.parse(recovery)) as opened:
            assert opened.keep_reserve()
    ballast = fill(disk, chance.randrange(MOST_LEFT))
    tries = 0

    def between() -> None:
        """Delete something at last, as whoever reads that the disk is full would."""
        nonlocal tries
        tries += 1
        if tries > PATIENT:
            ballast.unlink(missing_ok=True)

    def say(word: str) -> None:
        assert not (reserve and word.startswith("not-opened")), "not opened in spite of a reserve"
        stubborn.say(word)

    stubborn.write(vault, recovery, chance, say, between)
    ballast.unlink(missing_ok=True)
    shutil.rmtree(folder)
    shutil.copytree(vault, folder)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4]))
