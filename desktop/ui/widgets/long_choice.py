"""A choice in the words of whoever wrote it, however many they are."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.checks import Choice

_BESIDE: Final = 32
"""The dot and the gap after it, at the text size designed."""

_EDGES: Final = 32
"""The room on both sides, which does not grow with the text."""

_ABOVE_AND_BELOW: Final = 23


class LongChoice(Choice):
    """A choice whose words flow over as many lines as they need; a word too long is broken.

    ``words`` are shown as they are: no letter of them is a key.
    """

    def __init__(self, look: Look, words: str, parent: QWidget | None = None) -> None:
        super().__init__(look, words.replace("&", "&&"), parent)
        self._words = words
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(words)

    def minimumSizeHint(self) -> QSize:
        """Room for a few letters in one line."""
        return QSize(self._look.px(160), self.heightForWidth(1 << 16))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Room for all lines that the words take in a width."""
        room = width - self._look.px(_BESIDE) - _EDGES
        return round(_height(self._laid_out(room))) + _ABOVE_AND_BELOW

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        width = self.width() - self._look.px(_BESIDE) - _EDGES
        layout = self._laid_out(width)
        left = room.right() - width if self.isRightToLeft() else room.left()
        layout.draw(painter, QPointF(left, (self.height() - _height(layout)) / 2))

    def _laid_out(self, width: float) -> QTextLayout:
        layout = QTextLayout(self._words, self.font())
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        side = Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft
        option.setAlignment(side)
        layout.setTextOption(option)
        layout.beginLayout()
        below = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, below))
            below += line.height()
        layout.endLayout()
        return layout


def _height(layout: QTextLayout) -> float:
    return layout.boundingRect().height()
