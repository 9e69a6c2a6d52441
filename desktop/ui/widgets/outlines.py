"""The outlines along which a ring runs and a breath swells."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from desktop.domain.people import Partner

SQUARE_CORNER: Final = 0.4
BETWEEN_CORNER: Final = 0.74
"""Corner radii as a share of half the side; the second lies between the circle and the square."""

_SQUARE_SHARE = 0.95
"""A square looks larger than a circle of its width, so it is drawn a little smaller."""


def ring_path(partner: Partner | None, center: QPointF, radius: float) -> QPainterPath:
    """The line of a partner's ring, clockwise from its top; nobody's lies between the two."""
    match partner:
        case Partner.A:
            return rounded(_square(center, radius), radius)
        case Partner.B:
            half = radius * _SQUARE_SHARE
            return rounded(_square(center, half), half * SQUARE_CORNER)
        case None:
            half = radius * _SQUARE_SHARE
            return rounded(_square(center, half), half * BETWEEN_CORNER)


def rounded(rect: QRectF, corner: float) -> QPainterPath:
    """A rounded rectangle that starts in the middle of its top and runs clockwise."""
    d = 2 * min(corner, rect.width() / 2, rect.height() / 2)
    path = QPainterPath(QPointF(rect.center().x(), rect.top()))
    path.arcTo(QRectF(rect.right() - d, rect.top(), d, d), 90, -90)
    path.arcTo(QRectF(rect.right() - d, rect.bottom() - d, d, d), 0, -90)
    path.arcTo(QRectF(rect.left(), rect.bottom() - d, d, d), -90, -90)
    path.arcTo(QRectF(rect.left(), rect.top(), d, d), 180, -90)
    path.closeSubpath()
    return path


def _square(center: QPointF, half: float) -> QRectF:
    return QRectF(center.x() - half, center.y() - half, 2 * half, 2 * half)
