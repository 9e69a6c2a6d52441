"""Both sides of a card, painted.

A card is drawn 552 units wide and 608 high; all lengths here are such units.
"""

from typing import Final, TypeAlias

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop.domain.flow.events import ShownCard
from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look

WIDTH: Final = 552.0
HEIGHT: Final = 608.0

_RADIUS: Final = 32
_EDGE: Final = 48
_TIDE: Final = 96
_OVER_TIDE: Final = 44
_ICON: Final = 32
_LARGEST_PX: Final = 46.0
_SMALLEST_PX: Final = 13.0
_SMALLER: Final = 0.95
_WRAP: Final = int(
    Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
)

# Two waves in the foot of the card, from the left edge, measured down from the tide's top.
_Curve: TypeAlias = tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
_FAR: Final[tuple[_Curve, ...]] = (
    ((119, -32), (219, 26), (329, -2)),
    ((420, -26), (479, -26), (552, 0)),
)
_NEAR: Final[tuple[_Curve, ...]] = (
    ((140, 20), (260, 72), (380, 46)),
    ((460, 32), (500, 30), (552, 46)),
)


def paint_face(painter: QPainter, look: Look, card: ShownCard, box: QRectF) -> None:
    """Draws the side with the words into a box; they are as large as there is room for."""
    unit = box.width() / WIDTH
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(box, _RADIUS * unit, _RADIUS * unit)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(outline, look.color("raised"))
    _paint_tide(painter, look, box, outline, unit)
    painter.setPen(QPen(look.color("line"), 1))
    painter.drawPath(outline)
    _paint_words(painter, look, card, box, unit)
    painter.restore()


def paint_back(painter: QPainter, look: Look, box: QRectF) -> None:
    """Draws the side that all cards of the pile show: waves and the two stones."""
    unit = box.width() / 248
    painter.save()
    outline = QPainterPath()
    outline.addRoundedRect(box, 26 * unit, 26 * unit)
    painter.fillPath(outline, look.color("accent-soft"))
    painter.setClipPath(outline)
    painter.setOpacity(0.45)
    painter.setPen(QPen(look.color("line-strong"), 1.4 * unit))
    row = 40.0
    while row * unit < box.height() - 20 * unit:
        painter.drawPath(_ripple(box, box.top() + row * unit, unit))
        row += 30
    painter.setOpacity(1)
    painter.setClipping(False)
    painter.setPen(QPen(look.color("line-strong"), 1))
    painter.drawPath(outline)
    _paint_stones(painter, look, box.center(), unit)
    painter.restore()


def fitted_font(text: str, width: float, height: float, largest: float) -> QFont:
    """The typeface in the largest size, in pixels, at which a text fits into a box."""
    size = largest
    font = fonts.font(size, QFont.Weight.DemiBold)
    while size > _SMALLEST_PX and not _fits(font, text, width, height):
        size = max(_SMALLEST_PX, size * _SMALLER)
        font = fonts.font(size, QFont.Weight.DemiBold)
    return font


def _fits(font: QFont, text: str, width: float, height: float) -> bool:
    needed = QFontMetricsF(font).boundingRect(QRectF(0, 0, width, 10_000), _WRAP, text)
    return needed.width() <= width and needed.height() <= height


def _paint_words(painter: QPainter, look: Look, card: ShownCard, box: QRectF, unit: float) -> None:
    """The deck, the prompt as large as there is room for, and the follow-up over the tide."""
    inside = box.adjusted(_EDGE * unit, 44 * unit, -_EDGE * unit, -(_TIDE + _OVER_TIDE) * unit)
    icon = _ICON * unit
    corner = QRectF(inside.right() - icon, inside.top(), icon, icon)
    look.paint_icon(painter, "heart-handshake", "text-muted", corner)
    deck_font = look.font("label", QFont.Weight.DemiBold)
    deck = QRectF(inside.topLeft(), corner.bottomLeft() - QPointF(icon / 2, 0))
    name = QFontMetricsF(deck_font).elidedText(
        card.deck_title, Qt.TextElideMode.ElideRight, deck.width()
    )
    painter.setPen(look.color("text-muted"))
    painter.setFont(deck_font)
    painter.drawText(deck, _WRAP & ~int(Qt.TextFlag.TextWordWrap), name)
    after_font = look.font("section", QFont.Weight.Normal)
    after = QFontMetricsF(after_font).boundingRect(inside, _WRAP, card.follow_up)
    after_top = inside.bottom() - (after.height() if card.follow_up else 0)
    painter.setFont(after_font)
    painter.drawText(
        QRectF(inside.left(), after_top, inside.width(), after.height()), _WRAP, card.follow_up
    )
    top = deck.bottom() + 16 * unit
    room = QRectF(inside.left(), top, inside.width(), after_top - 16 * unit - top)
    largest = _LARGEST_PX * unit * look.text_scale
    painter.setPen(look.color("text"))
    painter.setFont(fitted_font(card.text, room.width(), room.height(), largest))
    painter.drawText(room, _WRAP, card.text)


def _paint_tide(
    painter: QPainter, look: Look, box: QRectF, outline: QPainterPath, unit: float
) -> None:
    painter.save()
    painter.setClipPath(outline)
    painter.translate(box.left(), box.bottom() - _TIDE * unit)
    painter.scale(unit, unit)
    for start, curves, role in ((0, _FAR, "partner-a-soft"), (48, _NEAR, "partner-b-soft")):
        wave = QPainterPath(QPointF(0, start))
        for first, second, end in curves:
            wave.cubicTo(*first, *second, *end)
        wave.lineTo(WIDTH, _TIDE)
        wave.lineTo(0, _TIDE)
        painter.fillPath(wave, look.color(role))
    painter.restore()


def _ripple(box: QRectF, y: float, unit: float) -> QPainterPath:
    """A row of shallow waves over the width of a box."""
    path = QPainterPath(QPointF(box.left(), y))
    x, up = box.left(), True
    while x < box.right():
        bend = -15 * unit if up else 15 * unit
        path.quadTo(x + 30 * unit, y + bend, x + 60 * unit, y)
        x, up = x + 60 * unit, not up
    return path


def _paint_stones(painter: QPainter, look: Look, middle: QPointF, unit: float) -> None:
    """The mark: two stones over a tide line."""
    pen = QPen(look.color("text"), 3.6)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.translate(middle)
    painter.scale(unit, unit)
    painter.drawEllipse(QPointF(-10.5, -7.5), 12.75, 12.75)
    painter.drawRoundedRect(QRectF(1.5, -19.2, 23.4, 23.4), 8.1, 8.1)
    line = QPainterPath(QPointF(-25.5, 16.5))
    line.quadTo(-12.75, 9.75, 0, 16.5)
    line.quadTo(12.75, 23.25, 25.5, 16.5)
    painter.drawPath(line)
