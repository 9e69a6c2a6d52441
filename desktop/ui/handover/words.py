"""The wheel for one partner alone: words that nobody else has seen."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.events import ChosenWord, ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, with_pick, without_pick
from desktop.services.session_words import SessionWords
from desktop.ui.handover.state import HandOver
from desktop.ui.handover.ways_out import WaysOut
from desktop.ui.theme.look import Look
from desktop.ui.wheel.screen import WheelScreen
from desktop.ui.wheel.state import WheelState


class WordsPage(QWidget):
    """The wheel, where "These fit" is "Done", for one answer. It is thrown away after it.

    ``given`` carries a tuple of ``ChosenWord``, an empty one for "I don't know", and None where
    there is no answer. The words are kept here and nowhere else until they are given.
    """

    given = Signal(object)

    def __init__(self, look: Look, words: SessionWords) -> None:
        super().__init__()
        self._picks: tuple[Pick, ...] = ()
        self._told: HandOver | None = None
        self._partner = Partner.A
        self.wheel = WheelScreen(look, words.wheel, alone=True, typed=words.typed)
        self.ways = WaysOut(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.wheel, 1)
        below = QVBoxLayout()
        below.setContentsMargins(26, 0, 24, 18)
        below.addWidget(self.ways)
        column.addLayout(below)
        self.wheel.word_picked.connect(self._pick)
        self.wheel.word_dropped.connect(self._drop)
        self.wheel.intensity_changed.connect(self._change)
        self.wheel.words_cleared.connect(self._clear)
        self.wheel.not_known_said.connect(self._give_not_known)
        self.wheel.finished.connect(self._give)
        self.ways.declined.connect(self._give_nothing)

    def begin(self, told: HandOver, partner: Partner) -> None:
        """Asks a partner."""
        self._told, self._partner, self._picks = told, partner, ()
        self.ways.show_hand_over(told)
        self._show()
        self.wheel.words.setFocus()

    def _show(self) -> None:
        told = self._told
        if told is not None:
            self.wheel.show_state(
                WheelState(
                    chooser=self._partner,
                    name_a=told.name_a,
                    name_b=told.name_b,
                    picks=self._picks,
                    guesses=told.guess,
                )
            )

    @Slot(object, int)
    def _pick(self, word: ShownWord, intensity: int) -> None:
        pick = Pick(partner=self._partner, word=word, intensity=intensity)
        self._picks = with_pick(self._picks, pick)
        self._show()

    @Slot(str)
    def _drop(self, path: str) -> None:
        self._picks = without_pick(self._picks, self._partner, path)
        self._show()

    @Slot()
    def _clear(self) -> None:
        self._picks = ()
        self._show()

    @Slot(str, int)
    def _change(self, path: str, intensity: int) -> None:
        for pick in self._picks:
            if pick.word.path.id == path:
                self._pick(pick.word, intensity)
                return

    @Slot()
    def _give(self) -> None:
        words = tuple(ChosenWord(word=p.word, intensity=p.intensity) for p in self._picks)
        self.given.emit(words or None)

    @Slot()
    def _give_not_known(self) -> None:
        self.given.emit(())

    @Slot()
    def _give_nothing(self) -> None:
        self.given.emit(None)
