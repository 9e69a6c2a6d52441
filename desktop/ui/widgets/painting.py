"""Shapes that several widgets draw."""

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QGradient, QLinearGradient, QPainter, QRadialGradient

# Offset, blur and darkness of the depths: flat, cards, menus, dialogs.
DEPTHS = ((0, 0, 0.0), (1, 3, 0.10), (6, 18, 0.13), (14, 36, 0.18))
_STOPS = 6


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, depth: int) -> None:
    """Lays a soft shadow under a rounded rectangle; depth 0 to 3 as in the visual language.

    It reaches a blur's width beyond the rectangle. Made of gradients, four along the edges and
    four round the corners, since an effect would draw its widget into a picture first. The middle,
    which the rectangle will cover, stays unpainted.
    """
    offset, blur, darkness = DEPTHS[depth]
    if not blur:
        return
    inside = max(radius, float(blur))
    band = inside + blur
    inner = rect.translated(0, offset).adjusted(inside, inside, -inside, -inside)
    across, down = QPointF(band, 0), QPointF(0, band)
    edges = (
        (inner.topLeft(), -down, QRectF(inner.left(), inner.top() - band, inner.width(), band)),
        (inner.bottomLeft(), down, QRectF(inner.left(), inner.bottom(), inner.width(), band)),
        (inner.topLeft(), -across, QRectF(inner.left() - band, inner.top(), band, inner.height())),
        (inner.topRight(), across, QRectF(inner.right(), inner.top(), band, inner.height())),
    )
    for start, way, box in edges:
        gradient = QLinearGradient(start, start + way)
        painter.fillRect(box, _faded(gradient, darkness, 2 * blur / band))
    corners: tuple[tuple[QPointF, QPointF], ...] = (
        (inner.topLeft(), -across - down),
        (inner.topRight(), -down),
        (inner.bottomLeft(), -across),
        (inner.bottomRight(), QPointF()),
    )
    for middle, shift in corners:
        gradient = QRadialGradient(middle, band)
        box = QRectF(middle + shift, middle + shift + across + down)
        painter.fillRect(box, _faded(gradient, darkness, 2 * blur / band))


def _faded(gradient: QGradient, darkness: float, share: float) -> QGradient:
    """Dark at the start, and over the last ``share`` of the way gently down to nothing."""
    for stop in range(_STOPS + 1):
        way = stop / _STOPS
        left = 1 - way * way * (3 - 2 * way)
        gradient.setColorAt(1 - share + share * way, QColor.fromRgbF(0, 0, 0, darkness * left))
    return gradient
