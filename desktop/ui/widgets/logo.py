"""The sign of Turnstone: two stones over a tide line."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look

NAME = "Turnstone"
# The mark is drawn in a box of 37 by 32 units.
_BOX = QSize(37, 32)
_STROKE = 2.4


def _mark() -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QPointF(11.5, 11), 8.5, 8.5)
    path.addRoundedRect(QRectF(19.5, 3.2, 15.6, 15.6), 5.4, 5.4)
    path.moveTo(1.5, 27)
    path.quadTo(10, 22.5, 18.5, 27)
    path.quadTo(27, 31.5, 35.5, 27)
    return path


class Logo(QWidget):
    """The mark, ``unit`` pixels per unit; with the name beside it, both grow with the text."""

    def __init__(
        self, look: Look, *, unit: float = 1.0, word: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._unit = unit
        self._word = word
        self._path = _mark()
        self.setAccessibleName(NAME)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """The mark and, with it, the word."""
        width = _BOX.width() * self._scale()
        if self._word:
            metrics = QFontMetrics(self._font())
            width += 6 * self._scale() + metrics.horizontalAdvance(NAME) + 1
        return QSize(round(width), round(_BOX.height() * self._scale()))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the mark and the word in the colour of text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._look.color("text")
        painter.save()
        painter.scale(self._scale(), self._scale())
        pen = QPen(ink, _STROKE, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawPath(self._path)
        painter.restore()
        if self._word:
            left = (_BOX.width() + 6) * self._scale()
            painter.setPen(ink)
            painter.setFont(self._font())
            box = QRectF(left, -2, self.width() - left, self.height())
            painter.drawText(box, int(Qt.AlignmentFlag.AlignVCenter), NAME)

    def _scale(self) -> float:
        return self._unit * (self._look.text_scale if self._word else 1.0)

    def _font(self) -> QFont:
        return fonts.font(23 * self._scale(), 600)

    @Slot()
    def _dress(self) -> None:
        self.updateGeometry()
        self.update()
