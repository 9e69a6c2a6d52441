"""Starts a program of ours and kills it at an instant of one's choice."""

import subprocess
import sys
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]


def say(what: object) -> None:
    """Print a line that the killer has at once."""
    sys.stdout.write(f"{what}\n")
    sys.stdout.flush()


def killed(module: str, *words: object, after: float) -> list[str]:
    """The whole lines that a program printed until it was killed, so many seconds after "ready"."""
    with subprocess.Popen(
        [sys.executable, "-m", module, *map(str, words)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        first = program.stdout.readline()
        with suppress(subprocess.TimeoutExpired):
            program.wait(after)
        program.kill()
        lines = program.stdout.readlines()
        errors = program.stderr.read()
    assert (first, errors) == ("ready\n", "")
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]
