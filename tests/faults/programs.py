"""Runs a program that saves and says what it saved, perhaps within another program."""

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from tests.faults.kind import PromiseBrokenError
from tests.faults.sound import Sound

ROOT: Final = Path(__file__).parents[2]
PATIENCE: Final = 60  # seconds


def words_of(
    program: str,
    sound: Sound,
    seed: int,
    within: Sequence[str],
    *more: object,
    may_be_killed: bool = False,
) -> list[str]:
    """What a module says that is run by the command ``within``.

    It is given the vault's folder and recovery key, a number for chance, and what else there is.

    Raises:
        PromiseBrokenError: it ended otherwise than on purpose.
    """
    arguments = map(str, (sound.folder, sound.recovery, seed, *more))
    done = subprocess.run(
        [*within, sys.executable, "-m", program, *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    killed = may_be_killed and done.returncode == -signal.SIGKILL
    if (done.returncode and not killed) or done.stderr:
        raise PromiseBrokenError(f"exit status {done.returncode}: {done.stderr}")
    return done.stdout.splitlines()
