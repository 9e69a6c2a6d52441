"""Feeds the readers of files from outside with files that somebody spoilt.

    python -m tests.faults.fuzz deck --seconds 300
    python -m tests.faults.fuzz all --seconds 60
    python -m tests.faults.fuzz deck --guided --seconds 300

Whatever a file holds, its reader succeeds or raises a ``TurnstoneError``, within 2 s and 200 MB,
and writes nothing but in its own folder. What breaks that is kept in ``build/fuzz``, or in the
folder ``--kept``: the file, and beside it what happened. The exit status is then 1.

With ``--guided`` the files are chosen by which parts of the reader they reach, by the package
``atheris``; it is in none of our locks and needs an environment of its own, and it takes one
reader at a time. Otherwise they are chosen by chance alone, the same ones for the same ``--seed``.

A new reader is one module in ``targets``. ``mutation.py`` spoils the files, ``judge.py`` judges.
"""

import argparse
import sys
import tempfile
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path
from random import Random

from tests.faults.fuzz.feeding import feed
from tests.faults.fuzz.guided import guide, watching
from tests.faults.fuzz.judge import Judge
from tests.faults.fuzz.target import Target, all_targets


def main(arguments: Sequence[str]) -> int:
    """Feed and tell; gives the exit status."""
    with watching() if "--guided" in arguments else nullcontext():
        targets = {target.name: target for target in all_targets()}
        options = _parser(list(targets)).parse_args(arguments)
        chosen = list(targets.values()) if options.target == "all" else [targets[options.target]]
        return max(_feed(target, options) for target in chosen)


def _feed(target: Target, options: argparse.Namespace) -> int:
    findings = options.kept / target.name
    with (
        tempfile.TemporaryDirectory(prefix="fuzz-") as folder,
        Judge(target, Path(folder), findings / "findings") as judge,
    ):
        if options.guided:
            guide(target, judge, options.seconds, findings / "corpus", options.seed)
        feed(target, judge, Random(options.seed), seconds=options.seconds)
        print(judge.report(), flush=True)
        return 1 if judge.found else 0


def _parser(names: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.faults.fuzz",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("target", choices=[*names, "all"])
    parser.add_argument("--seconds", type=float, default=60, help="for each reader")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--guided", action="store_true", help="by what the files reach")
    parser.add_argument("--kept", type=Path, default=Path("build/fuzz"), help="a folder")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
