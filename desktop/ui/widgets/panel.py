"""The ground on which things belong together."""

from PySide6.QtCore import QMargins, QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.painting import DEPTHS, paint_shadow

PADDING = 24


class Panel(QWidget):
    """A rounded ground with a soft edge and a shadow.

    ``ground`` is a colour role. The shadow of ``depth`` 0 to 3 is drawn inside the widget: its
    contents margins keep it, and ``padding`` pixels more, free. Dark themes have no shadow, their
    grounds are lighter instead.
    """

    def __init__(
        self,
        look: Look,
        *,
        ground: str = "surface",
        radius: int = 16,
        depth: int = 1,
        padding: int = PADDING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ground = ground
        self._radius = radius
        self._depth = depth
        self.set_padding(padding)
        look.changed.connect(self.update)

    def set_padding(self, padding: int) -> None:
        """Leaves so many pixels free inside the edge."""
        around = QMargins(padding, padding, padding, padding)
        self.setContentsMargins(self._shadow_room() + around)

    def set_ground(self, role: str) -> None:
        """Paints the ground in another colour role."""
        self._ground = role
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws shadow, ground and edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect().marginsRemoved(self._shadow_room())).adjusted(0.5, 0.5, -0.5, -0.5)
        if self._look.theme == "light":
            paint_shadow(painter, box, self._radius, self._depth)
        painter.setPen(QPen(self._look.color("line"), 1))
        painter.setBrush(self._look.color(self._ground))
        painter.drawRoundedRect(box, self._radius, self._radius)

    def _shadow_room(self) -> QMargins:
        offset, blur, _ = DEPTHS[self._depth]
        if self._depth <= 1:
            # So thin that it may fall short at the sides; panels then line up with the rest.
            return QMargins(0, 0, 0, 2 * self._depth)
        return QMargins(blur, max(0, blur - offset), blur, blur + offset)
