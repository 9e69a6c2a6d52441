"""A thin line between rows."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look


class Divider(QWidget):
    """A quiet line; it never is the only edge of a control."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setFixedHeight(1)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the line."""
        QPainter(self).fillRect(self.rect(), self._look.color("line"))
