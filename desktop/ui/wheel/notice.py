"""What a picked word may be asking one to notice, and what may lie under a word about another."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownWord
from desktop.domain.picks import Pick
from desktop.domain.wheel_search import Entry, WheelIndex
from desktop.ui.theme.look import Look
from desktop.ui.wheel.lines import Lines
from desktop.ui.wheel.offers import Offers
from desktop.ui.wheel.state import WheelState
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.text import Text

_GAP: Final = 8


class NoticePart(QWidget):
    """Two questions that can be asked of the word in hand; nothing is said before they are.

    ``card_asked`` carries the path id of the word that a card is drawn for, ``found`` a feeling as
    a ``ShownWord`` and the path id of the word that it was found under. A word that the wheel does
    not know has no questions. ``unfolded`` says that there is more to be read now.
    """

    card_asked = Signal(str)
    found = Signal(object, str)
    unfolded = Signal(object)

    def __init__(self, look: Look, index: WheelIndex) -> None:
        super().__init__()
        self._index = index
        self._entry: Entry | None = None
        self._ask = SecondaryButton(look)
        self._lines = Lines(look)
        self._card = SecondaryButton(look, icon="gallery-vertical-end")
        self._ask_under = SecondaryButton(look)
        self._stays = Text(look, role="small", ink="text-muted", wrap=True)
        self._feelings = Offers(look, self.tr("Add"), self.tr("Add “{word}”"))
        self._state: WheelState | None = None
        self._asked = self._asked_under = False
        self._lay_out()
        self._ask.setText(self.tr("What is it asking me to notice?"))
        self._ask_under.setText(self.tr("What is under it?"))
        self._card.setText(self.tr("Draw a card about it"))
        self._ask.clicked.connect(self._turn)
        self._ask_under.clicked.connect(self._turn_under)
        self._card.clicked.connect(self._tell_card)
        self._feelings.taken.connect(self._tell_found)

    def show_state(self, state: WheelState, in_hand: Pick | None) -> None:
        """Shows what can be asked of a pick of the one who chooses."""
        entry = self._known(in_hand)
        if entry is None or entry != self._entry:
            self._asked = self._asked_under = False
        self._entry, self._state = entry, state
        self._show()

    def _known(self, pick: Pick | None) -> Entry | None:
        """The word on this wheel, if it is there as it was shown when it was picked."""
        entry = self._index.entry(pick.word.path.id) if pick is not None else None
        same = entry is not None and pick is not None and entry.path == pick.word.path
        return entry if same else None

    def _show(self) -> None:
        entry, state = self._entry, self._state
        self.setVisible(entry is not None)
        if entry is None or state is None:
            return
        label = entry.word.label
        self._ask.setVisible(bool(entry.word.signal))
        self._ask.setAccessibleDescription(self._told(label, shown=self._asked))
        self._lines.show_lines(self._texts(entry) if self._asked else ())
        self._card.setVisible(self._asked and entry.path.id in state.with_card)
        self._card.setAccessibleDescription(label)
        self._ask_under.setVisible(entry.word.judgement)
        self._ask_under.setAccessibleDescription(self._told(label, shown=self._asked_under))
        self._stays.setVisible(self._asked_under)
        self._stays.setText(
            self.tr("“{word}” stays your word. One of these may be there as well, or none.").format(
                word=label
            )
        )
        self._feelings.show_words(self._hidden_by(entry, state) if self._asked_under else ())

    def _told(self, label: str, *, shown: bool) -> str:
        return self.tr("{word}, shown below").format(word=label) if shown else label

    def _texts(self, entry: Entry) -> tuple[str, ...]:
        word = entry.word
        lines = [self.tr("“{word}” may be telling you: {signal}")]
        if word.need:
            lines.append(self.tr("What you may need: {need}"))
        return tuple(
            line.format(word=word.label, signal=word.signal, need=word.need) for line in lines
        )

    def _hidden_by(self, entry: Entry, state: WheelState) -> list[ShownWord]:
        """The feelings that may lie under a word, but for those that were picked."""
        own = {pick.word.path.id for pick in state.picks_of(state.chooser)}
        found = (self._index.entry(i) for i in entry.word.may_hide if i not in own)
        return [self._index.shown(feeling) for feeling in found if feeling is not None]

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(_GAP)
        start = Qt.AlignmentFlag.AlignLeading
        column.addWidget(self._ask, 0, start)
        column.addWidget(self._lines)
        column.addWidget(self._card)
        column.addWidget(self._ask_under, 0, start)
        column.addWidget(self._stays)
        column.addWidget(self._feelings)

    @Slot()
    def _turn(self) -> None:
        self._asked = not self._asked
        self._show()
        if self._asked:
            announce(self, self._lines.spoken)
            self.unfolded.emit(self)

    @Slot()
    def _turn_under(self) -> None:
        self._asked_under = not self._asked_under
        self._show()
        if self._asked_under:
            announce(self, self._stays.text())
            self.unfolded.emit(self)

    @Slot()
    def _tell_card(self) -> None:
        if self._entry is not None:
            self.card_asked.emit(self._entry.path.id)

    @Slot(object)
    def _tell_found(self, feeling: ShownWord) -> None:
        if self._entry is not None:
            self.found.emit(feeling, self._entry.path.id)
