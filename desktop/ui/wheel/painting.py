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
from desktop.domain.wheel_geometry import Wedge, WheelGeometry, at
from desktop.ui.theme.look import Look
from desktop.ui.wheel.labels import Label, place_label
from desktop.ui.widgets.stone import paint_shape

UNIT: Final = 1 / 384
MARGIN: Final = 27 * UNIT
"""What the stones and the lifted word need beyond the disc."""

LIFT: Final = 24 * UNIT
"""How far the word in hand grows outward."""

_SIZES: Final = {1: 18 * UNIT, 2: 16 * UNIT, 3: 15 * UNIT}
_WEIGHTS: Final = {1: QFont.Weight.Bold, 2: QFont.Weight.DemiBold, 3: QFont.Weight.Medium}
_LARGER: Final = 18.5 / 15
_BASELINE: Final = 0.34
"""How far below a label's middle its letters stand, as a multiple of the font's size."""

_TALLEST: Final = "bdgj"
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
        self._wedges = geometry.wedges
        self._extents: dict[str, tuple[float, float]] = {}
        self._labels: tuple[float, dict[str, Label]] = (0.0, {})

    def disc(self, radius: float, dpr: float) -> QPixmap:
        """All words at rest, as a picture of twice the radius for a screen's pixel ratio."""
        side = round(2 * radius * dpr)
        pixmap = QPixmap(QSize(side, side))
        pixmap.setDevicePixelRatio(dpr)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHints(HINTS)
        painter.translate(radius, radius)
        labels = self.labels(radius)
        for wedge in self._wedges:
            fill, ink = self._look.family(wedge.path.family, wedge.ring)
            painter.setPen(self._edge("window", 1.5 if wedge.ring == 1 else 1.2, radius))
            painter.setBrush(fill)
            painter.drawPath(wedge_path(wedge, radius))
            self._write(painter, labels.get(wedge.id), radius, ink, _WEIGHTS[wedge.ring])
        self._part_families(painter, radius)
        painter.end()
        return pixmap

    def labels(self, radius: float) -> dict[str, Label]:
        """Where and how large each word is written at rest, by path id.

        The words of a ring share one size, so that none looks more important than the others;
        only a word too long for it is smaller. Each has room for bold letters, so that it keeps
        its size when it is picked. A word without any room is left out.
        """
        if self._labels[0] != radius:
            placed = {
                w.id: self._place(w, radius, self._most(w.ring, radius)) for w in self._wedges
            }
            shared = self._shared_sizes(placed)
            labels = {w.id: self._place(w, radius, shared[w.ring]) for w in self._wedges}
            self._labels = (radius, {key: label for key, label in labels.items() if label})
        return self._labels[1]

    def _shared_sizes(self, placed: dict[str, Label | None]) -> dict[int, float]:
        """The size that three of four words of each ring can have."""
        shared: dict[int, float] = {}
        for ring in {w.ring for w in self._wedges}:
            labels = (placed[w.id] for w in self._wedges if w.ring == ring)
            sizes = sorted(label.size if label else 0.0 for label in labels)
            shared[ring] = sizes[len(sizes) // 4]
        return shared

    def _most(self, ring: int, radius: float) -> float:
        return max(_SIZES[ring] * self._look.text_scale, _USUAL_PX / radius)

    def _place(self, wedge: Wedge, radius: float, most: float) -> Label | None:
        return place_label(wedge, self._extent, most, _LEAST_PX / radius)

    def paint_picked(self, painter: QPainter, wedge: Wedge, radius: float) -> None:
        """A picked word: written in bold, with an outline."""
        fill, ink = self._look.family(wedge.path.family, wedge.ring)
        painter.setPen(self._edge("text", 2.6, radius))
        painter.setBrush(fill)
        painter.drawPath(wedge_path(wedge, radius))
        label = self.labels(radius).get(wedge.id)
        self._write(painter, label, radius, ink, QFont.Weight.Bold)

    def paint_lit(self, painter: QPainter, wedge: Wedge, radius: float) -> None:
        """A word that may fit: in the colour of its family, with a fine outline."""
        fill, ink = self._look.family(wedge.path.family, 1)
        painter.setPen(self._edge("text", 1.4, radius))
        painter.setBrush(fill)
        painter.drawPath(wedge_path(wedge, radius))
        self._write(painter, self.labels(radius).get(wedge.id), radius, ink, QFont.Weight.Bold)

    def paint_lifted(
        self, painter: QPainter, wedge: Wedge, radius: float, lift: float, *, focused: bool
    ) -> None:
        """The word in hand: grown outward, larger, in the colour of the ring within."""
        grown = lifted(wedge, lift)
        fill, ink = self._look.family(wedge.path.family, max(1, wedge.ring - 1))
        painter.setPen(self._edge("focus" if focused else "text", 3, radius))
        painter.setBrush(fill)
        painter.drawPath(wedge_path(grown, radius))
        label = self._place(grown, radius, self._most(wedge.ring, radius) * _LARGER)
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
            paint_shape(painter, partner, square)

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
        for wedge in self._wedges:
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
        """Width and height of a text in bold; all texts have the height of the tallest letters."""
        if text not in self._extents:
            metrics = QFontMetricsF(wheel_font(self._look, _SAMPLE_PX, QFont.Weight.Bold))
            ink = metrics.tightBoundingRect(_TALLEST)
            shift = _BASELINE * _SAMPLE_PX
            height = 2 * max(-(ink.top() + shift), ink.bottom() + shift)
            width = max(metrics.horizontalAdvance(text), metrics.tightBoundingRect(text).width())
            self._extents[text] = (width / _SAMPLE_PX, height / _SAMPLE_PX)
        return self._extents[text]


def wheel_font(look: Look, px: float, weight: QFont.Weight) -> QFont:
    """The typeface at a size in pixels, never larger than asked for.

    Without hinting, turned letters keep the widths that were measured. Qt draws whole pixel
    sizes only, and would round up.
    """
    font = look.stage_font(px, weight, 1.0)
    font.setPixelSize(max(1, int(px + 1e-6)))
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
