"""Feeds a reader with files that are spoilt by chance alone."""

import math
import sys
import time
from random import Random
from typing import Final

from tests.faults.fuzz.judge import Judge
from tests.faults.fuzz.mutation import mutated
from tests.faults.fuzz.target import Target

POOL: Final = 500
"""So many spoilt files are spoilt further."""


def feed(
    target: Target,
    judge: Judge,
    chance: Random,
    *,
    seconds: float = math.inf,
    most: int = sys.maxsize,
) -> None:
    """Feed spoilt files for so long, or so many."""
    until = time.monotonic() + seconds
    pool = list(judge.samples)
    while time.monotonic() < until and judge.fed < most:
        raw = mutated(chance.choice(pool), chance, target, judge.samples)
        judge.look_at(raw)
        if chance.random() < 0.05:  # spoil what is spoilt, but never only that
            pool.append(raw)
            if len(pool) > POOL:
                pool.pop(chance.randrange(len(judge.samples), len(pool)))
