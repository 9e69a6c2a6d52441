"""Paints single words of the wheel: at rest, lit, picked and in hand.

The painter stands on the wheel's middle, and ``radius`` is the disc's radius in logical pixels.
Each wedge that comes in is as it is turned now.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from desktop.domain.people import Partner
from desktop.domain.wheel_geometry import Wedge, WheelGeometry, at
from desktop.ui.theme.look import Look
from desktop.ui.wheel.labels import PADDING, Lettering, Way, fitting_size, place
from desktop.ui.wheel.letters import UNIT, Letters
from desktop.ui.widgets.stone import paint_shape

MARGIN: Final = 27 * UNIT
"""What the stones and the lifted word need beyond the disc."""

LIFT: Final = 24 * UNIT
"""How far the word in hand grows outward, and half as far inward."""

_LARGER: Final = 1.3
_LEGIBLE_PX: Final = 18.0
"""How large a word in hand is at least: more than at rest, and readable on a small wheel."""

_STONE: Final = 9 * UNIT
_LEAST_STONE: Final = 4.5
_LIGHT: Final = 5 * UNIT
_LEAST_LIGHT: Final = 3.0
"""Half a side; the least ones are in pixels."""

_OPPOSITE: Final = 100
"""How far apart two lightnesses of 255 are when one is dark and the other bright."""

_INSET: Final = 3 * UNIT
"""From the outline of a word to a second one within."""

HINTS: Final = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


class WheelPainter:
    """Knows how each word of a wheel looks in the theme of the moment."""

    def __init__(self, look: Look, geometry: WheelGeometry) -> None:
        self._look = look
        self.letters = Letters(look, geometry)

    def paint_picked(self, painter: QPainter, wedge: Wedge, radius: float) -> None:
        """A picked word: written in bold, with an outline."""
        self._paint(painter, wedge, radius, wedge.ring, self.edge("text", 2.6, radius))

    def paint_lit(self, painter: QPainter, wedge: Wedge, radius: float) -> None:
        """A word that may fit: in the strong colour of its family, bold, with a fine outline."""
        self._paint(painter, wedge, radius, 1, self.edge("text", 1.4, radius))

    def paint_lifted(
        self, painter: QPainter, wedge: Wedge, radius: float, lift: float, *, focused: bool
    ) -> None:
        """The word in hand: grown, larger, in the colour of the ring within.

        ``lift`` goes from 0 (at rest) to 1 (in hand).
        """
        fill, ink = self._look.family(wedge.path.family, max(1, wedge.ring - 1))
        grown, lettering = self.lens(wedge, radius, lift)
        painter.setPen(self.edge("focus" if focused else "text", 3, radius))
        painter.setBrush(fill)
        painter.drawPath(wedge_path(grown, radius))
        if lettering:
            label = place(grown, lettering)
            self.letters.write(painter, label, radius, ink, QFont.Weight.Bold)

    def lens(self, wedge: Wedge, radius: float, lift: float) -> tuple[Wedge, Lettering | None]:
        """A wedge grown for larger letters, over its neighbours if need be, and the letters."""
        lettering = self.letters.letterings(radius).get(wedge.id)
        inward = 0.0 if wedge.ring == 1 else lift * LIFT / 2
        grown = replace(wedge, inner=wedge.inner - inward, outer=wedge.outer + lift * LIFT)
        if lettering is None:
            return grown, None
        larger = max(lettering.size * _LARGER, _LEGIBLE_PX / radius) - lettering.size
        size = lettering.size + lift * max(0.0, larger)
        width, height = self.letters.extent(lettering.text)
        grown = _widened(grown, lettering.way, width * size, height * size)
        size = fitting_size(grown, (width, height), lettering.way, size)
        return grown, replace(lettering, size=size)

    def paint_stones(
        self, painter: QPainter, wedge: Wedge, radius: float, partners: Sequence[Partner]
    ) -> None:
        """The stones of those who picked a word, at its rim."""
        for partner in partners:
            middle = QPointF(*_stone_place(wedge, partner, alone=len(partners) == 1)) * radius
            painter.setPen(self.edge("window", 1.5, radius))
            painter.setBrush(self._look.partner(partner).fill)
            paint_shape(painter, partner, _square(middle, max(_LEAST_STONE, _STONE * radius)))

    def paint_light(self, painter: QPainter, wedge: Wedge, radius: float) -> None:
        """A small light at the rim of a word that may fit, as a sign beside the colour."""
        middle = QPointF(*_light_place(wedge)) * radius
        painter.setPen(self.edge("text", 2, radius))
        fill, ink = self._look.family(wedge.path.family, 1)
        painter.setBrush(ink if wedge.ring == 1 else fill)
        painter.drawEllipse(_square(middle, max(_LEAST_LIGHT, _LIGHT * radius)))

    def edge(
        self,
        role: str,
        units: float,
        radius: float,
        cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap,
    ) -> QPen:
        """A line in a role's colour, never thinner than a pixel."""
        return _line(self._look.color(role), units, radius, cap)

    def _paint(self, painter: QPainter, wedge: Wedge, radius: float, ring: int, edge: QPen) -> None:
        """A word in bold, in the colours that its family has in a ring."""
        fill, ink = self._look.family(wedge.path.family, ring)
        painter.setPen(edge)
        painter.setBrush(fill)
        painter.drawPath(wedge_path(wedge, radius))
        if wedge.ring == 1 and _are_opposite(ink, self._look.color("text")):
            # A family is as bright at rest, and a bright outline is hardly seen on it.
            painter.setPen(_line(ink, 2, radius))
            painter.drawPath(wedge_path(_inset(wedge), radius))
        if lettering := self.letters.letterings(radius).get(wedge.id):
            label = place(wedge, lettering)
            self.letters.write(painter, label, radius, ink, QFont.Weight.Bold)


