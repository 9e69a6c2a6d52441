"""What is so now, as a caption and its value."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.ui.theme import fonts
from desktop.ui.theme.look import Look

_GAP = 8
_LONG = 230


class Readout(QLabel):
    """A label named by its caption and described by its value. It is no live region."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._caption = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def set_caption(self, caption: str) -> None:
        """Names it."""
        self._caption = caption
        self.setAccessibleName(caption)
        self.updateGeometry()
        self.update()

    def show_value(self, value: str, exact: str = "") -> None:
        """Shows a value; ``exact`` is what assistive tools get where that should say more."""
        described = exact or value
        if value == self.text() and described == self.accessibleDescription():
            return
        self.setText(value)
        self.setAccessibleDescription(described)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Caption and value side by side."""
        caption = QFontMetrics(self._look.font("small")).horizontalAdvance(self._caption)
        value = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(caption + self._gap() + value + 2, QFontMetrics(self.font()).height() + 2)

    def minimumSizeHint(self) -> QSize:
        """Only a very long name or title is shortened; the description has all of it."""
        size = self.sizeHint()
        return QSize(min(size.width(), self._look.px(_LONG)), size.height())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the caption muted and the value after it."""
        painter = QPainter(self)
        caption_font = self._look.font("small")
        width = QFontMetrics(caption_font).horizontalAdvance(self._caption)
        caption = QRectF(0, 0, width + 1, self.height())
        value = QRectF(width + self._gap(), 0, self.width() - width - self._gap(), self.height())
        if self.isRightToLeft():
            for box in (caption, value):
                box.moveLeft(self.width() - box.right())
        flags = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(caption_font)
        painter.setPen(self._look.color("text-muted"))
        painter.drawText(caption, flags, self._caption)
        painter.setFont(self.font())
        painter.setPen(self._look.color("text"))
        shown = QFontMetrics(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, round(value.width())
        )
        painter.drawText(value, flags, shown)

    def _gap(self) -> int:
        return self._look.px(_GAP)

    @Slot()
    def _dress(self) -> None:
        self.setFont(fonts.tabular(self._look.font("small", 600)))
        self.updateGeometry()
        self.update()
