"""Watches the time of a running step: the end of a hard one, and sleep of the machine.

Time is always reckoned from the clock. A timer here only says when to look, so one that comes
late, early or twice changes nothing.
"""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from desktop.services.keeping import SessionKeeper

LOOK: Final = 1000
"""Milliseconds from one look to the next."""


class TimeWatch(QObject):
    """Looks while a step is running. ``follow`` it after each event."""

    paused_by_sleep = Signal()
    """The machine slept: the step stands still now."""

    ran_out = Signal()
    """The time of a hard step is over, if the clock agrees."""

    def __init__(self, keeper: SessionKeeper, parent: QObject) -> None:
        super().__init__(parent)
        self._keeper = keeper
        self._looks = QTimer(self)
        self._looks.setInterval(LOOK)
        self._looks.timeout.connect(self.look)
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.setTimerType(Qt.TimerType.PreciseTimer)
        self._end.timeout.connect(self._on_end)

    @Slot()
    def follow(self) -> None:
        """Take over how the time runs now."""
        if not self._is_running():
            self._looks.stop()
        elif not self._looks.isActive():
            self._looks.start()
        left = self._keeper.live.until_hard_end()
        if left is None:
            self._end.stop()
        else:
            self._end.start(left)

    @Slot()
    def look(self) -> None:
        """Look now whether the machine slept, unless what happened since has shown that already."""
        was_running = self._looks.isActive()
        self._keeper.pause_after_sleep()
        if was_running and not self._is_running():
            self._looks.stop()
            self.paused_by_sleep.emit()

    def _is_running(self) -> bool:
        run = self._keeper.live.state.core.open_run
        return run is not None and run.clock.since is not None

    @Slot()
    def _on_end(self) -> None:
        self.look()
        left = self._keeper.live.until_hard_end()
        if left is None:
            return
        if left:
            self._end.start(left)
        else:
            self.ran_out.emit()
