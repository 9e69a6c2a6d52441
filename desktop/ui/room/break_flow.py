"""A break within a session: who may call it from where, what was agreed, and when it is over."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.events import ReturnAgreed, ReturnAsked
from desktop.domain.flow.returning import has_come
from desktop.domain.flow.state import Pause
from desktop.domain.flow.views import ReturnView
from desktop.services.live import LiveSession, MakeEvent
from desktop.ui.console.commands import Command
from desktop.ui.console.keys import BINDINGS, RoomKeys
from desktop.ui.stage.asks import Ask

LOOK_AGAIN: Final = 15_000
"""Milliseconds after which the wall clock is read again: it can be set, and machines sleep."""

_CALLS: Final = {Command.BREAK: Ask.BREAK, Command.SETTLE: Ask.SETTLE}


class BreakFlow(QObject):
    """Waits for the agreed time of a live session's break, by the clock on the wall.

    ``happen`` lets something happen in the session. ``follow`` is told of each change. The clock
    is read every so many ms at least.
    """

    asked = Signal(Ask)
    """A key of a page that lies over the room called a break."""

    began = Signal()

    changed = Signal()
    """What the screens show of the break is another thing now, though nothing happened."""

    return_time_came = Signal()

    def __init__(
        self,
        live: LiveSession,
        happen: Callable[[MakeEvent], None],
        parent: QObject,
        every: int = LOOK_AGAIN,
    ) -> None:
        super().__init__(parent)
        self._live = live
        self._happen = happen
        self._every = every
        self._shown: ReturnView | None = None
        self._going_on = self._pause is not None
        self._resting = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)

    def add_keys(self, page: QWidget) -> None:
        """Let the keys that call a break do so on a page that lies over the room, too."""
        bindings = [binding for binding in BINDINGS if binding.command in _CALLS]
        RoomKeys(page, bindings).pressed.connect(self._on_key)

    def ask_if_over(self) -> None:
        """Ask at once where the agreed time came while the session was closed."""
        pause = self._pause
        if pause is not None and not pause.asked and has_come(pause, self._live.stamp().wall):
            self._happen(lambda id, at: ReturnAsked(id=id, at=at))

    def follow(self) -> None:
        """Wait for the agreed time of the break, or for nothing without one."""
        pause = self._pause
        began = pause is not None and not self._going_on
        self._going_on = pause is not None
        if pause is None or self._resting:
            self._timer.stop()
            return
        self._shown = self._live.stage.returning
        left = pause.until - self._live.stamp().wall
        over = pause.asked and left <= 0
        self._timer.start(self._every if over else max(0, min(left, self._every)))
        if began:
            self.began.emit()

    def rest(self) -> None:
        """Let nothing happen any more: the session is being left."""
        self._resting = True
        self._timer.stop()

    @Slot(object)
    def agree(self, until: int) -> None:
        """Both chose a time, in ms since 1970."""
        self._happen(lambda id, at: ReturnAgreed(id=id, at=at, until=until))

    @property
    def _pause(self) -> Pause | None:
        return self._live.state.core.pause

    @Slot()
    def _look(self) -> None:
        pause = self._pause
        if pause is None:
            return
        if not pause.asked and has_come(pause, self._live.stamp().wall):
            self._happen(lambda id, at: ReturnAsked(id=id, at=at))
            self.return_time_came.emit()
            return
        if self._live.stage.returning != self._shown:
            self.changed.emit()
        self.follow()

    @Slot(Command)
    def _on_key(self, command: Command) -> None:
        self.asked.emit(_CALLS[command])
