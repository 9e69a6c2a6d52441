"""The settings: own words on the wheel."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.models.emotion_words import OwnWordLine, WordsState
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.divider import Divider
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.group import Group
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.undo_line import UndoLine

_LEAST: Final = 150


class OwnWordsSection(Group):
    """The own words, each with what can be done with it; its buttons are described by the word."""

    addition_requested = Signal()
    change_requested = Signal(str)
    removal_requested = Signal(str)
    """The id of an own word."""

    undo_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._look = look
        self._state = WordsState()
        self._about = Text(look, role="small", ink="text-muted", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        self._add = SecondaryButton(look, icon="plus")
        self._news = Notice(look, "error")
        self._removed = UndoLine(look)
        self._lay_out()
        self._add.clicked.connect(self.addition_requested)
        self._removed.undone.connect(self.undo_requested)
        self.retranslate()

    def show_state(self, state: WordsState) -> None:
        """Shows the own words; what was said of others goes."""
        self._state = state
        clear(self._lines)
        for index, line in enumerate(state.words):
            if index:
                self._lines.addWidget(Divider(self._look))
            self._lines.addWidget(self._row(line))
        self._news.show_text("")
        self._removed.hide()

    def show_removed(self, label: str) -> None:
        """Says that a word was removed, and offers to put it back."""
        self._removed.show_removed(label)

    def take_focus(self) -> None:
        """Gives the keyboard a place where the button that had it is no more."""
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_problem(self, text: str) -> None:
        """Says in a sentence what went wrong."""
        self._news.show_text(text)

    def retranslate(self) -> None:
        """Writes all texts."""
        self.set_label(self.tr("Own words"))
        self._about.setText(
            self.tr(
                "They stand on the wheel in every session. What somebody types during a session is "
                "not among them: it is offered to the same two people only."
            )
        )
        self._add.setText(self.tr("Add a word"))
        self._removed.retranslate()
        self.show_state(self._state)

    def _lay_out(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(self._about)
        inside.addLayout(self._lines)
        inside.addWidget(self._news)
        inside.addWidget(self._removed)
        buttons = FoldingLayout(spacing=12)
        buttons.add(self._add)
        inside.addLayout(buttons)
        self.put(inside)

    def _row(self, line: OwnWordLine) -> QWidget:
        row = QWidget()
        across = FoldingLayout(row, spacing=12)
        across.setContentsMargins(0, 10, 0, 10)
        where = self._where(line)
        across.add(self._words(line.label, where), 1)
        for text, asked in (
            (self.tr("Remove"), self.removal_requested),
            (self.tr("Change"), self.change_requested),
        ):
            button = QuietButton(self._look, text)
            button.setAccessibleDescription(f"{line.label}. {where}")
            button.clicked.connect(partial(asked.emit, line.word_id))
            across.add(button)
            across.setAlignment(button, Qt.AlignmentFlag.AlignVCenter)
        return row

    def _words(self, label: str, where: str) -> QWidget:
        words = QWidget()
        below = QVBoxLayout(words)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(2)
        below.addWidget(Text(self._look, label, weight=600, wrap=True, least=_LEAST))
        below.addWidget(Text(self._look, where, role="small", ink="text-muted", wrap=True))
        return words

    def _where(self, line: OwnWordLine) -> str:
        if not line.above:
            return self.tr("The wheel in use has no place for it.")
        return self.tr("Under {path}").format(path=", ".join(line.above))
