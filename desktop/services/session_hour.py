"""The hour of a session: how long it has been going, and when it is planned to end."""

from typing import Final

from desktop.domain.ports import Clock

MINUTE: Final = 60_000
SOON: Final = 10 * MINUTE
"""So long before its end the guide is told."""

_SET: Final = MINUTE // 2
"""A clock on the wall that differs by more than this was set."""


class SessionHour:
    """Counts on while the app is closed, locked or asleep. All times are milliseconds.

    How much was gone before is told by the clock on the wall when the session is opened,
    ``began_at`` being wall time. From then on the clock that counts sleep is asked, so that a
    clock on the wall that is set changes nothing. ``minutes`` is the planned length, at least 1.
    """

    def __init__(self, clock: Clock, began_at: int, minutes: int) -> None:
        self._clock = clock
        self._gone = max(0, clock.wall() - began_at)
        self._opened = self._counted()
        self.planned: Final = minutes * MINUTE
        self._ends_at = clock.wall() - self._gone + self.planned

    def gone(self) -> int:
        """How long the hour has been going."""
        return self._gone + self._counted() - self._opened

    def left(self) -> int:
        """How much of the hour is left; nought or less once it is over."""
        return self.planned - self.gone()

    def ends_at(self) -> int:
        """The planned end on the wall as it is set now."""
        ends_at = self._clock.wall() + self.left()
        # Two clocks never agree to the millisecond, and the minute shown must not waver.
        if abs(ends_at - self._ends_at) > _SET:
            self._ends_at = ends_at
        return self._ends_at

    def is_ending(self) -> bool:
        """Whether the last minutes have begun, and are not over."""
        return 0 < self.left() <= SOON

    def _counted(self) -> int:
        return self._clock.monotonic() + self._clock.asleep()
