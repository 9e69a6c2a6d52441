"""A field to search in."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.icon import Icon

_LEFT = 14
_ICON = 20
_GAP = 10


class SearchEdit(QLineEdit):
    """One line of text after a magnifying glass; both grow with the text."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = Icon(look, "search", "text-muted", size=_ICON, parent=self)
        self._dress()
        look.changed.connect(self._dress)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Keeps the glass at the start of the line."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = self.width() - _LEFT - self._icon.width() if self.isRightToLeft() else _LEFT
        self._icon.move(left, (self.height() - self._icon.height()) // 2)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        room = self._look.px(_ICON) + _GAP
        if self.isRightToLeft():
            self.setTextMargins(0, 0, room, 0)
        else:
            self.setTextMargins(room, 0, 0, 0)
        self._place()
