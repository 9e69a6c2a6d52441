"""Shapes that several widgets draw."""

import math

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath

# Offset, blur and darkness of the depths: flat, cards, menus, dialogs.
DEPTHS = ((0, 0, 0.0), (1, 3, 0.10), (6, 18, 0.13), (14, 36, 0.18))


def paint_shadow(painter: QPainter, rect: QRectF, radius: float, depth: int) -> None:
    """Lays a soft shadow under a rounded rectangle; depth 0 to 3 as in the visual language.

    It reaches a blur's width beyond the rectangle. Made of faint rings that add up: an effect
    would draw its widget into a picture first. What the rectangle will cover stays unpainted.
    """
    offset, blur, darkness = DEPTHS[depth]
    steps = min(blur, 10)
    covered = rect.adjusted(radius, radius, -radius, -radius)
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(steps):
        share = (step + 0.5) / steps
        spread = blur * (1 - 2 * share)
        painter.setBrush(
            QColor.fromRgbF(0, 0, 0, darkness * math.sin(math.pi * share) * 1.6 / steps)
        )
        outer = rect.adjusted(-spread, -spread + offset, spread, spread + offset)
        corner = max(0.0, radius + spread)
        ring = QPainterPath()
        ring.addRoundedRect(outer, corner, corner)
        ring.addRect(covered.intersected(outer))
        painter.drawPath(ring)
    painter.restore()
