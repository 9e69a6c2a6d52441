"""Notices afterwards that the machine slept, where the system didn't tell."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.clocks import Milliseconds, with_sleep, without_sleep

EVERY: Final = 2000
"""Milliseconds from one look to the next, and so the most for which an unlocked screen is shown
after waking up."""

_SHORTEST: Final = 1000
"""The shortest sleep that counts, in milliseconds. The clocks of some systems tick coarsely."""

_AT_ONCE: Final = 100
"""How far apart two readings may lie to count as one, in milliseconds."""


class WakingWatch(SystemWatch):
    """Compares a clock that goes on while the machine sleeps with one that stands still.

    Both count milliseconds.
    """

    def __init__(
        self,
        asleep_too: Milliseconds = with_sleep,
        awake: Milliseconds = without_sleep,
        parent: QObject | None = None,
        every: int = EVERY,
    ) -> None:
        super().__init__(parent)
        self._asleep_too = asleep_too
        self._awake = awake
        self._slept: int | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(every)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Look every now and then."""
        self._slept = self._slept_so_far()
        self._timer.start()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        slept = self._slept_so_far()
        if slept is None:
            return
        before, self._slept = self._slept, slept
        if before is not None and slept - before >= _SHORTEST:
            self.woke_up.emit()

    def _slept_so_far(self) -> int | None:
        """Milliseconds asleep since some start; None when the clocks could not be read together.

        On a busy machine much time may pass from one reading to the next, and would look like
        sleep.
        """
        before = self._awake()
        both = self._asleep_too()
        after = self._awake()
        return both - before if after - before <= _AT_ONCE else None
