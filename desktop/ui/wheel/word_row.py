"""A word of the wheel as a row that can be pressed."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.domain.wheel_search import Entry
from desktop.ui.theme.look import Look
from desktop.ui.theme.mixing import mix
from desktop.ui.widgets.focus_ring import set_focus_radius

_RADIUS: Final = 10


class WordRow(QAbstractButton):
    """A word that may fit; pressing it picks it.

    ``picked`` carries its ``Entry``, ``word_shown`` its path id while the mouse or the keyboard is
    on it, else "".
    """

    picked = Signal(object)
    word_shown = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._entry: Entry | None = None
        self._is_picked = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        set_focus_radius(self, _RADIUS)
        self.clicked.connect(self._pick)
        look.changed.connect(self.updateGeometry)

    def show_entry(self, entry: Entry, *, picked: bool) -> None:
        """Shows a word, with a tick once it is picked."""
        self._entry, self._is_picked = entry, picked
        self.setText(entry.word.label)
        self.setAccessibleName(entry.word.label)
        above = ", ".join(reversed(entry.path.labels[:-1]))
        told = (
            self.tr("picked; under {path}. {definition}")
            if picked
            else self.tr("may fit; under {path}. {definition}")
        )
        self.setAccessibleDescription(told.format(path=above, definition=entry.word.definition))
        self.show()
        self.update()

    def enterEvent(self, event: QEnterEvent, /) -> None:
        """Tells which word is under the mouse."""
        super().enterEvent(event)
        self._tell_shown()

    def leaveEvent(self, event: QEvent, /) -> None:
        """Tells that the mouse went elsewhere."""
        super().leaveEvent(event)
        self.word_shown.emit("")

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        """Tells which word is under the keyboard."""
        super().focusInEvent(event)
        self._tell_shown()

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        """Tells that the keyboard went elsewhere."""
        super().focusOutEvent(event)
        self.word_shown.emit("")

    def sizeHint(self) -> QSize:
        """A row for a word and its family."""
        return QSize(self._look.px(236), self._look.px(36))

    def minimumSizeHint(self) -> QSize:
        """Room for most words."""
        return QSize(self._look.px(200), self._look.px(36))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the row: the family's colour, the word, the family's name."""
        if self._entry is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("line"), 1))
        share = 1.0 if self.isDown() else 0.5 if self.underMouse() else 0.0
        ground = mix(self._look.color("raised"), self._look.color("sunken"), share)
        painter.setBrush(ground)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        side = self._look.px(16)
        swatch = QRectF(10, (self.height() - side) / 2, side, side)
        if self.isRightToLeft():
            swatch.moveRight(self.width() - 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.family(self._entry.path.family, 1)[0])
        painter.drawRoundedRect(swatch, 5, 5)
        end = self._paint_tick(painter, side) if self._is_picked else 12
        self._paint_words(painter, box.adjusted(side + 20, 0, -end, 0), self._entry)

    def _paint_tick(self, painter: QPainter, side: int) -> int:
        """Draws the sign that the word is picked; says how much room it takes at the end."""
        tick = QRectF(self.width() - 12 - side, (self.height() - side) / 2, side, side)
        if self.isRightToLeft():
            tick.moveLeft(12)
        self._look.paint_icon(painter, "check", "text", tick)
        return side + 18

    def _paint_words(self, painter: QPainter, inside: QRectF, entry: Entry) -> None:
        if self.isRightToLeft():
            inside.moveLeft(self.width() - inside.right())
        middle = Qt.AlignmentFlag.AlignVCenter
        family, small = entry.path.labels[0], self._look.font("caption")
        painter.setFont(small)
        painter.setPen(self._look.color("text-muted"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignTrailing | middle), family)
        font = self._look.font("body", 500)
        room = inside.width() - QFontMetricsF(small).horizontalAdvance(family) - 8
        word = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(self._look.color("text"))
        painter.drawText(inside, int(Qt.AlignmentFlag.AlignLeading | middle), word)

    def _tell_shown(self) -> None:
        if self._entry is not None:
            self.word_shown.emit(self._entry.path.id)

    @Slot()
    def _pick(self) -> None:
        if self._entry is not None:
            self.picked.emit(self._entry)
