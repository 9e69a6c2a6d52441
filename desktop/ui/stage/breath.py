"""The breathing shape: four seconds in, six out, between the circle and the square."""

import math
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen, QPixmap, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.outlines import BETWEEN_CORNER, rounded

IN_MS: Final = 4_000
OUT_MS: Final = 6_000
FRAME_MS: Final = 50
_RESTING = 0.5
_SMALLEST = 0.66
# Size of a layer as a share of the whole, and how much of the raised colour shines through.
_LAYERS = ((1.0, 0.22), (0.838, 0.34), (0.676, 0.5))
_CORE = 0.517
_EDGE = (1.4, 9.0)


def breathing_in(at: int) -> bool:
    """Whether one breathes in at a time in ms since the first breath."""
    return at % (IN_MS + OUT_MS) < IN_MS


def swell(at: int) -> float:
    """How far the shape has swollen at a time in ms, from 0 to 1."""
    phase = at % (IN_MS + OUT_MS)
    if phase < IN_MS:
        return (1 - math.cos(math.pi * phase / IN_MS)) / 2
    return (1 + math.cos(math.pi * (phase - IN_MS) / OUT_MS)) / 2


class Breath(QWidget):
    """A shape that swells and sinks while it is seen; under reduced motion it rests.

    ``turned`` says that the breath has turned: True for in.
    """

    turned = Signal(bool)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._at = 0
        self._edge = QPixmap()
        self._edge_for: tuple[object, ...] = ()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.breathe)
        look.changed.connect(self._restart)

    def showEvent(self, event: QShowEvent, /) -> None:
        """Starts with a breath in."""
        super().showEvent(event)
        self._at = 0
        self._restart()

    def hideEvent(self, event: QHideEvent, /) -> None:
        """Stands still while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()

    @Slot()
    def _restart(self) -> None:
        if self.isVisible():
            still = self._look.reduced_motion
            self._timer.start(_until_turn(self._at) if still else FRAME_MS)
        self.update()

    @Slot()
    def breathe(self) -> None:
        """Lets the time of one picture pass; under reduced motion that until the breath turns."""
        before = breathing_in(self._at)
        self._at += self._timer.interval()
        if breathing_in(self._at) != before:
            self.turned.emit(not before)
        if self._look.reduced_motion:
            self._timer.start(_until_turn(self._at))
        else:
            self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the outer line and the layers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = float(min(self.width(), self.height()))
        center = QPointF(self.width() / 2, self.height() / 2)
        share = _RESTING if self._look.reduced_motion else swell(self._at)
        size = side * (_SMALLEST + (1 - _SMALLEST) * share)
        for layer, opacity in (*_LAYERS, (_CORE, 0.95)):
            color = QColor(self._look.color("raised"))
            color.setAlphaF(opacity)
            painter.fillPath(rounded(*_between(center, size * layer)), color)
        painter.drawPixmap(0, 0, self._edge_at_rest(center, side))

    def _edge_at_rest(self, center: QPointF, side: float) -> QPixmap:
        """The outer line, which never changes: drawn once for a size and a look."""
        ratio = self.devicePixelRatioF()
        drawn_for = (self.size(), ratio, self._look.color("line-strong").rgba())
        if drawn_for != self._edge_for:
            self._edge_for = drawn_for
            self._edge = QPixmap(self.size() * ratio)
            self._edge.setDevicePixelRatio(ratio)
            self._edge.fill(Qt.GlobalColor.transparent)
            painter = QPainter(self._edge)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_edge(painter, center, side)
            painter.end()
        return self._edge

    def _paint_edge(self, painter: QPainter, center: QPointF, side: float) -> None:
        width, step = (part * side / 562 for part in _EDGE)
        pen = QPen(self._look.color("line-strong"), max(1.4, width))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.05, step / pen.widthF()])
        painter.strokePath(rounded(*_between(center, side - 2 * width)), pen)


def _between(center: QPointF, side: float) -> tuple[QRectF, float]:
    corner = QPointF(center.x() - side / 2, center.y() - side / 2)
    return QRectF(corner, QSizeF(side, side)), side / 2 * BETWEEN_CORNER


def _until_turn(at: int) -> int:
    phase = at % (IN_MS + OUT_MS)
    return (IN_MS if phase < IN_MS else IN_MS + OUT_MS) - phase
