"""The console's first column: where the session is, how long it took, and what comes next."""

from typing import Final

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.views import ConsoleView
from desktop.services.session_hour import SessionHour
from desktop.ui.console.columns import column, row, scroller
from desktop.ui.console.comes_next import ComesNext
from desktop.ui.console.commands import Command
from desktop.ui.console.guide import GuideMoves
from desktop.ui.console.hour import Hour
from desktop.ui.console.step_list import StepList
from desktop.ui.console.times import TimesRow
from desktop.ui.formats import Formats
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text

_FOLDED: Final = 160
_ANY: Final = 16_777_215
"""Qt's own largest size, which stands for no limit."""

_AROUND: Final = 90


class StepsColumn(QWidget):
    """The steps with their times, the hour, and the guide's moves among the steps."""

    commanded = Signal(Command)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._covered = True
        self._title = Text(look, role="label", weight=600)
        self._so_far = Text(look, role="small", ink="text-muted")
        self._hour = Hour(look)
        self._steps = StepList(look)
        self._area = scroller(self._steps)
        self._next = ComesNext(look)
        self._times = TimesRow(look)
        self._moves = GuideMoves(look)
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        policy = self._so_far.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # nothing else moves when it is covered
        self._so_far.setSizePolicy(policy)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        parts = (self._hour, self._area, self._next, self._times, self._moves, self._hint)
        whole.addWidget(column(row(self._title, self._so_far), *parts))
        for part in (self._next, self._times, self._moves):
            part.commanded.connect(self.commanded)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._title.setText(self.tr("Steps"))
        self._hint.setText(self.tr("The right arrow moves on, the left one goes back."))

    def show_view(self, view: ConsoleView) -> None:
        """Shows the session as it is now."""
        self._steps.show_steps(view.steps, view.stage.name_a, view.stage.name_b)
        self._next.show_view(view)
        self._times.show_view(view)
        self._moves.show_view(view)
        QTimer.singleShot(0, self, self._reveal_step)

    def show_hour(self, hour: SessionHour | None) -> None:
        """Shows how long the hour has been going and when it ends."""
        self._hour.show_hour(hour)
        self.set_covered(self._covered)

    def show_times(self, view: ConsoleView, since: int, *, running: bool) -> None:
        """Lets the times grow by the ms since the view was made."""
        current = self._steps.current
        if current is not None:
            self._steps.show_spent(current.line.spent + (since if running else 0))
        so_far = Formats().minutes(view.so_far + since)
        self._so_far.setText(self.tr("{minutes} so far").format(minutes=so_far))

    def set_covered(self, covered: bool) -> None:
        """Covers all times: they are for the guide alone."""
        self._covered = covered
        self._hour.set_covered(covered)
        self._so_far.setVisible(not covered and not self._hour.is_shown)
        self._steps.show_times(not covered)

    def set_folded(self, folded: bool) -> None:
        """Keeps to a few steps where all columns stand one under the other."""
        height = self._look.px(_FOLDED)
        self._area.setMinimumHeight(height)
        self._area.setMaximumHeight(height if folded else _ANY)
        self._hint.setVisible(not folded)
        QTimer.singleShot(0, self, self._reveal_step)

    @Slot()
    def _reveal_step(self) -> None:
        step = self._steps.current
        if step is not None:
            self._area.ensureWidgetVisible(step, 0, _AROUND)
