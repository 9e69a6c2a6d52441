"""Words on a screen, in a role of the type scale."""

import re

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.widgets.graphemes import graphemes

_BREAK = "\u200b"
_LONGEST_WORD = 16


class Text(QLabel):
    """A label that keeps to the look: its font grows with the text size, its ink follows the theme.

    ``ink`` is a colour role. With ``wrap`` the words flow over several lines, at least ``least``
    pixels wide (times the text scale) and never narrower than the longest word. Text is always
    plain, so that a name with a ``<`` in it is shown as typed.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: FontRole = "body",
        *,
        ink: str = "text",
        weight: int | None = None,
        wrap: bool = False,
        least: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role: FontRole = role
        self._ink = ink
        self._weight = weight
        self._least = least
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        self.setText(text)
        self._dress()
        look.changed.connect(self._dress)

    def set_ink(self, role: str) -> None:
        """Writes in the colour of another role."""
        self._ink = role
        self._dress()

    def setText(self, text: str, /) -> None:
        """Shows a text; where words flow, a very long one may be broken anywhere."""
        super().setText(_breakable(text) if self.wordWrap() else text)

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word, so that none is cut."""
        size = super().minimumSizeHint()
        if not self.wordWrap():
            return size
        metrics = self.fontMetrics()
        words = self.text().replace(_BREAK, " ").split()
        longest = max((metrics.horizontalAdvance(word) for word in words), default=0)
        return QSize(max(longest + 2, self._look.px(self._least)), size.height())

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font(self._role, self._weight))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, self._look.color(self._ink))
        self.setPalette(palette)


def _breakable(text: str) -> str:
    """The text with a chance to break inside each very long word, never inside a letter."""
    if all(len(word) <= _LONGEST_WORD for word in text.split()):
        return text
    return "".join(
        part if part.isspace() else _BREAK.join(_pieces(part)) for part in re.split(r"(\s+)", text)
    )


def _pieces(word: str) -> list[str]:
    letters = graphemes(word)
    return [
        "".join(letters[start : start + _LONGEST_WORD])
        for start in range(0, len(letters), _LONGEST_WORD)
    ]
