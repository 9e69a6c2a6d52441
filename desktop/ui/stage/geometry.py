"""Where things stand on the stage. Pure arithmetic, in stage units unless said otherwise.

The stage is designed on 1440 by 810 units. A wider or higher screen gives more room, never
larger gaps between what belongs together.
"""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from desktop.domain.people import Partner

WIDTH: Final = 1440.0
HEIGHT: Final = 810.0
MARGIN: Final = 80.0
NARROW_MARGIN: Final = 72.0
TIDE_ROOM: Final = 56.0
"""How far text before the tide line stays away from it, at the crest of the wave."""

TIDE_ROOM_AFTER: Final = 75.0
FOOT: Final = 74.0
"""How far above the bottom edge the last row has its middle."""

_TIDE = 902.0 / WIDTH
_DESIGNED_SPARE: Final = 90.0
_LOW_TIDE: Final = 0.8


@dataclass(frozen=True)
class Frame:
    """The room that the stage has.

    ``width`` and ``height`` are logical pixels. ``size`` is the chosen stage size, 1 to 1.5, by
    which words that must be read are larger where there is room. ``least_px`` is the smallest
    type that text starts from; ``rtl`` is true where the language runs from right to left.
    """

    width: float
    height: float
    size: float = 1.0
    least_px: float = 13.0
    rtl: bool = False

    @property
    def unit(self) -> float:
        """One stage unit in logical pixels."""
        return max(0.05, min(self.width / WIDTH, self.height / HEIGHT))

    @property
    def units_wide(self) -> float:
        """The width in stage units, at least 1440 but for rounding."""
        return self.width / self.unit

    @property
    def units_high(self) -> float:
        """The height in stage units, at least 810 but for rounding."""
        return self.height / self.unit

    @property
    def spare(self) -> float:
        """How much higher than designed the stage is."""
        return max(0.0, self.units_high - HEIGHT)

    def px(self, units: float) -> float:
        """A length in logical pixels."""
        return units * self.unit

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle in logical pixels."""
        unit = self.unit
        return QRectF(x * unit, y * unit, width * unit, height * unit)


@dataclass(frozen=True)
class Column:
    """A column of text: its left edge and its width."""

    x: float
    width: float

    def rect(self, frame: Frame, x: float, y: float, width: float, height: float) -> QRectF:
        """A rectangle in pixels whose ``x`` counts from where the column's lines begin."""
        left = self.x + (self.width - x - width if frame.rtl else x)
        return frame.rect(left, y, width, height)


@dataclass(frozen=True)
class Sides:
    """The speaker's wide column and the listener's narrow one."""

    speaker: Column
    listener: Column


def sides(frame: Frame, holder: Partner) -> Sides:
    """The columns while a partner has the floor: A sits on the left, B on the right."""
    wide = frame.units_wide
    line = tide_at(wide, 0.0 if holder is Partner.A else 1.0)
    left_end, right_start = line - TIDE_ROOM, line + TIDE_ROOM_AFTER
    if holder is Partner.A:
        right_end = wide - NARROW_MARGIN
        return Sides(
            Column(MARGIN, left_end - MARGIN), Column(right_start, right_end - right_start)
        )
    right_end = wide - TIDE_ROOM - 6
    return Sides(
        Column(right_start, right_end - right_start),
        Column(NARROW_MARGIN, left_end - NARROW_MARGIN),
    )


def tide_at(units_wide: float, tide: float) -> float:
    """Where the tide line stands: ``tide`` is 0 while A has the floor and 1 while B has it."""
    return units_wide * (_TIDE + (1 - 2 * _TIDE) * tide)


def shore(frame: Frame, tide: float) -> QPainterPath:
    """All that lies left of the tide line, in pixels."""
    x, high = frame.px(tide_at(frame.units_wide, tide)), frame.height
    swing = frame.px(46)
    path = QPainterPath(QPointF(0, 0))
    path.lineTo(x, 0)
    path.cubicTo(x + swing, high * 0.18, x - swing, high * 0.34, x, high * 0.5)
    path.cubicTo(x + swing, high * 0.66, x - frame.px(34), high * 0.84, x + frame.px(8), high)
    path.lineTo(0, high)
    path.closeSubpath()
    return path


def waves(frame: Frame) -> tuple[QPainterPath, QPainterPath]:
    """The two low waves along the bottom of the pictures that belong to both, in pixels.

    They are drawn for a stage of 16 to 10; on a lower one the far wave keeps below the words.
    """
    share = _LOW_TIDE + (1 - _LOW_TIDE) * min(1.0, frame.spare / _DESIGNED_SPARE)
    designed = (690, 654, 722, 690, 646, 684, 720, 682)
    far = _wave(frame, tuple(900 - (900 - y) * share for y in designed))
    near = _wave(frame, (790, 752, 826, 790, 744, 784, 806, 790))
    return far, near


def _wave(frame: Frame, y: tuple[float, ...]) -> QPainterPath:
    w, h = frame.width / WIDTH, frame.height / 900
    path = QPainterPath(QPointF(0, y[0] * h))
    path.cubicTo(180 * w, y[1] * h, 330 * w, y[2] * h, 520 * w, y[3] * h)
    path.cubicTo(710 * w, (2 * y[3] - y[2]) * h, 880 * w, y[4] * h, 1060 * w, y[5] * h)
    path.cubicTo(1240 * w, (2 * y[5] - y[4]) * h, 1330 * w, y[6] * h, 1441 * w, y[7] * h)
    path.lineTo(frame.width + 1, frame.height)
    path.lineTo(0, frame.height)
    path.closeSubpath()
    return path
