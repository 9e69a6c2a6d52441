"""The screen while answers are given one after the other: only the answer can be reached."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.exercise.format import StepKind
from desktop.ui.handover.answering import AnsweringPage
from desktop.ui.handover.passing import PassingPage
from desktop.ui.handover.state import HandOver
from desktop.ui.handover.together import TogetherPage
from desktop.ui.handover.words import WordsPage
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce


class HandOverScreen(QStackedWidget):
    """Hands the laptop on, takes an answer, and lets both look in the end.

    It has none of the room's keys. ``answered`` carries a Partner and the answer; ``left`` wants
    to stop early, ``kept`` to keep the answer that is there, ``change_requested`` carries the
    Partner who wants to answer anew.
    """

    answered = Signal(object, object)
    left = Signal()
    kept = Signal()
    reveal_requested = Signal()
    change_requested = Signal(object)

    def __init__(self, look: Look, wheel: Wheel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._wheel = wheel
        self._told: HandOver | None = None
        self._passing = PassingPage(look)
        self._answering = AnsweringPage(look)
        self._words: WordsPage | None = None
        self._together = TogetherPage(look)
        for page in (self._passing, self._answering, self._together):
            self.addWidget(page)
        self._passing.taken.connect(self._begin)
        self._connect(self._answering)
        self._together.left.connect(self.left)
        self._together.reveal_requested.connect(self.reveal_requested)
        self._together.change_requested.connect(self.change_requested)

    def show_hand_over(self, told: HandOver | None) -> None:
        """Shows whose turn it is; what is being answered is left alone while that stays so.

        With None nobody has the laptop any more.
        """
        if told == self._told:
            return
        self._told = told
        self._answering.forget()
        self._throw_words_away()
        if told is None:
            return
        if told.partner is None:
            self._together.show_hand_over(told)
            self._go_to(self._together, self._together.button, self._together.words)
        else:
            self._passing.show_hand_over(told, told.partner)
            self._go_to(self._passing, self._passing.button, self._passing.words)

    def show_problem(self, text: str) -> None:
        """Says why an answer could not be taken; it stays in its field."""
        self._answering.show_problem(text)

    def take_focus(self) -> None:
        """Gives the keyboard to what is asked now."""
        page = self.currentWidget()
        if page is self._passing:
            self._passing.button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif page is self._together:
            self._together.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect(self, page: AnsweringPage | WordsPage) -> None:
        page.given.connect(self._give)
        page.ways.left.connect(self.left)
        page.ways.kept.connect(self.kept)

    def _new_words_page(self) -> WordsPage:
        """A wheel of which nobody can tell what was looked at on it before."""
        page = self._words = WordsPage(self._look, self._wheel)
        self.addWidget(page)
        self._connect(page)
        return page

    def _throw_words_away(self) -> None:
        page, self._words = self._words, None
        if page is not None:
            page.hide()
            self.removeWidget(page)
            page.deleteLater()

    def _go_to(self, page: QWidget, focus: QWidget, words: str) -> None:
        self.setCurrentWidget(page)
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words)

    @Slot()
    def _begin(self) -> None:
        told = self._told
        if told is None or told.partner is None:
            return
        page = self._new_words_page() if told.kind is StepKind.WHEEL else self._answering
        self.setCurrentWidget(page)
        page.begin(told, told.partner)

    @Slot(object)
    def _give(self, answer: object) -> None:
        if self._told is not None and self._told.partner is not None:
            self.answered.emit(self._told.partner, answer)
