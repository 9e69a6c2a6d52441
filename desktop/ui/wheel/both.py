"""What both have picked, read side by side."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.side_by_side import side_by_side
from desktop.ui.theme.look import Look
from desktop.ui.wheel.lines import Lines, labels
from desktop.ui.wheel.state import WheelState
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import SecondaryButton


class BothPart(QWidget):
    """A button, and under it what is in both and what only one named; it is pressed to and fro.

    It is there once both have picked a word. ``unfolded`` says that there is more to be read now.
    """

    unfolded = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._open = False
        self._state = WheelState(chooser=Partner.A, name_a="", name_b="")
        self._button = SecondaryButton(look, icon="users")
        self._lines = Lines(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._button)
        column.addWidget(self._lines)
        self._button.setText(self.tr("Look at both"))
        self._button.clicked.connect(self._turn)

    def show_state(self, state: WheelState) -> None:
        """Shows what both have picked now."""
        self._state = state
        both = all(state.picks_of(partner) for partner in Partner)
        self._open = self._open and both
        self.setVisible(both)
        self._show()

    @Slot()
    def _turn(self) -> None:
        self._open = not self._open
        self._show()
        if self._open:
            announce(self, self._lines.spoken)
            self.unfolded.emit(self)

    def _show(self) -> None:
        self._button.setAccessibleDescription(self.tr("shown below") if self._open else "")
        self._lines.show_lines(self._texts() if self._open else ())

    def _texts(self) -> list[str]:
        beside = side_by_side(self._words(Partner.A), self._words(Partner.B))
        texts: list[str] = []
        if beside.both:
            texts.append(self.tr("In both: {words}").format(words=labels(beside.both)))
        for partner, words in ((Partner.A, beside.only_first), (Partner.B, beside.only_second)):
            if words:
                only = self.tr("Only {name}: {words}")
                texts.append(only.format(name=self._state.name(partner), words=labels(words)))
        return texts

    def _words(self, partner: Partner) -> list[ShownWord]:
        return [pick.word for pick in self._state.picks_of(partner)]
