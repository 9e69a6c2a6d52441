""" "I can't name it yet": looking for a word by the body, or by energy and pleasantness."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.domain.wheel_search import Entry, WheelIndex
from desktop.ui.theme.look import Look
from desktop.ui.wheel.cue_chip import CueChip
from desktop.ui.wheel.flow_rows import FlowRows
from desktop.ui.wheel.pad import EnergyPad
from desktop.ui.wheel.word_row import WordRow
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text

_ROWS: Final = 4
_LEAST_ROW: Final = 200


class NamingPanel(QWidget):
    """Body cues, the pad, and the words that fit both.

    ``word_chosen`` carries the ``ShownWord`` that was pressed; ``gave_up`` is "I don't know", an
    answer like any other.
    """

    word_chosen = Signal(object)
    gave_up = Signal()

    def __init__(
        self, look: Look, index: WheelIndex, cues: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._index = index
        self._chips = [CueChip(look, cue) for cue in cues]
        # At most one cue is on, and pressing it again switches it off: Qt's exclusive groups can't.
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.buttonToggled.connect(self._switch_cue)
        self.pad = EnergyPad(look)
        self._title = Text(look, role="section", wrap=True)
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._near = Text(look, role="small", weight=600, wrap=True)
        self._words = QVBoxLayout()
        self._rows: list[WordRow] = []
        self._unknown = QuietButton(look)
        self._lay_out()
        self.retranslate()
        for chip in self._chips:
            self._group.addButton(chip)
        self.pad.marked.connect(self._show_fitting)
        self._unknown.clicked.connect(self.gave_up)
        self._show_fitting()

    def retranslate(self) -> None:
        """Sets all texts."""
        self._title.setText(self.tr("I can’t name it yet"))
        self._hint.setText(self.tr("Start from the body, or put a mark on the pad."))
        self._unknown.setText(self.tr("I don’t know, and that’s fine"))
        self._unknown.setAccessibleName(self.tr("I don't know, and that's fine"))

    def show_partner(self, partner: Partner) -> None:
        """Starts afresh when another partner chooses."""
        self.pad.show_partner(partner)
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
        for part in (self._title, self._hint, chips, halves):
            column.addWidget(part)
        column.addWidget(self._unknown, 0, Qt.AlignmentFlag.AlignLeading)

    @Slot()
    def _show_fitting(self) -> None:
        cue = next((chip.text() for chip in self._chips if chip.isChecked()), "")
        mark = self.pad.mark
        found = self._index.fitting(cue, mark, _ROWS) if cue or mark else ()
        self._show_rows(found)
        if mark is not None:
            self._near.setText(self.tr("Words near that mark"))
        else:
            self._near.setText(self.tr("Words that go with it") if found else "")

    def _show_rows(self, found: Sequence[Entry]) -> None:
        """One row for each word; rows that are there already are used again."""
        while len(self._rows) > len(found):
            row = self._rows.pop()
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(found):
            row = WordRow(self._look)
            row.picked.connect(self._choose)
            self._rows.append(row)
            self._words.insertWidget(len(self._rows), row)
        for row, entry in zip(self._rows, found, strict=True):
            row.show_entry(entry)

    @Slot(QAbstractButton, bool)
    def _switch_cue(self, switched: QAbstractButton, on: bool) -> None:
        for chip in self._chips:
            if on and chip is not switched:
                chip.setChecked(False)
        self._show_fitting()

    @Slot(object)
    def _choose(self, entry: Entry) -> None:
        self.word_chosen.emit(self._index.shown(entry))
