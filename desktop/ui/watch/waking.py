"""Notices afterwards that the machine slept, where the system didn't tell."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.services.machine_clocks import (
    LONG_SLEEP,
    Milliseconds,
    slept_so_far,
    with_sleep,
    without_sleep,
)
from desktop.ui.watch.base import SystemWatch

EVERY: Final = 2000
"""Milliseconds from one look to the next, and so the most for which an unlocked screen is shown
after waking up."""


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
        self._slept = slept_so_far(self._asleep_too, self._awake)
        self._timer.start()

    def stop(self) -> None:
        """Look no longer."""
        self._timer.stop()

    @Slot()
    def _look(self) -> None:
        slept = slept_so_far(self._asleep_too, self._awake)
        if slept is None:
            return
        before, self._slept = self._slept, slept
        if before is not None and slept - before >= LONG_SLEEP:
            self.woke_up.emit()
