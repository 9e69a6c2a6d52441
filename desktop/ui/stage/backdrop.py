"""What lies behind the words: the tide line between the two, or the beach that belongs to both."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from desktop.domain.people import Partner
from desktop.ui.stage.geometry import Frame, shore, waves
from desktop.ui.theme.look import Look
from desktop.ui.theme.mixing import mix


def paint_floor(painter: QPainter, look: Look, frame: Frame, tide: float) -> None:
    """The floor: ``tide`` is 0 while A has it, 1 while B has it, in between while it moves."""
    if look.reduced_motion and 0 < tide < 1:
        paint_floor(painter, look, frame, 0)
        painter.setOpacity(tide)
        paint_floor(painter, look, frame, 1)
        painter.setOpacity(1)
        return
    window = look.color("window")
    left = mix(look.partner(Partner.A).soft, window, tide)
    right = mix(window, look.partner(Partner.B).soft, tide)
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), right)
    painter.fillPath(shore(frame, tide), left)


def paint_beach(painter: QPainter, look: Look, frame: Frame) -> None:
    """The ground of what both do, with both colours in two low waves."""
    window = look.color("window")
    painter.fillRect(QRectF(0, 0, frame.width, frame.height), window)
    far, near = waves(frame)
    painter.fillPath(far, _soft(look, Partner.A, 0.8))
    painter.fillPath(near, _soft(look, Partner.B, 0.9))


def _soft(look: Look, partner: Partner, share: float) -> QColor:
    return mix(look.color("window"), look.partner(partner).soft, share)
