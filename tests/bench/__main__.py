"""Measures all rows and prints them: ``python tests/bench [--json]``.

Started by ``packaging/bootstrap.py bench``. What goes on is told on standard error.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from harness import Row
from rows import MEASUREMENTS


def main(arguments: Sequence[str]) -> int:
    """Measure and print; the exit status is 0 whatever the figures say."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="a list of objects, one for each row")
    options = parser.parse_args(arguments)
    if is_busy():
        print("this machine is busy: expect worse figures", file=sys.stderr)
    rows: list[Row] = []
    for measure, rounds in MEASUREMENTS.items():
        print(f"measuring: {(measure.__doc__ or '').strip()}", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory() as folder:
            rows.append(measure(Path(folder), rounds))
    print(json.dumps([row.as_object() for row in rows], indent=2) if options.json else table(rows))
    return 0


def is_busy() -> bool:
    """Whether other programs keep the processors occupied; False where nobody can tell."""
    return hasattr(os, "getloadavg") and os.getloadavg()[0] > (os.cpu_count() or 1)


def table(rows: Sequence[Row]) -> str:
    """The rows for a reader."""
    lines = [("what", "figure", "unit", "floor", "ratio", "bar", "met")]
    lines += [
        (
            row.what,
            f"{row.figure:.3g}",
            row.unit,
            "" if row.floor is None else f"{row.floor:.3g}",
            "" if row.ratio is None else f"{row.ratio:.2f}",
            f"{row.bar:g} {row.unit if row.ratio is None else '×'}",
            "yes" if row.met else "NO",
        )
        for row in rows
    ]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
