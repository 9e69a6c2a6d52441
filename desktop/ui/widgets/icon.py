"""A Lucide icon that stands by itself."""

from PySide6.QtCore import QRectF, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look


class Icon(QWidget):
    """An icon beside words, in a colour role; it grows with the text. A picture without a name."""

    def __init__(
        self,
        look: Look,
        name: str,
        ink: str = "text",
        *,
        size: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._name = name
        self._ink = ink
        self._size = size
        self._dress()
        look.changed.connect(self._dress)

    def show_icon(self, name: str, ink: str) -> None:
        """Shows another icon, or the same in another colour."""
        self._name = name
        self._ink = ink
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the icon."""
        self._look.paint_icon(QPainter(self), self._name, self._ink, QRectF(self.rect()))

    @Slot()
    def _dress(self) -> None:
        side = self._look.px(self._size)
        self.setFixedSize(side, side)
        self.update()
