"""Text that always fits: it wraps evenly, and shrinks where wrapping is not enough.

Lengths are logical pixels. Nothing here knows of widgets.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

SHRINK: Final = 0.94
"""Each try is so much smaller than the one before."""

LEAST_PX: Final = 3.0
"""Below this nothing is tried: the room given is no room."""

_HALVINGS: Final = 6
_WHOLE_WORDS_DOWN_TO: Final = 0.35


def shares() -> Iterator[tuple[float, bool]]:
    """Sizes to try, as shares of the one intended, each with whether words may be broken in it.

    A long word may shrink its text for a while; then it is better broken than too small to read.
    """
    for anywhere, least in ((False, _WHOLE_WORDS_DOWN_TO), (True, 0.01)):
        share = 1.0
        while share >= least:
            yield share, anywhere
            share *= SHRINK


class Side(Enum):
    """At which side of their room the lines of a text stand."""

    LEFT = "left"
    MIDDLE = "middle"
    RIGHT = "right"


@dataclass(frozen=True)
class Style:
    """How a text is meant to look: size in stage units, weight, and line pitch in sizes."""

    units: float
    weight: int
    pitch: float = 1.24


class Fitted:
    """A text broken into lines, ready to be drawn.

    ``width`` and ``height`` are those of the lines; ``whole`` is false where a word stands out.
    """

    def __init__(self, layout: QTextLayout, width: float, height: float, whole: bool) -> None:
        self._layout = layout
        self.width = width
        self.height = height
        self.whole = whole

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return self._layout.lineCount()

    @property
    def font(self) -> QFont:
        """The font that the text is set in."""
        return self._layout.font()

    def draw(self, painter: QPainter, rect: QRectF, color: QColor, side: Side) -> None:
        """Draws the lines at a side of a rectangle, from its top."""
        spare = rect.width() - self.width
        left = rect.left() + {Side.LEFT: 0.0, Side.MIDDLE: spare / 2, Side.RIGHT: spare}[side]
        painter.setPen(color)
        self._layout.draw(painter, QPointF(left, rect.top()))


class Setter:
    """Sets text in the fonts of one maker, and keeps what it has set.

    ``make_font`` takes a size in pixels and a weight. ``direction`` is that of the language
    shown: a name from another script must not turn a whole sentence round.
    """

    def __init__(
        self, make_font: Callable[[float, int], QFont], direction: Qt.LayoutDirection
    ) -> None:
        self._make_font = make_font
        self._direction = direction
        self._kept = lru_cache(maxsize=512)(self._even)

    def fit(self, text: str, style: Style, unit: float, room: QSizeF, side: Side) -> Fitted:
        """The largest setting, up to the style's own size, that stays in a room."""
        width, intended = room.width(), style.units * unit
        px = intended
        for share, anywhere in shares():
            px = intended * share
            if px < LEAST_PX:
                break
            tried = self._break(text, px, style, width, side, anywhere=anywhere)
            if tried.whole and tried.height <= room.height():
                return tried if anywhere else self.set(text, px, style, width, side)
        return self._break(text, px, style, width, side, anywhere=True)

    def set(
        self,
        text: str,
        px: float,
        style: Style,
        width: float,
        side: Side,
        *,
        anywhere: bool = False,
    ) -> Fitted:
        """A text at a size, in as few lines as the width allows, and these of even length.

        With ``anywhere``, words that are too long for a line are broken.
        """
        if anywhere:
            return self._break(text, px, style, width, side, anywhere=True)
        return self._kept(text, px, style, width, side)

    def _even(self, text: str, px: float, style: Style, width: float, side: Side) -> Fitted:
        first = self._break(text, px, style, width, side, anywhere=False)
        if first.line_count < 2 or not first.whole:
            return first
        best, low, high = first, width / first.line_count, width
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            tried = self._break(text, px, style, middle, side, anywhere=False)
            if tried.whole and tried.line_count <= first.line_count:
                best, high = tried, middle
            else:
                low = middle
        return best

    def _break(
        self, text: str, px: float, style: Style, width: float, side: Side, *, anywhere: bool
    ) -> Fitted:
        font = self._make_font(px, style.weight)
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        layout.setTextOption(self._option(anywhere))
        layout.setCacheEnabled(True)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
        layout.endLayout()
        return _placed(layout, px * style.pitch, width, side)

    def _option(self, anywhere: bool) -> QTextOption:
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setTextDirection(self._direction)
        mode = QTextOption.WrapMode
        option.setWrapMode(mode.WrapAtWordBoundaryOrAnywhere if anywhere else mode.WordWrap)
        return option


def _placed(layout: QTextLayout, pitch: float, width: float, side: Side) -> Fitted:
    """Puts the lines a pitch apart, each at its side of the widest one."""
    metrics = QFontMetricsF(layout.font())
    above = (pitch - metrics.ascent() - metrics.descent()) / 2
    lines = [layout.lineAt(index) for index in range(layout.lineCount())]
    widest = max((line.naturalTextWidth() for line in lines), default=0.0)
    share = {Side.LEFT: 0.0, Side.MIDDLE: 0.5, Side.RIGHT: 1.0}[side]
    for index, line in enumerate(lines):
        spare = (widest - line.naturalTextWidth()) * share
        line.setPosition(QPointF(spare, index * pitch + above))
    return Fitted(layout, widest, len(lines) * pitch, widest <= width + 0.5)
