"""A slider for how much of something there is, from none to all."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius

ALL: Final = 100

_KNOB: Final = 12.0
_TRACK: Final = 8.0
_RING_GAP: Final = 2.0
_RING: Final = 2.0
_INSET: Final = _KNOB + _RING_GAP + _RING


class LevelSlider(QSlider):
    """A level from 0 to 100. ``chosen`` carries what the user chose, never what was shown."""

    chosen = Signal(int)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self._showing = False
        self.setRange(0, ALL)
        self.setSingleStep(5)
        self.setPageStep(20)
        set_focus_radius(self, OWN_FOCUS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._tell)
        look.changed.connect(self.update)

    def show_level(self, level: int) -> None:
        """Shows a level."""
        self._showing = True
        self.setValue(level)
        self._showing = False

    def sizeHint(self) -> QSize:
        """Room for the knob and its focus ring, and enough way to go."""
        return QSize(260, 36)

    def minimumSizeHint(self) -> QSize:
        """Short, but still a slider."""
        return QSize(120, 36)

    def mousePressEvent(self, ev: QMouseEvent, /) -> None:
        """Goes where the mouse is."""
        self._follow(ev)

    def mouseMoveEvent(self, ev: QMouseEvent, /) -> None:
        """Goes along with the mouse."""
        self._follow(ev)

    def mouseReleaseEvent(self, ev: QMouseEvent, /) -> None:
        """Nothing is left to do."""
        ev.accept()

    def wheelEvent(self, e: QWheelEvent, /) -> None:
        """Leaves the mouse wheel to the page: scrolling must not change a setting."""
        e.ignore()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the track, filled up to the knob."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        knob = QPointF(self._x_of(self.value()), self.height() / 2)
        track = QRectF(0.5, knob.y() - _TRACK / 2, self.width() - 1, _TRACK)
        painter.setPen(QPen(self._look.color("line-strong"), 1))
        painter.setBrush(self._look.color("sunken"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        if self.isRightToLeft():
            track.setLeft(knob.x())
        else:
            track.setRight(knob.x())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("accent"))
        painter.drawRoundedRect(track, _TRACK / 2, _TRACK / 2)
        painter.drawEllipse(knob, _KNOB, _KNOB)
        if self.hasFocus():
            around = _KNOB + _RING_GAP + _RING / 2
            painter.setPen(QPen(self._look.color("focus"), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(knob, around, around)

    def _x_of(self, level: int) -> float:
        way = level / ALL * (self.width() - 2 * _INSET)
        return self.width() - _INSET - way if self.isRightToLeft() else _INSET + way

    def _follow(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x = event.position().x()
        way = self.width() - x if self.isRightToLeft() else x
        self.setValue(round((way - _INSET) / (self.width() - 2 * _INSET) * ALL))
        event.accept()

    @Slot(int)
    def _tell(self, level: int) -> None:
        if not self._showing:
            self.chosen.emit(level)
