"""News in place: what happened, what is safe, what to do."""

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.text import Text

NoticeKind = Literal["info", "warning", "error"]

_LOOKS: dict[NoticeKind, tuple[str, str, str]] = {
    "info": ("info", "text-muted", "accent-soft"),
    "warning": ("triangle-alert", "warning", "warning-soft"),
    "error": ("circle-alert", "danger", "danger-soft"),
}
_RADIUS = 12


class Notice(QWidget):
    """A sentence on a soft ground with a sign of its kind; hidden until it has one to show."""

    def __init__(
        self, look: Look, kind: NoticeKind = "info", text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        icon, ink, self._ground = _LOOKS[kind]
        self._icon = Icon(look, icon, ink)
        self._text = Text(look, text, wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._text, 1)
        self.setVisible(bool(text))
        look.changed.connect(self.update)

    def text(self) -> str:
        """The sentence shown, or an empty text."""
        return self._text.text()

    def show_text(self, text: str, kind: NoticeKind | None = None) -> None:
        """Shows a sentence and has it spoken, as another kind if given; an empty one hides it."""
        if kind is not None:
            icon, ink, self._ground = _LOOKS[kind]
            self._icon.show_icon(icon, ink)
        self._text.setText(text)
        self.setVisible(bool(text))
        self.update()
        if text:
            announce(self._text, text)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the soft ground, and in high contrast its edge."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edged = self._look.theme == "high-contrast"
        painter.setPen(self._look.color("line-strong") if edged else Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color(self._ground))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
