"""Choosing any time of return, step by step. All times are ms since 1970, UTC."""

from dataclasses import dataclass, replace
from typing import Final

MINUTE: Final = 60_000
QUARTER: Final = 15 * MINUTE
HOUR: Final = 60 * MINUTE

_BEGINS_AFTER: Final = 55 * MINUTE
"""Where choosing begins, from the earliest time on: what comes sooner is offered by one press."""


@dataclass(frozen=True)
class ReturnChoice:
    """A time that is being chosen, and the earliest and latest that it can be.

    It stands on quarters of an hour, which are the same on every clock, except at both ends.
    """

    at: int
    earliest: int
    latest: int

    @classmethod
    def between(cls, earliest: int, latest: int) -> "ReturnChoice":
        """Begins a little more than an hour and a quarter after the break began."""
        at = -(-(earliest + _BEGINS_AFTER) // QUARTER) * QUARTER
        return cls(min(at, latest), earliest, latest)

    def moved(self, by: int) -> "ReturnChoice":
        """Later by some time, or earlier by a negative one, as far as that goes."""
        moved = self.at + by
        aligned = moved // QUARTER * QUARTER if by > 0 else -(-moved // QUARTER) * QUARTER
        return replace(self, at=max(self.earliest, min(aligned, self.latest)))

    def can_move(self, by: int) -> bool:
        """Whether there is any later, or earlier, time."""
        return self.moved(by).at != self.at
