"""What the two do with words beside picking them: notice, compare, guess."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.picks import Pick
from desktop.domain.wheel_search import WheelIndex
from desktop.ui.theme.look import Look
from desktop.ui.wheel.both import BothPart
from desktop.ui.wheel.guess import GuessPart
from desktop.ui.wheel.notice import NoticePart
from desktop.ui.wheel.state import WheelState


class TogetherPart(QWidget):
    """Shows a ``WheelState`` to two people; on a wheel for one alone it has no place.

    The signals are those of its parts. ``unfolded`` carries the part with more to be read now.
    """

    guess_begun = Signal(object)
    guess_opened = Signal()
    guess_let_go = Signal()
    word_taken_over = Signal(object)
    card_asked = Signal(str)
    feeling_found = Signal(object, str)
    unfolded = Signal(object)

    def __init__(self, look: Look, index: WheelIndex) -> None:
        super().__init__()
        self._notice = NoticePart(look, index)
        self._both = BothPart(look)
        self._guess = GuessPart(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for part in (self._notice, self._both, self._guess):
            column.addWidget(part)
            part.unfolded.connect(self.unfolded)
        self._guess.begun.connect(self.guess_begun)
        self._guess.opened.connect(self.guess_opened)
        self._guess.let_go.connect(self.guess_let_go)
        self._guess.taken_over.connect(self.word_taken_over)
        self._notice.card_asked.connect(self.card_asked)
        self._notice.found.connect(self.feeling_found)

    def show_state(self, state: WheelState, in_hand: Pick | None) -> None:
        """Shows what there is; ``in_hand`` is the pick of the chooser that is being looked at."""
        self._notice.show_state(state, in_hand)
        self._both.show_state(state)
        self._guess.show_state(state)
