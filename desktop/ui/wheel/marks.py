"""Five marks in a partner's shape, filled from faint to strong."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.stone import paint_shape

LEAST: Final = 1
MOST: Final = 5
USUAL: Final = 3

_LINE: Final = 1.6


def intensity_word(intensity: int) -> str:
    """The word for an intensity from 1 to 5."""
    return (
        QCoreApplication.translate("Intensity", "faint"),
        QCoreApplication.translate("Intensity", "light"),
        QCoreApplication.translate("Intensity", "clear"),
        QCoreApplication.translate("Intensity", "strong"),
        QCoreApplication.translate("Intensity", "very strong"),
    )[intensity - LEAST]


def not_known() -> str:
    """What stands where words would, once a partner has said so."""
    return QCoreApplication.translate("NotKnown", "I don’t know, and that’s fine")


def paint_marks(
    painter: QPainter,
    look: Look,
    partner: Partner,
    boxes: list[QRectF],
    intensity: int,
) -> None:
    """Draws one mark into each square box, the first ``intensity`` of them filled."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = look.partner(partner).fill
    for number, box in enumerate(boxes, start=LEAST):
        full = number <= intensity
        painter.setPen(QPen(fill if full else look.color("line-strong"), _LINE))
        painter.setBrush(fill if full else Qt.BrushStyle.NoBrush)
        inset = _LINE / 2
        paint_shape(painter, partner, box.adjusted(inset, inset, -inset, -inset))
    painter.restore()
