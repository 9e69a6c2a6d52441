"""The words "in" and "out" of a shape that rests."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.stage.fitting import Fitted, Setter, Side, Style
from desktop.ui.theme.look import Look

WORDS: Final = Style(24, 600, 1.2)


class Pill(QLabel):
    """A word in a rounded field, dark while it is its turn."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._lit = False
        self._words: Fitted | None = None
        look.changed.connect(self.update)

    def light(self, lit: bool) -> None:
        """Says whether it is its turn."""
        self._lit = lit
        self.update()

    def place(self, setter: Setter, rect: QRectF, unit: float) -> None:
        """Puts the pill into a place; its word takes the unit given, or less."""
        room = rect.adjusted(8, 2, -8, -2)
        self._words = setter.fit(self.text(), WORDS, unit, room.size(), Side.MIDDLE)
        self.setGeometry(rect.toAlignedRect())
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws field and word."""
        if self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setBrush(self._look.color("accent" if self._lit else "raised"))
        painter.setPen(QPen(self._look.color("accent" if self._lit else "line-strong"), 1.5))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        room = QRectF(0, (self.height() - self._words.height) / 2, self.width(), 0)
        ink = self._look.color("on-accent" if self._lit else "text")
        self._words.draw(painter, room, ink, Side.MIDDLE)
