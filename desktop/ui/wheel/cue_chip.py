"""A small word that can be switched on."""

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.theme.mixing import mix
from desktop.ui.widgets.focus_ring import set_focus_radius


class CueChip(QAbstractButton):
    """A body cue that can be switched on; dark while it is."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(text)
        self.setAccessibleDescription(self.tr("felt in the body"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._dress()
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """The words with room round them."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(words + self._look.px(28), self._look.px(36))

    def minimumSizeHint(self) -> QSize:
        """The same: the words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the chip."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        hovered = 0.5 if self.underMouse() and not on else 0.0
        ground = self._look.color("accent" if on else "raised")
        painter.setBrush(mix(ground, self._look.color("sunken"), hovered))
        painter.setPen(QPen(self._look.color("accent" if on else "line-strong"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(self._look.color("on-accent" if on else "text"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self.text())

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body", 500))
        set_focus_radius(self, self._look.px(36) // 2)
        self.updateGeometry()
