"""What a session costs the machine: processor while a turn runs, and memory over an hour."""

import json
import tempfile
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from harness import Row, against_floor, alone, last_line, program

_MB: Final = 1_000_000


def running_turn(folder: Path, rounds: int) -> Row:
    """The processor in a running turn, watched for ``rounds`` seconds."""
    share = float(last_line(program("running_turn", str(folder), str(rounds))))
    return alone("processor in a running turn", "% of a core", [share], bar=1.0)


def hour_of_exercise(_folder: Path, rounds: int) -> Row:
    """The memory after ``rounds`` minutes of exercise, beside a window with the same packages."""
    played = _played(rounds)
    floor = float(last_line(program("bare_packages"), json.dumps(played.packages)))
    what = "memory after an hour of exercise"
    return against_floor(what, "MB", [played.end / _MB], [floor / _MB], bar=1.3)


def growing(_folder: Path, rounds: int) -> Row:
    """By how much the memory grows from half of ``rounds`` minutes to their end."""
    played = _played(rounds)
    return against_floor(
        "memory after the hour, beside half of it",
        "MB",
        [played.end / _MB],
        [played.half / _MB],
        bar=1.02,
    )


class _Played(NamedTuple):
    """What was told after an exercise in fast time; the memory in bytes."""

    half: int
    end: int
    packages: list[str]


@cache
def _played(minutes: int) -> _Played:
    """Both rows ask for the same, so it is played once."""
    with tempfile.TemporaryDirectory() as folder:
        told = last_line(program("long_exercise", folder, str(minutes)))
    return _Played(**json.loads(told))
