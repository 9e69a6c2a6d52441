"""Words that keep to one line."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text

_LEAST = 160


class OneLine(Text):
    """A text that is shortened where it does not fit; all of it stays in its tooltip and name."""

    def __init__(
        self,
        look: Look,
        role: FontRole = "body",
        *,
        ink: str = "text",
        weight: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._line_look = look
        super().__init__(look, role=role, ink=ink, weight=weight, parent=parent)

    def setText(self, text: str, /) -> None:
        """Shows a text, and all of it in the tooltip."""
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        """A few words: two short names and most titles are never shortened."""
        size = self.sizeHint()
        return QSize(min(size.width(), self._line_look.px(_LEAST)), size.height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws as much as fits."""
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(flags), shown)
