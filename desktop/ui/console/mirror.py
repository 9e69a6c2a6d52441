"""A picture of what is on the stage now, for the console."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import (
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.stage.scene import RunClock
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look

_STAGE: Final = QSize(1440, 810)
_SMALLEST: Final = QSize(288, 162)
_LOW: Final = QSize(232, 130)
_RADIUS: Final = 12


class Mirror(QWidget):
    """Draws a stage of its own, made smaller. It is a picture: nothing in it can be pressed.

    So the names of the stage's buttons exist once on the console, at the buttons themselves.
    """

    def __init__(self, look: Look, now: RunClock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._smallest = _SMALLEST
        self._stage = StageWidget(look, now, self)
        # A window of its own that is never shown: else assistive tools would find its buttons.
        self._stage.setWindowFlag(Qt.WindowType.Window)
        self._stage.resize(_STAGE)
        self._stage.ticked.connect(self._update_moving)
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

    def set_low(self, low: bool) -> None:
        """May become smaller still, in a low window."""
        self._smallest = _LOW if low else _SMALLEST
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As small as it may be; it grows where there is room."""
        return self._smallest

    def minimumSizeHint(self) -> QSize:
        """So small that one can still see whose turn it is."""
        return self._smallest

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the stage into the largest place of its shape in the middle, with a round edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self._box()
        inside = QPainterPath()
        inside.addRoundedRect(box, _RADIUS, _RADIUS)
        painter.save()
        painter.setClipPath(inside, Qt.ClipOperation.IntersectClip)
        painter.setTransform(self._shrunk(), combine=True)
        back, _ = self._shrunk().inverted()
        seen = back.mapRect(QRectF(event.rect())).toAlignedRect() & self._stage.rect()
        self._stage.render(painter, seen.topLeft(), QRegion(seen))
        painter.restore()
        painter.setPen(QPen(self._look.color("line-strong"), 1))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    def _box(self) -> QRectF:
        size = QSize(_STAGE).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = (self.width() - size.width()) / 2
        top = (self.height() - size.height()) / 2
        return QRectF(left, top, size.width(), size.height()).adjusted(0.5, 0.5, -0.5, -0.5)

    def _shrunk(self) -> QTransform:
        """From the stage's coordinates to those of the picture."""
        box = self._box()
        scale = box.width() / _STAGE.width()
        return QTransform.fromTranslate(box.left(), box.top()).scale(scale, scale)

    @Slot()
    def _update_moving(self) -> None:
        """A second passed: draws again only what can have moved."""
        for place in self._stage.moving():
            self.update(self._shrunk().mapRect(QRectF(place)).toAlignedRect())
