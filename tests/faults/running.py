"""Tries a kind of fault many times, in several processes at once."""

import itertools
import math
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.kind import Attempt, Ending, Kind, Outcome, PromiseBrokenError
from tests.faults.lives import PROCESSES

SEED: Final = 20261123
PROCESSORS: Final = os.cpu_count() or 1


def all_kinds() -> tuple[Kind, ...]:
    """Every kind there is: one in each module of ``kinds``."""
    names = sorted(file.stem for file in (Path(__file__).parent / "kinds").glob("*.py"))
    return tuple(import_module(f"tests.faults.kinds.{name}").KIND for name in names)


def tried(kind: Kind, numbers: Iterable[int], seed: int = SEED) -> list[Outcome]:
    """One stretch: the attempts with these numbers, one after the other on the same vault.

    The same numbers and seed make the same choices. After a broken promise the stretch ends,
    since what follows on a broken vault says nothing more.
    """
    outcomes: list[Outcome] = []
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        try:
            with kind.begin(Path(folder)) as attempt:
                for number in numbers:
                    outcomes.append(_one(attempt, Random(f"{seed} {kind.name} {number}")))
                    if outcomes[-1].detail:
                        outcomes[-1] = _numbered(outcomes[-1], number)
                        break
        except Exception as error:
            outcomes.append(_broken(error))
    return outcomes


def _one(attempt: Attempt, chance: Random) -> Outcome:
    try:
        return attempt(chance)
    except Exception as error:
        return _broken(error)


def _broken(error: Exception) -> Outcome:
    ending = error.ending if isinstance(error, PromiseBrokenError) else Ending.FAILED
    return Outcome(ending, detail="".join(traceback.format_exception(error)))


def _numbered(outcome: Outcome, number: int) -> Outcome:
    return outcome._replace(detail=f"attempt {number}\n{outcome.detail}")


@contextmanager
def workers() -> Generator[ProcessPoolExecutor]:
    """A process for each processor, ready to try something."""
    with ProcessPoolExecutor(PROCESSORS, PROCESSES) as pool:
        pool.submit(all_kinds).result()
        yield pool


def try_many(
    pool: ProcessPoolExecutor,
    kind: Kind,
    count: int | None,
    *,
    seconds: float = math.inf,
    seed: int = SEED,
    first: int = 0,
    told: Callable[[int], None] = lambda _: None,
) -> list[Outcome]:
    """Try a kind ``count`` times, or without a count, for some seconds; on all processors.

    ``told`` hears after each stretch how many attempts there were so far.
    """
    outcomes: list[Outcome] = []
    until = time.monotonic() + seconds
    # A few attempts are shared out evenly.
    length = kind.stretch if count is None else min(kind.stretch, math.ceil(count / PROCESSORS))
    stretches = _stretches(length, first, count)
    running: set[Future[list[Outcome]]] = set()
    while True:
        if time.monotonic() < until:
            stretch = itertools.islice(stretches, PROCESSORS - len(running))
            running |= {pool.submit(tried, kind, numbers, seed) for numbers in stretch}
        if not running:
            return outcomes
        done, running = wait(running, return_when=FIRST_COMPLETED)
        for future in done:
            outcomes += future.result()
        told(len(outcomes))


def _stretches(length: int, first: int, count: int | None) -> Iterator[range]:
    end = sys.maxsize if count is None else first + count
    return (range(start, min(start + length, end)) for start in range(first, end, length))
