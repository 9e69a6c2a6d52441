"""Which backups are dropped as they grow older.

Kept are:

- all of the last two days, and all whose time lies in the future: the clock may have been wrong
  when they were made, or may be wrong now;
- of those that are older, the newest of each day, for the 12 newest days that have one;
- of those before these days, the newest of each week (from Monday), for the 10 newest weeks that
  have one;
- of those before these weeks, the newest of each month, for the 9 newest months that have one;
- the newest of all, whatever its age.

Days, weeks and months are those of UTC. Days without a backup don't count, so nothing is dropped
only because Turnstone was not used for a while.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

_DAY: Final = 24 * 3600 * 1000
_ALL_OF: Final = 2 * _DAY

_Bucket = tuple[int, int]


def _day(at: datetime) -> _Bucket:
    return at.toordinal(), 0


def _week(at: datetime) -> _Bucket:
    return at.isocalendar()[:2]


def _month(at: datetime) -> _Bucket:
    return at.year, at.month


_RULES: Final[tuple[tuple[Callable[[datetime], _Bucket], int], ...]] = (
    (_day, 12),
    (_week, 10),
    (_month, 9),
)


def dropped(times: Iterable[int], now: int) -> frozenset[int]:
    """The times of the backups to drop, out of the times of all; wall times in ms.

    The order of the times does not matter, and what is left is never thinned further at the same
    moment.
    """
    every = sorted(set(times), reverse=True)
    rest = [time for time in every[1:] if now - time >= _ALL_OF]
    gone: set[int] = set()
    for bucket_of, most in _RULES:
        buckets = _buckets(rest, bucket_of)
        gone.update(time for bucket in buckets[:most] for time in bucket[1:])
        rest = [time for bucket in buckets[most:] for time in bucket]
    return frozenset(gone.union(rest))


def _buckets(times: Iterable[int], bucket_of: Callable[[datetime], _Bucket]) -> list[list[int]]:
    """Times in their buckets, all newest first as they come."""
    return [
        list(group)
        for _, group in groupby(
            times, key=lambda time: bucket_of(datetime.fromtimestamp(time / 1000, UTC))
        )
    ]
