"""The pile from which cards are drawn."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.cards.pictures import paint_back
from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import set_focus_radius
from desktop.ui.widgets.painting import paint_shadow
from desktop.ui.widgets.text import Text

_WIDTH: Final = 248
_LEAST: Final = 120
_HIGH: Final = 346 / 248
_ROOM: Final = 18
_RADIUS: Final = 26
_TURNS: Final = (-3, 1)


class Pile(QWidget):
    """The pile with the number of its cards; pressing it draws one."""

    pressed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = _PileButton(look)
        self._count = Text(look, weight=500, wrap=True)
        self._key = Text(look, role="small", ink="text-muted", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        for text in (self._count, self._key):
            text.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(text)
        column.addStretch(1)
        self._key.setText(self.tr("Press D to draw"))
        self.button.setAccessibleName(self.tr("Draw a card"))
        self.button.clicked.connect(self.pressed)

    def show_width(self, width: int) -> None:
        """Shows the cards of the pile as wide as there is room, within limits, in pixels."""
        self.button.show_width(max(_LEAST, min(_WIDTH, width)))

    def show_count(self, count: int) -> None:
        """Shows how many cards can still be drawn."""
        text = self.tr("{count} in the pile").format(count=count)
        if not count:
            text = self.tr("The pile is empty")
        self._count.setText(text)
        self._key.setVisible(count > 0)
        self.button.setAccessibleDescription(text)
        self.button.show_count(count)


class _PileButton(QAbstractButton):
    """Two cards that lie a little askew; one when it is the last, none when all are drawn."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._cards = 0
        self._width = _WIDTH
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_focus_radius(self, _RADIUS)
        look.changed.connect(self.update)

    def show_count(self, count: int) -> None:
        """Shows as much of a pile as there is."""
        self._cards = min(count, len(_TURNS))
        self.setEnabled(count > 0)
        self.update()

    def show_width(self, width: int) -> None:
        """Shows the cards that wide, in pixels."""
        self._width = width
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for cards that lie askew."""
        return QSize(self._width + 2 * _ROOM, round(self._width * _HIGH) + 2 * _ROOM)

    def minimumSizeHint(self) -> QSize:
        """The same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the pile; it rises a little under the mouse."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.width() / 2, self.height() / 2)
        width, height = self._width, self._width * _HIGH
        box = QRectF(-width / 2, -height / 2, width, height)
        risen = self.underMouse() and self.isEnabled() and not self.isDown()
        for place, turn in enumerate(_TURNS[: self._cards], start=1):
            painter.save()
            painter.rotate(turn)
            if risen and place == self._cards:
                painter.translate(0, -4)
            if self._look.theme == "light":
                paint_shadow(painter, box, _RADIUS * width / _WIDTH, 2)
            paint_back(painter, self._look, box)
            painter.restore()