def wedge_path(wedge: Wedge, radius: float) -> QPainterPath:
    """The outline of a wedge in pixels."""
    path = QPainterPath()
    # Qt counts angles anticlockwise from three o'clock.
    path.arcMoveTo(_circle(wedge.inner * radius), 90 - wedge.start)
    path.arcTo(_circle(wedge.outer * radius), 90 - wedge.start, -wedge.sweep)
    path.arcTo(_circle(wedge.inner * radius), 90 - wedge.start - wedge.sweep, wedge.sweep)
    path.closeSubpath()
    return path


def _circle(radius: float) -> QRectF:
    return QRectF(-radius, -radius, 2 * radius, 2 * radius)


def _square(middle: QPointF, half: float) -> QRectF:
    return QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)


def _line(
    color: QColor, units: float, radius: float, cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap
) -> QPen:
    width = max(1.0, units * UNIT * radius)
    return QPen(color, width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin)


def _are_opposite(one: QColor, other: QColor) -> bool:
    return abs(one.lightness() - other.lightness()) > _OPPOSITE


def _inset(wedge: Wedge) -> Wedge:
    aside = math.degrees(_INSET / ((wedge.inner + wedge.outer) / 2))
    return replace(
        wedge,
        start=wedge.start + aside,
        sweep=wedge.sweep - 2 * aside,
        inner=wedge.inner + _INSET,
        outer=wedge.outer - _INSET,
    )


def _widened(wedge: Wedge, way: Way, width: float, height: float) -> Wedge:
    """A wedge as wide as a text needs; upright words have room enough."""
    distance = (wedge.inner + wedge.outer) / 2
    match way:
        case Way.UPRIGHT:
            return wedge
        case Way.RADIAL:
            across, nearest = height, distance - width / 2
        case Way.ALONG:
            across, nearest = width, distance - height / 2
    if nearest <= 0:
        return wedge
    needed = 2 * math.degrees(math.atan((across / 2 + 2 * PADDING) / nearest))
    sweep = min(360.0, max(wedge.sweep, needed))
    return replace(wedge, start=wedge.middle - sweep / 2, sweep=sweep)


def _stone_place(wedge: Wedge, partner: Partner, *, alone: bool) -> tuple[float, float]:
    """Where a partner's stone lies: outside the wheel, or in a corner of an inner word."""
    first = partner is Partner.A
    if wedge.outer >= 1:
        distance = wedge.outer + 16 * UNIT
        shift = 0.0 if alone else math.degrees(10 * UNIT / distance)
        return at(wedge.middle - shift if first else wedge.middle + shift, distance)
    distance = wedge.outer - 13 * UNIT
    shift = math.degrees(13 * UNIT / distance)
    return at(wedge.start + shift if first else wedge.start + wedge.sweep - shift, distance)


def _light_place(wedge: Wedge) -> tuple[float, float]:
    """Where the light lies: outside the wheel, or in a corner of an inner word."""
    if wedge.outer >= 1:
        return at(wedge.middle, wedge.outer + 12 * UNIT)
    if wedge.ring == 1:
        # On the edge, where no letters are, and beside a stone in the corner.
        return at(wedge.start + wedge.sweep / 4, wedge.outer)
    distance = wedge.outer - 9 * UNIT
    return at(wedge.start + math.degrees(9 * UNIT / distance), distance)
