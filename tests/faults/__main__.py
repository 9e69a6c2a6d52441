"""Breaks vaults in every way we could think of, and tells what was lost.

    python -m tests.faults                    each kind of fault a few times
    python -m tests.faults --full             each as often as docs/security.md says
    python -m tests.faults --only kills       one kind; may be given again
    python -m tests.faults --seconds 60       each kind for a minute
    python -m tests.faults --json             the table as a list of objects

Started in full by ``packaging/bootstrap.py test --full-faults``; the short form is a part of the
tests. What goes on is told on standard error. The exit status is 1 when anything acknowledged
was lost, damage went unnoticed, or something was written though there was damage.

How it is built
===============

A kind of fault is one module in ``kinds``, which has a ``KIND`` (see ``kind.py``); to add one, add
a file. Its ``begin`` makes a vault and gives a function that does one attempt: it breaks
something, opens the vault again, and compares what is there with what was acknowledged before.
That function is given its chance, so that the same attempt can be made again: the output names
the number of a failed one, and ``--from NUMBER`` begins there.

``running.py`` does the attempts in stretches, one after the other on the same vault, several at
once. What breaks things, and what is broken:

- ``writer.py`` saves into a vault until it is killed, ``stubborn.py`` tries again what could not be
  saved, and ``session_life.py`` holds a session through the real services;
- ``lives.py`` kills at random moments, ``steps.py`` before a chosen step of ours, ``tracing.py``
  before a chosen call of the system, or lets that call fail;
- ``tape.py`` records what a program does to its files, and ``disk.py`` tells what of it is left
  after a power cut;
- ``fuzz`` feeds the readers of files from outside: see its own words.
"""

import argparse
import json
import math
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor

from tests.faults.kind import FINE, Kind
from tests.faults.running import SEED, all_kinds, try_many, workers
from tests.faults.table import Row, table

SHOWN = 3
"""So many broken promises of a kind are shown in full."""


def main(arguments: Sequence[str]) -> int:
    """Try and print; gives the exit status."""
    options = _parser().parse_args(arguments)
    kinds = [kind for kind in all_kinds() if not options.only or kind.name in options.only]
    with workers() as pool:
        rows = [_tried(pool, kind, options) for kind in kinds]
    print(json.dumps([row.as_object() for row in rows], indent=2) if options.json else table(rows))
    return 0 if all(row.fine for row in rows) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [kind.name for kind in all_kinds()]
    parser.add_argument("--full", action="store_true", help="as often as the promise says")
    parser.add_argument("--only", action="append", choices=names, metavar="KIND", help=str(names))
    parser.add_argument("--seconds", type=float, help="for so long, and not so often")
    parser.add_argument("--json", action="store_true", help="a list of objects, one for each row")
    parser.add_argument("--seed", type=int, default=SEED, help="other choices by chance")
    parser.add_argument("--from", type=int, default=0, dest="first", help="the first attempt")
    return parser


def _tried(pool: ProcessPoolExecutor, kind: Kind, options: argparse.Namespace) -> Row:
    if unfit := kind.unfit():
        return Row(kind.what, [], 0.0, unfit)
    count = None if options.seconds else kind.full if options.full else kind.short
    began = time.monotonic()

    def told(so_far: int) -> None:
        if not sys.stderr.isatty() and so_far != count:
            return  # in a log, one line is enough
        of = "" if count is None else f" of {count}"
        seconds = time.monotonic() - began
        print(f"\r{kind.name}: {so_far}{of}, {seconds:.0f} s", end="", file=sys.stderr, flush=True)

    outcomes = try_many(
        pool,
        kind,
        count,
        seconds=options.seconds or math.inf,
        seed=options.seed,
        first=options.first,
        told=told,
    )
    print(file=sys.stderr)
    wrong = [outcome for outcome in outcomes if outcome.ending not in FINE]
    for outcome in wrong[:SHOWN]:
        print(f"{kind.name}: {outcome.ending}: {outcome.detail}", file=sys.stderr)
    return Row(kind.what, outcomes, time.monotonic() - began)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
