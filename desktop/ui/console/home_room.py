"""The room that a couple drives by itself: the stage, and a slim bar of controls under it."""

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.views import ConsoleView
from desktop.ui.console.asking import ask_for
from desktop.ui.console.commands import Command
from desktop.ui.console.controls import HOME, Controls
from desktop.ui.console.key_sheet import KeySheet
from desktop.ui.console.keys import BINDINGS, MARKS, RoomKeys, key_text
from desktop.ui.console.offer import SmallerPiece
from desktop.ui.console.readouts import Readouts
from desktop.ui.console.steady import steady_focus
from desktop.ui.console.undoing import undo_text
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.scene import RunClock
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout

_SMALLEST_STAGE: Final = 180
_TIMES_UP_TO: Final = 1.5
"""Up to this size of text the bar has a button for the times."""

_KEYS: Final = tuple(binding for binding in BINDINGS if binding.command not in MARKS)


class HomeRoom(QWidget):
    """Leads a couple. It is told all by ``show_view`` and asks for all by ``asked``.

    ``now`` gives the run time in ms. No digits run here: the time left is told in words.
    """

    asked = Signal(Ask)

    def __init__(self, look: Look, now: RunClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._view: ConsoleView | None = None
        self.stage = StageWidget(look, now, break_button=False)
        self.stage.setMinimumHeight(_SMALLEST_STAGE)
        self._offer = SmallerPiece(look)
        self._readouts = Readouts(look, now, exact=False)
        self._times = QuietButton(look, icon="timer")
        self._undo = QuietButton(look, icon="undo-2")
        self._controls = Controls(look, HOME, most=len(HOME), shows_keys=False)
        self._lay_out()
        self._fit_times()
        look.changed.connect(self._fit_times)
        self.keys = RoomKeys(self)
        self.keys.pressed.connect(self.do)
        self.stage.asked.connect(self.asked)
        self._offer.asked.connect(self.asked)
        self._controls.commanded.connect(self.do)
        self._undo.clicked.connect(self._ask_undo)
        self._times.clicked.connect(self._ask_times)
        self._ticker = QTimer(self)
        self._ticker.setInterval(1000)
        self._ticker.timeout.connect(self.tick)

    def show_view(self, view: ConsoleView) -> None:
        """Shows the session as it is now."""
        self._view = view
        with steady_focus(self, self.stage):
            self.stage.show_view(view.stage)
            self._controls.show_view(view)
            self._undo.setEnabled(view.moves.undo)
            self._times.setEnabled(view.moves.change_times)
            self._offer.show_view(view)
        self._readouts.show_view(view.stage)
        self._times.setText(self.tr("Change the times"))
        self._times.setAccessibleName(self._times.text())
        self._times.setToolTip(key_text(Command.CHANGE_TIMES))
        words = undo_text(view.undo_kind) if view.moves.undo else self.tr("Undo")
        self._undo.setText(words)
        self._undo.setAccessibleName(self.tr("Undo"))
        self._undo.setAccessibleDescription(words)
        self._undo.setToolTip(key_text(Command.UNDO))
        timer = view.stage.timer
        if timer is not None and timer.running:
            self._ticker.start()
        else:
            self._ticker.stop()

    @Slot()
    def tick(self) -> None:
        """Lets a second pass in the bar; the stage looks after itself."""
        self._readouts.tick()

    @Slot(Command)
    def do(self, command: Command) -> None:
        """Carries out a command by asking for it, if it can be had now."""
        if command is Command.KEY_SHEET:
            KeySheet(self._look, self, _KEYS).open()
            return
        ask = ask_for(command, self._view) if self._view is not None else None
        if ask is not None:
            self.asked.emit(ask)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the ground of the bar."""
        QPainter(self).fillRect(self.rect(), self._look.color("surface"))

    def _lay_out(self) -> None:
        told = FoldingLayout(spacing=16)
        told.add(self._readouts, 1)
        told.add(self._times)
        told.add(self._undo)
        bar = QVBoxLayout()
        bar.setContentsMargins(16, 8, 16, 12)
        bar.setSpacing(6)
        bar.addLayout(told)
        bar.addWidget(self._controls)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.stage, 1)
        whole.addWidget(self._offer)
        whole.addLayout(bar)

    @Slot()
    def _fit_times(self) -> None:
        """With large text the stage needs the room; the key T remains."""
        self._times.setVisible(self._look.text_scale <= _TIMES_UP_TO)

    @Slot()
    def _ask_times(self) -> None:
        self.do(Command.CHANGE_TIMES)

    @Slot()
    def _ask_undo(self) -> None:
        self.do(Command.UNDO)
