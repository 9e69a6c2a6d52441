"""The guide's row of times for coming back from a break."""

from functools import partial

from PySide6.QtCore import QDate, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.console.even_grid import EvenGrid
from desktop.ui.formats import Formats
from desktop.ui.stage.picking import MOST, STEPS, Picking, step_words, time_words
from desktop.ui.stage.words import clock_time
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.text import Text


class TimeButton(SecondaryButton):
    """A time or a step, so that a row of them is narrow."""

    def _side(self) -> int:
        return 10

    def _above_and_below(self) -> int:
        return 14


class ReturnTimes(QWidget):
    """During a break: times to agree on, by one press or step by step; else it takes no room.

    ``agreed`` carries the time that was chosen, in ms since 1970, UTC.
    """

    agreed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picking = Picking(self)
        self._words = Text(look, role="small", ink="text-muted", wrap=True)
        self._times = [TimeButton(look) for _ in range(MOST)]
        self._steps = {by: TimeButton(look) for by in STEPS}
        self._other, self._later, self._agree, self._keep = (TimeButton(look) for _ in range(4))
        self._acts = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        fixed = time_words()
        for button, text in (
            (self._other, fixed.other),
            (self._later, fixed.later),
            (self._agree, fixed.agree),
            (self._keep, fixed.keep),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        for by, (name, text) in step_words().items():
            self._steps[by].setText(text)
            self._steps[by].setAccessibleName(name)

    def show_view(self, stage: StageView) -> None:
        """Shows what can be agreed on now."""
        self._picking.fill(stage)
        self._show()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self._words)
        offered = (*self._times, self._other, self._later, *self._steps.values())
        for row, buttons in ((QWidget(), offered), (self._acts, (self._agree, self._keep))):
            grid = EvenGrid(row)
            for button in buttons:
                grid.addWidget(button)
            rows.addWidget(row)

    def _connect(self) -> None:
        picking = self._picking
        for index, button in enumerate(self._times):
            button.clicked.connect(partial(picking.take, index))
        for by, button in self._steps.items():
            button.setAutoRepeat(True)
            button.clicked.connect(partial(picking.move, by))
        self._other.clicked.connect(picking.choose)
        self._later.clicked.connect(picking.open)
        self._keep.clicked.connect(picking.leave)
        self._agree.clicked.connect(picking.agree)
        picking.changed.connect(self._on_changed)
        picking.agreed.connect(self.agreed)

    @Slot()
    def _on_changed(self) -> None:
        self._show()
        if self._picking.choice is not None:
            announce(self, self._words.text())

    def _show(self) -> None:
        picking = self._picking
        times, choice = picking.times, picking.choice
        for button, time in zip(self._times, times, strict=False):
            button.setText(Formats().clock(time))
            button.setAccessibleName(button.text())
        for index, button in enumerate(self._times):
            button.setVisible(index < len(times))
        for by, button in self._steps.items():
            button.setVisible(choice is not None)
            button.setEnabled(choice is not None and choice.can_move(by))
        self._other.setVisible(picking.any_other)
        self._later.setVisible(picking.can_open)
        self._agree.setVisible(choice is not None)
        self._keep.setVisible(picking.can_leave)
        self._acts.setVisible(picking.can_leave)
        self._words.setText(self._said())
        self._words.setVisible(bool(self._words.text()))
        self.setVisible(picking.offered or picking.can_open)

    def _said(self) -> str:
        choice = self._picking.choice
        if choice is not None:
            time = clock_time(choice.at, QDate.currentDate())
            return self.tr("Back together at {time}?").format(time=time)
        return self.tr("A time that suits both:") if self._picking.offered else ""
