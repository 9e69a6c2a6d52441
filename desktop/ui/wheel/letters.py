"""The words of a wheel in the typeface of the app: how large each can be, and writing it."""

from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desktop.domain.wheel_geometry import Wedge, WheelGeometry
from desktop.ui.theme.look import Look
from desktop.ui.wheel.labels import Label, Lettering, letter, place

UNIT: Final = 1 / 384
"""A unit of the drawing of the wheel, as a fraction of the radius."""

WEIGHTS: Final = {1: QFont.Weight.Bold, 2: QFont.Weight.DemiBold, 3: QFont.Weight.Medium}

_SIZES: Final = {1: 18 * UNIT, 2: 16 * UNIT, 3: 15 * UNIT}
_FAMILY_SIZES: Final = {1: 18 * UNIT, 2: 24 * UNIT, 3: 21 * UNIT}
"""Where one family fills the wheel, its words have more room."""

_BASELINE: Final = 0.34
"""How far below a label's middle its letters stand, as a multiple of the font's size."""

_TALLEST: Final = "bdgj"
_USUAL_PX: Final = 9.0
_FAMILY_PX: Final = 12.0
"""As large as letters are on a small wheel, where there is room for them."""

_LEAST_PX: Final = 5.5
_SAMPLE_PX: Final = 100.0


class Letters:
    """Knows how each word of a wheel is lettered at a radius, in pixels."""

    def __init__(self, look: Look, geometry: WheelGeometry) -> None:
        self._look = look
        self._geometry = geometry
        family = geometry.wedge(geometry.family)
        self._family_name = family.word.label if family else None
        self._extents: dict[str, tuple[float, float]] = {}
        self._letterings: tuple[float, dict[str, Lettering]] = (0.0, {})

    def letterings(self, radius: float) -> dict[str, Lettering]:
        """How each word is written at rest, by path id.

        The words of a ring share one size, so that none looks more important than the others;
        only a word too long for it is smaller. Each has room for bold letters, so that it keeps
        its size when it is picked. A word without any room is left out.
        """
        if self._letterings[0] != radius:
            wedges = self._geometry.wedges
            found = {w.id: self._letter(w, radius, self._most(w.ring, radius)) for w in wedges}
            shared = self._shared_sizes(found)
            again = {w.id: self._letter(w, radius, shared[w.ring]) for w in wedges}
            self._letterings = (radius, {key: each for key, each in again.items() if each})
        return self._letterings[1]

    def labels(self, radius: float, rotation: float = 0.0) -> dict[str, Label]:
        """Where each word is written on a wheel that was turned, by path id."""
        letterings = self.letterings(radius)
        return {
            wedge.id: place(wedge.turned(rotation), letterings[wedge.id])
            for wedge in self._geometry.wedges
            if wedge.id in letterings
        }

    def extent(self, text: str) -> tuple[float, float]:
        """Width and height of a text in bold, as multiples of the font's size.

        All texts have the height of the tallest letters.
        """
        if text not in self._extents:
            metrics = QFontMetricsF(wheel_font(self._look, _SAMPLE_PX, QFont.Weight.Bold))
            ink = metrics.tightBoundingRect(_TALLEST)
            shift = _BASELINE * _SAMPLE_PX
            height = 2 * max(-(ink.top() + shift), ink.bottom() + shift)
            width = max(metrics.horizontalAdvance(text), metrics.tightBoundingRect(text).width())
            self._extents[text] = (width / _SAMPLE_PX, height / _SAMPLE_PX)
        return self._extents[text]

    def write(
        self, painter: QPainter, label: Label, radius: float, ink: QColor, weight: QFont.Weight
    ) -> None:
        """Writes a label; the painter stands on the wheel's middle.

        The name of the family that fills the wheel is underlined.
        """
        font = wheel_font(self._look, label.size * radius, weight)
        font.setUnderline(label.text == self._family_name)
        painter.save()
        painter.translate(label.x * radius, label.y * radius)
        painter.rotate(label.turn)
        painter.setFont(font)
        painter.setPen(ink)
        width = QFontMetricsF(font).horizontalAdvance(label.text)
        painter.drawText(QPointF(-width / 2, _BASELINE * label.size * radius), label.text)
        painter.restore()

    def _shared_sizes(self, found: dict[str, Lettering | None]) -> dict[int, float]:
        """The size that three of four words of each ring can have."""
        shared: dict[int, float] = {}
        for ring in {w.ring for w in self._geometry.wedges}:
            each = (found[w.id] for w in self._geometry.wedges if w.ring == ring)
            sizes = sorted(lettering.size if lettering else 0.0 for lettering in each)
            shared[ring] = sizes[len(sizes) // 4]
        return shared

    def _most(self, ring: int, radius: float) -> float:
        if self._geometry.family:
            return max(_FAMILY_SIZES[ring] * self._look.text_scale, _FAMILY_PX / radius)
        return max(_SIZES[ring] * self._look.text_scale, _USUAL_PX / radius)

    def _letter(self, wedge: Wedge, radius: float, most: float) -> Lettering | None:
        return letter(wedge, self.extent, most, _LEAST_PX / radius)


def wheel_font(look: Look, px: float, weight: QFont.Weight) -> QFont:
    """The typeface at a size in pixels, never larger than asked for.

    Without hinting, turned letters keep the widths that were measured. Qt draws whole pixel
    sizes only, and would round up.
    """
    font = look.stage_font(px, weight, 1.0)
    font.setPixelSize(max(1, int(px + 1e-6)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
