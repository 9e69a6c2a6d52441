"""Turns the wheel: by degrees at once, or calmly to an angle."""

import math
from typing import Final

from PySide6.QtCore import (
    QAbstractAnimation,
    QEasingCurve,
    QObject,
    QPointF,
    QTimer,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.look import Look

STEP: Final = 15.0
"""Degrees that a key, a button or a notch of the mouse wheel turns by."""

TURN_MS: Final = 200
_SCROLL_ENDS_MS: Final = 120
_PER_PIXEL: Final = 0.3
_NOTCH: Final = 120


class Turning(QObject):
    """How far the wheel is turned, clockwise in degrees.

    ``turned`` is sent with each change, ``rested`` when the wheel stands still again. Under
    reduced motion it is at its angle at once.
    """

    turned = Signal()
    rested = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._held = False
        self._goal = 0.0
        self.angle = 0.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(TURN_MS)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move)
        self._motion.finished.connect(self._rest)
        self._scrolling = QTimer(self)
        self._scrolling.setSingleShot(True)
        self._scrolling.setInterval(_SCROLL_ENDS_MS)
        self._scrolling.timeout.connect(self.let_go)

    @property
    def is_moving(self) -> bool:
        """Whether the wheel is on its way, or in somebody's hand."""
        return self._held or self._motion.state() is QAbstractAnimation.State.Running

    @property
    def is_turned(self) -> bool:
        """Whether the wheel stands, or will come to stand, other than it began."""
        return not math.isclose(math.remainder(self._goal, 360), 0.0, abs_tol=1e-6)

    def turn_by(self, degrees: float) -> None:
        """Turns on from where the wheel is, or is on its way to."""
        self.turn_to(self._goal + degrees)

    def turn_to(self, angle: float) -> None:
        """Turns the shorter way round to an angle."""
        self._motion.stop()
        self._goal = self.angle + math.remainder(angle - self.angle, 360)
        if self._look.reduced_motion:
            self._move(self._goal)
            self._rest()
        else:
            self._motion.setStartValue(self.angle)
            self._motion.setEndValue(self._goal)
            self._motion.start()

    def drag_by(self, degrees: float) -> None:
        """Follows a hand; ``let_go`` ends it."""
        self._motion.stop()
        self._held = True
        self._goal = self.angle + degrees
        self._move(self._goal)

    def scroll_by(self, degrees: float) -> None:
        """Follows a touchpad, which does not always tell when it ends."""
        self.drag_by(degrees)
        self._scrolling.start()

    @Slot()
    def let_go(self) -> None:
        """The hand is gone; the wheel stays where it is."""
        if self._held:
            self._held = False
            self._rest()

    @Slot(object)
    def _move(self, angle: float) -> None:
        self.angle = angle
        self.turned.emit()

    @Slot()
    def _rest(self) -> None:
        # Whole circles say nothing, and would let the number grow.
        self.angle = self._goal = self._goal % 360
        self.rested.emit()


class Grip:
    """Tells a drag round the wheel's middle from a press on it."""

    def __init__(self, start: QPointF, middle: QPointF) -> None:
        self._start = self._last = start
        self._middle = middle
        self.is_drag = False

    def follow(self, pos: QPointF) -> float:
        """By how many degrees the hand has turned the wheel since the last time."""
        if not self.is_drag:
            away = (pos - self._start).manhattanLength()
            self.is_drag = away >= QApplication.startDragDistance()
        if not self.is_drag:
            return 0.0
        degrees = _angle(pos - self._middle) - _angle(self._last - self._middle)
        self._last = pos
        return math.remainder(degrees, 360)


def scrolled(event: QWheelEvent) -> tuple[float, bool]:
    """By how many degrees a mouse wheel or touchpad turns, and whether it does so in steps.

    Down or to the right is clockwise.
    """
    pixels, notches = event.pixelDelta(), event.angleDelta()
    if not pixels.isNull():
        return -_PER_PIXEL * (pixels.y() or pixels.x()), False
    return -STEP * (notches.y() or notches.x()) / _NOTCH, True


def _angle(point: QPointF) -> float:
    return math.degrees(math.atan2(point.x(), -point.y()))
