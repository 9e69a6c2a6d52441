"""Things to tick and to choose one of."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QRadioButton, QSizePolicy, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import set_focus_radius

_BOX = 22
_GAP = 12
_RADIUS = 12
_LEADING = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
"""The painter turns left into right by itself where one reads from the right."""
_SHORT = 160


class CheckBox(QCheckBox):
    """A box to tick with its words beside it; all of it can be pressed.

    The words flow over several lines where there is no room for them in one.
    """

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_focus_radius(self, 6)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """The box, the gap and the words in one line."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1
        return QSize(self._beside() + words + 2, self._height(1))

    def minimumSizeHint(self) -> QSize:
        """As wide as the longest word: none is cut."""
        metrics = QFontMetrics(self.font())
        longest = max((metrics.horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(self._beside() + longest + 3, self._height(1))

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int, /) -> int:
        """Room for all lines that the words take in a width."""
        metrics = QFontMetrics(self.font())
        room = QRect(0, 0, max(1, width - self._beside() - 1), 1 << 16)
        words = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), self.text())
        return self._height(max(1, round(words.height() / metrics.lineSpacing())))

    def hitButton(self, pos: QPoint, /) -> bool:
        """Box and words alike."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the box beside the first line, its tick and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side, first = self._look.px(_BOX), self._height(1)
        mirrored = self.isRightToLeft()
        left = self.width() - side - 1 if mirrored else 1
        lines = self.heightForWidth(self.width())
        top = (self.height() - lines) / 2
        self._paint_box(painter, QRectF(left, top + (first - side) / 2, side, side))
        painter.setPen(self._look.color("text" if self.isEnabled() else "text-muted"))
        words = QRectF(self._beside() + 1, top, self.width() - self._beside() - 1, lines)
        if mirrored:
            words.moveRight(self.width() - words.left())
        painter.drawText(words, _LEADING | int(Qt.TextFlag.TextWordWrap), self.text())

    def _beside(self) -> int:
        """The width of the box and the gap after it."""
        return self._look.px(_BOX) + self._look.px(_GAP)

    def _height(self, lines: int) -> int:
        more = (lines - 1) * QFontMetrics(self.font()).lineSpacing()
        return max(36, self._look.px(_BOX) + 8) + more

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        ticked = self.isChecked()
        painter.setBrush(self._look.color("accent" if ticked else "raised"))
        painter.setPen(QPen(self._look.color("accent" if ticked else "line-strong"), 1.5))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), 6, 6)
        if ticked:
            inset = box.width() * 0.14
            inner = box.adjusted(inset, inset, -inset, -inset)
            self._look.paint_icon(painter, "check", "on-accent", inner)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        self.updateGeometry()
        self.update()


class Choice(QRadioButton):
    """One of a few things to choose between: raised, with a dot and a strong edge when chosen."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._look = look
        set_focus_radius(self, _RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """The dot, the gap, the words and room around them."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text()) + 1
        return QSize(self._look.px(20 + _GAP) + 32 + words, self.fontMetrics().height() + 23)

    def minimumSizeHint(self) -> QSize:
        """The same: the words are never cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint, /) -> bool:
        """All of it can be pressed."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws ground, dot and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.isChecked()
        ground = "accent-soft" if chosen else "sunken" if self.underMouse() else "raised"
        width = 1.5 if chosen else 1.0
        painter.setPen(QPen(self._look.color("text" if chosen else "line-strong"), width))
        painter.setBrush(self._look.color(ground))
        inset = width / 2
        outline = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(outline, _RADIUS, _RADIUS)
        self._paint_inside(painter)

    def _paint_inside(self, painter: QPainter) -> None:
        side, dot = 16, self._look.px(20)
        mirrored = self.isRightToLeft()
        left = self.width() - side - dot if mirrored else side
        ring = QRectF(left, (self.height() - dot) / 2, dot, dot).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._look.color("text"), 1.75))
        painter.setBrush(self._look.color("raised"))
        painter.drawEllipse(ring)
        if self.isChecked():
            inset = dot * 0.24
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("text"))
            painter.drawEllipse(ring.adjusted(inset, inset, -inset, -inset))
        gap = self._look.px(_GAP)
        words = QRectF(self.rect())
        if mirrored:
            words.setRight(ring.left() - gap)
        else:
            words.setLeft(ring.right() + gap)
        painter.setPen(self._look.color("text"))
        self._paint_words(painter, words)

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        painter.drawText(room, _LEADING, self.text())

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body", 500))
        self.updateGeometry()
        self.update()


class DropDown(QComboBox):
    """A list that opens when pressed and shows what is chosen.

    It is as wide as its longest entry, unless it ``shortens`` one that does not fit.
    """

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, shortens: bool = False
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._shortens = shortens
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        look.changed.connect(self._dress)

    def sizeHint(self) -> QSize:
        """The longest entry and the arrow."""
        metrics = QFontMetrics(self.font())
        entries = (self.itemText(i) for i in range(self.count()))
        words = max((metrics.horizontalAdvance(text) for text in entries), default=0)
        return QSize(words + self._look.px(20) + 44, metrics.height() + 23)

    def minimumSizeHint(self) -> QSize:
        """The same: an entry is never cut."""
        size = self.sizeHint()
        return (
            QSize(min(size.width(), self._look.px(_SHORT)), size.height())
            if self._shortens
            else size
        )

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws ground, entry and arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.color("line-strong"), 1))
        painter.setBrush(self._look.color("raised"))
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, _RADIUS, _RADIUS)
        side, arrow = 16, self._look.px(20)
        mirrored = self.isRightToLeft()
        left = side if mirrored else self.width() - side - arrow
        box = QRectF(left, (self.height() - arrow) / 2, arrow, arrow)
        self._look.paint_icon(painter, "chevron-down", "text-muted", box)
        painter.setPen(self._look.color("text"))
        words = QRectF(self.rect()).adjusted(side, 0, -side, 0)
        words.setWidth(words.width() - arrow - 4)
        if mirrored:
            words.moveRight(self.width() - side)
        text = self.fontMetrics().elidedText(
            self.currentText(), Qt.TextElideMode.ElideRight, round(words.width())
        )
        painter.drawText(words, _LEADING, text)

    @Slot()
    def _dress(self) -> None:
        self.setFont(self._look.font("body"))
        self.updateGeometry()
        self.update()
