"""The line over the review."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.logo import Logo
from desktop.ui.widgets.text import Text


class Header(QWidget):
    """The sign of Turnstone, what the screen is for, and the day."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Text(look, self.tr("Looking back, together"), "title", wrap=True)
        self._day = Text(look, ink="text-muted", wrap=True)
        line = QGridLayout(self)
        line.setContentsMargins(40, 28, 40, 28)
        line.addWidget(Logo(look, unit=0.85), 0, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self._title, 0, 1, Qt.AlignmentFlag.AlignCenter)
        self._day.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._day, 0, 2)
        line.setColumnStretch(0, 1)
        line.setColumnStretch(2, 1)
        look.changed.connect(self.update)

    def show_day(self, day: str) -> None:
        """Shows a day, already written the way of the country."""
        self._day.setText(day)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's name
        """Draws the line below."""
        painter = QPainter(self)
        painter.setPen(self._look.color("line"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
