"""Paints the wheel's disc and what lies on top of it.

The painter stands on the wheel's middle, and ``radius`` is the disc's radius in logical pixels.
One unit is a 384th of the radius, so that figures can be read off the drawing of the wheel.
"""

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.wheel.geometry import Wedge, WheelGeometry, at
from desktop.ui.wheel.labels import Label, place_label

UNIT: Final = 1 / 384
MARGIN: Final = 34 * UNIT
"""What the stones and the lifted word need beyond the disc."""

LIFT: Final = 24 * UNIT
"""How far the word in hand grows outward."""

_SIZES: Final = {1: 18 * UNIT, 2: 16 * UNIT, 3: 15 * UNIT}
_WEIGHTS: Final = {1: QFont.Weight.Bold, 2: QFont.Weight.DemiBold, 3: QFont.Weight.Medium}
_LARGER: Final = 18.5 / 15
_BASELINE: Final = 0.34
"""How far below a label's middle its letters stand, as a multiple of the font's size."""

_USUAL_PX: Final = 9.0
_LEAST_PX: Final = 5.5
_SAMPLE_PX: Final = 100.0

HINTS: Final = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


def lifted(wedge: Wedge, lift: float) -> Wedge:
    """A wedge as it is while ``lift`` goes from 0 (at rest) to 1 (in hand)."""
    return replace(wedge, outer=wedge.outer + lift * LIFT)


class WheelPainter:
    """Knows how each part of the wheel looks in the theme of the moment."""

    def __init__(self, look: Look, geometry: WheelGeometry) -> None:
        self._look = look
        self._geometry = geometry
        self._extents: dict[str, tuple[float, float]] = {}

    def disc(self, radius: float, dpr: float) -> QPixmap:
        """All words at rest, as a picture of twice the radius for a screen's pixel ratio."""
        side = round(2 * radius * dpr)
        pixmap = QPixmap(QSize(side, side))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(HINTS)
        painter.translate(radius, radius)
        for wedge in self._geometry.wedges:
            fill, ink = self._look.family(wedge.path.family, wedge.ring)
            painter.setPen(self._edge("window", 1.5 if wedge.ring == 1 else 1.2, radius))
            painter.setBrush(fill)
            painter.drawPath(wedge_path(wedge, radius))
            self._write(painter, self.label(wedge, radius), radius, ink, _WEIGHTS[wedge.ring])
        self._part_families(painter, radius)
        painter.end()
        return pixmap

    def label(self, wedge: Wedge, radius: float, *, larger: bool = False) -> Label | None:
        """Where and how large a word is written, in fractions of the radius; None: no room.

        Every label has room for bold letters, so that a word keeps its size when it is picked.
        """
        most = max(_SIZES[wedge.ring] * self._look.text_scale, _USUAL_PX / radius)
        return place_label(
            wedge, self._extent, most * (_LARGER if larger else 1), _LEAST_PX / radius
        )

    def paint_picked(self, painter: QPainter, wedge: Wedge, radius: float) -> None:
        """A picked word: written in bold, with an outline."""
        fill, ink = self._look.family(wedge.path.family, wedge.ring)
        painter.setPen(self._edge("text", 2.6, radius))
        painter.setBrush(fill)
        painter.drawPath(wedge_path(wedge, radius))
        self._write(painter, self.label(wedge, radius), radius, ink, QFont.Weight.Bold)

    def paint_lifted(
        self, painter: QPainter, wedge: Wedge, radius: float, lift: float, *, focused: bool
    ) -> None:
        """The word in hand: grown outward, larger, in the colour of the ring within."""
        grown = lifted(wedge, lift)
        fill, ink = self._look.family(wedge.path.family, max(1, wedge.ring - 1))
        painter.setPen(self._edge("focus" if focused else "text", 3, radius))
        painter.setBrush(fill)
        painter.drawPath(wedge_path(grown, radius))
        label = self.label(grown, radius, larger=True)
        self._write(painter, label, radius, ink, QFont.Weight.Bold)

    def paint_stones(
        self, painter: QPainter, wedge: Wedge, radius: float, partners: Sequence[Partner]
    ) -> None:
        """The stones of those who picked a word, at its rim."""
        for partner in partners:
            place = _stone_place(wedge, partner, alone=len(partners) == 1)
            middle = QPointF(*place) * radius
            half = 9 * UNIT * radius
            square = QRectF(middle.x() - half, middle.y() - half, 2 * half, 2 * half)
            painter.setPen(self._edge("window", 1.5, radius))
            painter.setBrush(self._look.partner(partner).fill)
            if partner is Partner.A:
                painter.drawEllipse(square)
            else:
                painter.drawRoundedRect(square, 0.36 * half, 0.36 * half)

    def _write(
        self,
        painter: QPainter,
        label: Label | None,
        radius: float,
        ink: QColor,
        weight: QFont.Weight,
    ) -> None:
        if label is None:
            return
        font = wheel_font(self._look, label.size * radius, weight)
        painter.save()
        painter.translate(label.x * radius, label.y * radius)
        painter.rotate(label.turn)
        painter.setFont(font)
        painter.setPen(ink)
        width = QFontMetricsF(font).horizontalAdvance(label.text)
        painter.drawText(QPointF(-width / 2, _BASELINE * label.size * radius), label.text)
        painter.restore()

    def _part_families(self, painter: QPainter, radius: float) -> None:
        painter.setPen(self._edge("window", 3, radius, Qt.PenCapStyle.FlatCap))
        for wedge in self._geometry.wedges:
            if wedge.ring == 1:
                inner, outer = at(wedge.start, wedge.inner), at(wedge.start, 1.0)
                painter.drawLine(QPointF(*inner) * radius, QPointF(*outer) * radius)

    def _edge(
        self,
        role: str,
        units: float,
        radius: float,
        cap: Qt.PenCapStyle = Qt.PenCapStyle.RoundCap,
    ) -> QPen:
        """A line in a role's colour, never thinner than a pixel."""
        width = max(1.0, units * UNIT * radius)
        return QPen(
            self._look.color(role), width, Qt.PenStyle.SolidLine, cap, Qt.PenJoinStyle.RoundJoin
        )

    def _extent(self, text: str) -> tuple[float, float]:
        """Width and height of a text in bold, about the line through its middle."""
        if text not in self._extents:
            metrics = QFontMetricsF(wheel_font(self._look, _SAMPLE_PX, QFont.Weight.Bold))
            ink = metrics.tightBoundingRect(text)
            shift = _BASELINE * _SAMPLE_PX
            height = 2 * max(-(ink.top() + shift), ink.bottom() + shift)
            width = max(metrics.horizontalAdvance(text), ink.width())
            self._extents[text] = (width / _SAMPLE_PX, height / _SAMPLE_PX)
        return self._extents[text]


def wheel_font(look: Look, px: float, weight: QFont.Weight) -> QFont:
    """The typeface without hinting: turned letters keep the widths that were measured."""
    font = look.stage_font(px, weight, 1.0)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


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
