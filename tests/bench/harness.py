"""How a figure is set beside its floor: both measured in one run, in turn, and compared."""

import math
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

BENCH = Path(__file__).parent
"""The folder of the benchmarks, whose ``programs`` are started as processes of their own."""

WINDOW = (1280, 800)
STAGE = (1920, 1080)
"""How large the guide's window is, and the couple's: in the floor of a row as in ours."""

Measure = Callable[[], float]
"""Does the thing once, and gives what it took."""


@dataclass(frozen=True)
class Row:
    """One promise and what became of it on this machine.

    ``floor`` is what something bare takes for the same, in the same unit. With a floor ``bar``
    limits ``ratio``; without one both are None and ``bar`` limits ``figure`` itself.
    """

    what: str
    figure: float
    unit: str
    floor: float | None
    ratio: float | None
    bar: float
    met: bool

    def as_object(self) -> dict[str, str | float | bool | None]:
        """The row for JSON."""
        return asdict(self)


def against_floor(
    what: str, unit: str, figures: Sequence[float], floors: Sequence[float], bar: float
) -> Row:
    """A row out of the medians of two series; the figure may be ``bar`` times its floor."""
    figure, floor = statistics.median(figures), statistics.median(floors)
    ratio = figure / floor
    return Row(what, round(figure, 3), unit, round(floor, 3), round(ratio, 3), bar, ratio <= bar)


def alone(what: str, unit: str, figures: Sequence[float], bar: float) -> Row:
    """A row out of the median of one series that has a bar in its own unit."""
    figure = statistics.median(figures)
    return Row(what, round(figure, 3), unit, None, None, bar, figure <= bar)


def in_turn(ours: Measure, bare: Measure, rounds: int) -> tuple[list[float], list[float]]:
    """Both series, taken as A B B A A B …, so that a machine that slows down slows both."""
    series: tuple[list[float], list[float]] = ([], [])
    for number in range(rounds):
        both = [(series[0], ours), (series[1], bare)]
        for figures, measure in reversed(both) if number % 2 else both:
            figures.append(measure())
    return series


def p95(series: Sequence[float]) -> float:
    """The figure that 95 of 100 do not go beyond."""
    return sorted(series)[math.ceil(0.95 * len(series)) - 1]


def program(name: str, *arguments: str) -> list[str]:
    """The command that starts one of the programs in ``programs``."""
    return [sys.executable, str(BENCH / "programs" / f"{name}.py"), *arguments]


def last_line(command: Sequence[str], given: str = "") -> str:
    """The last line that a program prints; its complaints are shown only when it fails.

    ``given`` is its standard input.
    """
    ours = os.environ | {"PYTHONPATH": str(BENCH)}
    ended = subprocess.run(
        command, input=given, capture_output=True, text=True, check=False, env=ours
    )
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    return ended.stdout.strip().rpartition("\n")[2]
