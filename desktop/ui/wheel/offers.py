"""Words that are offered beside what was picked, each with the button that takes it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownWord
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.text import Text

_OVERHANG: Final = 3
"""How far a letter such as j may reach before the beginning of its line, in pixels."""


class OfferRow(QWidget):
    """The word, what it means, and a button. ``taken`` carries the ``ShownWord``."""

    taken = Signal(object)

    def __init__(self, look: Look, word: ShownWord, text: str, name: str) -> None:
        super().__init__()
        self._word = word
        self.button = SecondaryButton(look, text)
        self.button.setAccessibleName(name)
        self.button.setAccessibleDescription(word.definition)
        words = QWidget()
        lines = QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        texts = [Text(look, word.path.label, weight=600, wrap=True)]
        if word.definition:
            texts.append(Text(look, word.definition, "small", ink="text-muted", wrap=True))
        for each in texts:
            each.setContentsMargins(_OVERHANG, 0, _OVERHANG, 0)
            lines.addWidget(each)
        row = FoldingLayout(self, spacing=12)
        row.add(words, 1)
        row.add(self.button)
        self.button.clicked.connect(self._take)

    @Slot()
    def _take(self) -> None:
        self.taken.emit(self._word)


class Offers(QWidget):
    """Rows of words that can be taken. ``taken`` carries the ``ShownWord``.

    ``text`` is what each button says, and ``name`` what it is called, with a place for ``{word}``.
    """

    taken = Signal(object)

    def __init__(self, look: Look, text: str, name: str) -> None:
        super().__init__()
        self._look = look
        self._text = text
        self._name = name
        self._offered: tuple[ShownWord, ...] = ()
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)
        self.hide()

    def show_words(self, words: Sequence[ShownWord]) -> None:
        """Offers these words and no others; what is offered already is left alone."""
        if tuple(words) == self._offered:
            return
        self._offered = tuple(words)
        clear(self._rows)
        for word in words:
            name = self._name.replace("{word}", word.path.label)
            row = OfferRow(self._look, word, self._text, name)
            row.taken.connect(self.taken)
            self._rows.addWidget(row)
        self.setVisible(bool(words))
