"""What was tried and what was lost, as a table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tests.faults.kind import FINE, Ending, Outcome


@dataclass(frozen=True)
class Row:
    """One kind of fault: how its attempts ended, and how many seconds they took in all."""

    what: str
    outcomes: Sequence[Outcome]
    seconds: float
    unfit: str = ""

    @property
    def fine(self) -> bool:
        """Whether each promise was kept; also where nothing could be tried."""
        return all(outcome.ending in FINE for outcome in self.outcomes)

    def as_object(self) -> dict[str, object]:
        """For a program that reads it."""
        endings = Counter(outcome.ending for outcome in self.outcomes)
        return {
            "what": self.what,
            "tried": len(self.outcomes),
            "saves": sum(outcome.saves for outcome in self.outcomes),
            **{ending.value: endings[ending] for ending in Ending},
            "slowest": max((outcome.reopened for outcome in self.outcomes), default=0.0),
            "seconds": self.seconds,
            "unfit": self.unfit,
        }

    def cells(self) -> tuple[str, ...]:
        """For a reader."""
        if self.unfit:
            return (self.what, f"not tried: {self.unfit}", *("" for _ in HEADINGS[2:]))
        found = self.as_object()
        slowest = f"{found['slowest']:.2f} s" if found["slowest"] else ""
        counts = [str(found[name]) for name in ("tried", "saves", *(e.value for e in Ending))]
        return (self.what, *counts, slowest)


HEADINGS = ("what", "tried", "saves", *(ending.value for ending in Ending), "slowest reopening")


def table(rows: Sequence[Row]) -> str:
    """The rows for a reader; figures stand at the right."""
    lines = [HEADINGS, *(row.cells() for row in rows)]
    # What could not be tried says so beside its name, whatever the width of the figures.
    widths = [
        max(len(line[column]) for line in lines if not line[1].startswith("not"))
        for column in range(len(HEADINGS))
    ]
    widths[0] = max(len(line[0]) for line in lines)
    return "\n".join(
        "  ".join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )
