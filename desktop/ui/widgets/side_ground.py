"""The ground of a column at the side of a window."""

from PySide6.QtCore import QLineF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look


class SideGround(QWidget):
    """A surface with a quiet line towards the rest of the window.

    The column stands where lines begin, or where they end with ``at_end``.
    """

    def __init__(self, look: Look, *, at_end: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._at_end = at_end
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the surface and the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.color("surface"))
        painter.setPen(QPen(self._look.color("line"), 1))
        on_the_right = self._at_end is not self.isRightToLeft()
        x = 0.5 if on_the_right else self.width() - 0.5
        painter.drawLine(QLineF(x, 0, x, self.height()))
