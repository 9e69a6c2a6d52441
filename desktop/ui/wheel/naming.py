""" "I can't name it yet": looking for a word by the body, or by energy and pleasantness."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.wheel_search import Entry, WheelIndex
from desktop.ui.theme.look import Look
from desktop.ui.wheel.cue_chip import CueChip
from desktop.ui.wheel.flow_rows import FlowRows
from desktop.ui.wheel.marks import not_known
from desktop.ui.wheel.pad import EnergyPad
from desktop.ui.wheel.word_row import WordRow
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text

MOST_LIT: Final = 10
"""How many words are lit on the wheel: enough to look round, few enough to stand out."""

_ROWS: Final = 4
_LEAST_ROW: Final = 200


class NamingPanel(QWidget):
    """Body cues, the pad, and the words that fit both.

    ``word_chosen`` carries the ``ShownWord`` that was pressed, ``words_lit`` the path ids of all
    words that may fit, and none once one was taken. ``word_shown`` is the path id of the row in
    hand, or "". ``not_known_said`` is "I don't know", an answer like any other.
    """

    word_chosen = Signal(object)
    word_shown = Signal(str)
    words_lit = Signal(object)
    not_known_said = Signal()

    def __init__(
        self, look: Look, index: WheelIndex, cues: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._index = index
        self._partner = Partner.A
        self._picked: frozenset[str] = frozenset()
        self._fitting: tuple[Entry, ...] = ()
        self._chips = [CueChip(look, cue) for cue in cues]
        self.pad = EnergyPad(look)
        self._title = Text(look, role="section", wrap=True)
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._near = Text(look, role="small", weight=600, wrap=True)
        self._words = QVBoxLayout()
        self._rows: list[WordRow] = []
        self._unknown = QuietButton(look)
        self._lay_out()
        self.retranslate()
        # No group for them: Qt takes the keyboard to one button of a group only.
        for chip in self._chips:
            chip.toggled.connect(self._look_anew)
        self.pad.marked.connect(self._look_anew)
        self._unknown.clicked.connect(self.not_known_said)
        self._show_fitting()

    def retranslate(self) -> None:
        """Sets all texts."""
        self._title.setText(self.tr("I can’t name it yet"))
        self._hint.setText(self.tr("Start from the body, or put a mark on the pad."))
        self._unknown.setText(not_known())
        self._unknown.setAccessibleName(self.tr("I don't know, and that's fine"))

    def show_partner(self, partner: Partner) -> None:
        """Starts afresh when another partner chooses."""
        if partner is not self._partner:
            self.start_afresh()
        self._partner = partner
        self.pad.show_partner(partner)

    def show_answer(self, picked: Collection[str], *, unknown: bool) -> None:
        """Shows which words this partner has picked, or that the answer is "I don't know"."""
        taken = frozenset(picked)
        if unknown:
            self._unknown.set_waiting(self.tr("This is your answer for now."))
            self.start_afresh()
        else:
            self._unknown.set_waiting(self.tr("You have picked words.") if taken else "")
        if taken - self._picked:
            self.words_lit.emit(())
        self._picked = taken
        self._show_rows()

    def start_afresh(self) -> None:
        """Leaves no cue and no mark behind."""
        for chip in self._chips:
            with QSignalBlocker(chip):
                chip.setChecked(False)
        self.pad.take_mark_away()
        self._show_fitting()

    def take_focus(self) -> None:
        """Takes the keyboard to the first way in."""
        if self._chips:
            self._chips[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.pad.take_focus()

    def _lay_out(self) -> None:
        chips = QWidget()
        flow = FlowRows(chips, spacing=8)
        for chip in self._chips:
            flow.addWidget(chip)
        words = QWidget()
        words.setMinimumWidth(self._look.px(_LEAST_ROW))
        words.setLayout(self._words)
        self._words.setContentsMargins(0, 0, 0, 0)
        self._words.setSpacing(6)
        self._words.addWidget(self._near)
        self._words.addStretch(1)
        halves = QWidget()
        fold = FoldingLayout(halves, spacing=24)
        fold.add(self.pad)
        fold.add(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._title, self._hint, chips):
            column.addWidget(part)
        column.addSpacing(6)
        column.addWidget(halves)
        column.addWidget(self._unknown, 0, Qt.AlignmentFlag.AlignLeading)

    @Slot()
    def _look_anew(self) -> None:
        """Shows what fits now, and tells who can't see it which word fits best."""
        before = self._fitting[:1]
        self._show_fitting()
        if self._fitting and self._fitting[:1] != before:
            best = self._fitting[0].word.label
            announce(self._near, self.tr("{word} may fit").format(word=best))

    def _show_fitting(self) -> None:
        cues = [chip.text() for chip in self._chips if chip.isChecked()]
        mark = self.pad.mark
        self._fitting = self._index.fitting(cues, mark, MOST_LIT) if cues or mark else ()
        if mark is not None:
            self._near.setText(self.tr("Words near that mark"))
        else:
            self._near.setText(self.tr("Words that go with it") if self._fitting else "")
        self._show_rows()
        self.words_lit.emit(tuple(entry.path.id for entry in self._fitting))

    def _show_rows(self) -> None:
        """One row for each of the best words; rows that are there already are used again."""
        found = self._fitting[:_ROWS]
        while len(self._rows) > len(found):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(found):
            row = WordRow(self._look)
            row.picked.connect(self._choose)
            row.word_shown.connect(self.word_shown)
            self._rows.append(row)
            self._words.insertWidget(len(self._rows), row)
        for row, entry in zip(self._rows, found, strict=True):
            row.show_entry(entry, picked=entry.path.id in self._picked)

    @Slot(object)
    def _choose(self, entry: Entry) -> None:
        self.word_chosen.emit(self._index.shown(entry))
