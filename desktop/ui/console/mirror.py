"""A picture of what is on the stage now, for the console."""

from typing import Final

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.stage.scene import RunClock
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look

_STAGE: Final = QSize(1440, 810)
_SMALLEST: Final = QSize(288, 162)
_RADIUS: Final = 12


class Mirror(QWidget):
    """Draws a stage of its own, made smaller. It is a picture: nothing in it can be pressed.

    So the names of the stage's buttons exist once on the console, at the buttons themselves.
    """

    def __init__(self, look: Look, now: RunClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stage = StageWidget(look, now)
        self._stage.resize(_STAGE)
        self._stage.ticked.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look.changed.connect(self.update)

    def show_view(self, view: StageView) -> None:
        """Shows what the stage shows."""
        self._stage.show_view(view)
        self.update()

    def set_blank(self, blank: bool) -> None:
        """Shows that the stage is blank, or what is on it again."""
        self._stage.set_blank(blank)
        self.update()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Takes no more height than a stage of its width has."""
        super().resizeEvent(event)
        self.setMaximumHeight(max(_SMALLEST.height(), self.width() * 9 // 16))

    def sizeHint(self) -> QSize:
        """As small as it may be; it grows where there is room."""
        return _SMALLEST

    def minimumSizeHint(self) -> QSize:
        """So small that one can still see whose turn it is."""
        return _SMALLEST

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the stage into the largest place of its shape, with a round edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = QSize(_STAGE).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) / 2
        box = QRectF(left, 0, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        inside = QPainterPath()
        inside.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(inside)
        painter.translate(box.topLeft())
        scale = box.width() / _STAGE.width()
        painter.scale(scale, scale)
        self._stage.render(painter, QPoint(0, 0))
        painter.restore()
        painter.setPen(QPen(self._look.color("line-strong"), 1))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
