"""The computer's clock, and the run time of one session."""

import time
from datetime import UTC, datetime

from desktop.domain.flow.events import Stamp
from desktop.domain.ports import Clock


class SystemClock:
    """The clock of this computer, in milliseconds."""

    def wall(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000

    def monotonic(self) -> int:
        """Milliseconds since some start, never back."""
        return time.monotonic_ns() // 1_000_000


def local_day(wall: int) -> str:
    """The day of a wall time where this computer stands, as an ISO date."""
    return _local(wall).date().isoformat()


def iso_minute(wall: int) -> str:
    """A wall time where this computer stands, such as ``2026-11-23T14:05``."""
    return _local(wall).replace(tzinfo=None).isoformat(timespec="minutes")


def _local(wall: int) -> datetime:
    return datetime.fromtimestamp(wall / 1000, UTC).astimezone()


class RunClock:
    """The run time of one session: it goes on where the last event of the session left it.

    ``start`` is the run time in milliseconds at which the session is opened again.
    """

    def __init__(self, clock: Clock, start: int = 0) -> None:
        self._clock = clock
        self._offset = start - clock.monotonic()

    def run(self) -> int:
        """Milliseconds in which the session was open."""
        return self._clock.monotonic() + self._offset

    def stamp(self) -> Stamp:
        """The stamp of an event that happens now."""
        return Stamp(self._clock.wall(), self.run())
