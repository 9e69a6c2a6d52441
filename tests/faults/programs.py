"""Runs ``stubborn`` as a program of its own, perhaps within another program."""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.faults.kind import PromiseBrokenError
from tests.faults.sound import Sound

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 60  # seconds


def words_of(within: Sequence[str], sound: Sound, seed: int) -> list[str]:
    """What the stubborn writer says when it is run by the command ``within``.

    Raises:
        PromiseBrokenError: it ended otherwise than on purpose.
    """
    program = [sys.executable, "-m", "tests.faults.stubborn"]
    done = subprocess.run(
        [*within, *program, str(sound.folder), sound.recovery, str(seed)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    if done.returncode or done.stderr:
        raise PromiseBrokenError(f"exit status {done.returncode}: {done.stderr}")
    return done.stdout.splitlines()
