"""The computer's clock, and the run time of one session."""

import time
from datetime import UTC, datetime
from typing import Final

from desktop.domain.flow.events import Stamp
from desktop.domain.ports import Clock
from desktop.services.machine_clocks import LONG_SLEEP, slept_so_far, with_sleep, without_sleep

_TRIES: Final = 5


class SystemClock:
    """The clock of this computer, in milliseconds."""

    def __init__(self) -> None:
        self._asleep: int | None = None

    def wall(self) -> int:
        """Milliseconds since 1970, UTC."""
        return time.time_ns() // 1_000_000

    def monotonic(self) -> int:
        """Milliseconds since some start, never back, standing still while the machine sleeps."""
        return without_sleep()

    def asleep(self) -> int:
        """Milliseconds for which the machine slept since some start; never back.

        While the machine is so busy that its clocks can't be read together, what was known before.
        """
        readings = (slept_so_far() for _ in range(_TRIES))
        slept = next((reading for reading in readings if reading is not None), None)
        if slept is None:
            slept = self._asleep if self._asleep is not None else with_sleep() - without_sleep()
        self._asleep = max(slept, self._asleep or 0)
        return self._asleep


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
        self._asleep = clock.asleep()

    def slept(self) -> bool:
        """Whether the machine slept since this was asked last. What is too short is not counted."""
        before, self._asleep = self._asleep, self._clock.asleep()
        return self._asleep - before >= LONG_SLEEP

    def run(self) -> int:
        """Milliseconds in which the session was open."""
        return self._clock.monotonic() + self._offset

    def stamp(self) -> Stamp:
        """The stamp of an event that happens now."""
        return Stamp(self._clock.wall(), self.run())
