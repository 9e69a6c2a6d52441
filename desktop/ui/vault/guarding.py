"""Turns what is heard of the machine, and of nobody touching it, into wishes to lock or cover."""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.flow.idle import WhenIdle, when_idle
from desktop.domain.flow.state import State
from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.idle import IdleWatch

Moment = Callable[[], tuple[State | None, int]]
"""The session on the screen, None on all other pages, and its run time in ms."""


class Guards(NamedTuple):
    """What tells of the machine, and of nobody touching it."""

    machine: SystemWatch
    idle: IdleWatch


def usual_guards() -> Guards:
    """All that this system can tell."""
    from desktop.ui.watch.choose import system_watch

    return Guards(system_watch(), IdleWatch())


class Guarding(QObject):
    """Watches over an open vault from ``start`` to ``stop``, which may come without a start.

    The ``guards`` belong to it from now on.
    """

    lock_wanted = Signal(bool)
    """Lock now; hurriedly when the machine is about to sleep."""

    cover_wanted = Signal()
    """Cover what is private on the console: nobody touched the computer, but people talk."""

    def __init__(self, guards: Guards, moment: Moment, parent: QObject) -> None:
        super().__init__(parent)
        self._watch: Final = guards.machine
        self._idle: Final = guards.idle
        self._moment = moment
        self._started = False
        watch, idle = guards
        for guard in guards:
            guard.setParent(self)
        watch.sleep_announced.connect(self._on_sleep_announced)
        watch.screen_locked.connect(self._on_away)
        watch.woke_up.connect(self._on_away)
        idle.idled.connect(self._on_idled)

    def start(self) -> None:
        """Begin to watch."""
        self._started = True
        self._watch.start()
        self._idle.start()

    def stop(self) -> None:
        """Watch no longer; a machine that waits for us may sleep now."""
        if self._started:
            self._started = False
            self._idle.stop()
            self._watch.stop()

    @Slot()
    def touched(self) -> None:
        """Something was done, perhaps through assistive tools, which the system does not tell."""
        self._idle.touched()

    def set_minutes(self, minutes: int) -> None:
        """After how many minutes without a touch something is to be done; 0 for never."""
        self._idle.set_minutes(minutes or None)

    @Slot()
    def _on_sleep_announced(self) -> None:
        self.lock_wanted.emit(True)

    @Slot()
    def _on_away(self) -> None:
        self.lock_wanted.emit(False)

    @Slot()
    def _on_idled(self) -> None:
        match when_idle(*self._moment()):
            case WhenIdle.LOCK:
                self.lock_wanted.emit(False)
            case WhenIdle.CURTAIN:
                self.cover_wanted.emit()
