"""A word or two on a soft ground: the state of a thing."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text


class Chip(Text):
    """Shows a state. ``ink`` and ``ground`` are colour roles that may stand on each other."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        ink: str = "warning",
        ground: str = "warning-soft",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, text, "caption", ink=ink, weight=600, parent=parent)
        self._ground_look = look
        self._ground = ground
        self.setContentsMargins(10, 3, 10, 3)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the ground, then the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._ground_look.color(self._ground))
        corner = self.height() / 2
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        painter.end()
        super().paintEvent(event)
