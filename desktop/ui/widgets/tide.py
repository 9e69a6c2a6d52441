"""The beach behind the first pages: two waves at the foot of the window."""

from typing import Literal

from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look
from desktop.ui.theme.mixing import mix

# Drawn for a window 1440 wide; each wave is a chain of curves, measured up from its base line.
_WIDTH = 1440.0
_FAR = (
    ((180, 40), (330, -36), (520, 0)),
    ((710, 36), (880, 50), (1060, 8)),
    ((1240, -34), (1330, -32), (1440, 10)),
)
_NEAR = (
    ((200, 42), (380, -40), (620, 0)),
    ((860, 40), (1020, 52), (1200, 6)),
    ((1380, -40), (1380, -18), (1440, 0)),
)
_LEVELS = {"high": (260.0, 158.0), "low": (156.0, 82.0)}
_DESIGNED_HEIGHT = 900.0


class Tide(QWidget):
    """A ground in the colours of the window and, softly, of both partners.

    ``level`` says how far up the tide comes. Other widgets are laid out on top of it.
    """

    def __init__(
        self, look: Look, level: Literal["high", "low"] = "low", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._level = _LEVELS[level]
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws window, far wave and near wave."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        window = self._look.color("window")
        painter.fillRect(self.rect(), window)
        far, near = self._level
        soft_a, soft_b = self._look.color("partner-a-soft"), self._look.color("partner-b-soft")
        painter.fillPath(self._wave(_FAR, far), mix(window, soft_a, 0.75))
        painter.fillPath(self._wave(_NEAR, near), mix(window, soft_b, 0.9))

    def _wave(self, curves: tuple[tuple[tuple[int, int], ...], ...], level: float) -> QPainterPath:
        width, height = float(self.width()), float(self.height())
        base = height - level * min(1.0, height / _DESIGNED_HEIGHT)
        across = width / _WIDTH
        path = QPainterPath()
        path.moveTo(0, base)
        for first, second, end in curves:
            path.cubicTo(
                first[0] * across,
                base - first[1],
                second[0] * across,
                base - second[1],
                end[0] * across,
                base - end[1],
            )
        path.lineTo(width, height)
        path.lineTo(0, height)
        path.closeSubpath()
        return path
