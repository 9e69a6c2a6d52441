"""The column of the list's words, which shows the words that may fit."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look

_RADIUS: Final = 10
_LIGHT: Final = 5
_EDGE: Final = 1.4


class LitRows(QWidget):
    """Draws a frame with a light in the colour of its family round each row that is lit.

    Outline and light are those of a lit word on the wheel.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._lit: Sequence[tuple[QWidget, str]] = ()
        look.changed.connect(self.update)

    def show_lit(self, rows: Sequence[tuple[QWidget, str]]) -> None:
        """Lights these rows, each given with its family, and no others."""
        for row, _ in self._lit:
            row.removeEventFilter(self)
        self._lit = rows
        for row, _ in rows:
            row.installEventFilter(self)
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Follows the rows as they move, come and go."""
        if event.type() in {
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
        }:
            self.update()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws round the rows, which lie on top of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("text"), _EDGE))
        for row, family in self._lit:
            if row.isVisible():
                self._frame(painter, QRectF(row.geometry()), self._look.family(family, 1)[0])

    def _frame(self, painter: QPainter, row: QRectF, fill: QColor) -> None:
        light = self._look.px(_LIGHT)
        # Beyond the row on all sides, and more so at its end, where the light is.
        frame = row.adjusted(-6, -0.5, 6, 0.5)
        middle = QPointF(frame.right() - 3 * light, frame.center().y())
        if self.isRightToLeft():
            middle.setX(frame.left() + 3 * light)
        painter.setBrush(QColor(0, 0, 0, 0))
        painter.drawRoundedRect(frame, _RADIUS, _RADIUS)
        painter.setBrush(fill)
        painter.drawEllipse(middle, light, light)
