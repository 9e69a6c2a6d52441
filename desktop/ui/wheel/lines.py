"""A few plain lines, one under the other."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.flow.events import ShownWord
from desktop.ui.theme.look import Look
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.text import Text


class Lines(QWidget):
    """Shows texts as they are read; it is hidden without any."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._shown: tuple[str, ...] = ()
        self.hide()

    @property
    def spoken(self) -> str:
        """All lines, to be said."""
        return " ".join(self._shown)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Shows these lines and no others."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        clear(self._column)
        for line in lines:
            self._column.addWidget(Text(self._look, line, "label", wrap=True))
        self.setVisible(bool(lines))


def labels(words: Iterable[ShownWord]) -> str:
    """Words as a list to read."""
    return ", ".join(word.path.label for word in words)
