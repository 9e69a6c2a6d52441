"""Buttons: one primary action, secondary ones, quiet ones, and the places of the navigation."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Slot
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.theme.mixing import mix
from desktop.ui.widgets.focus_ring import set_focus_radius

RADIUS = 12


@dataclass(frozen=True)
class Coat:
    """The colours of a button in one state; ``edge`` None is no edge."""

    fill: QColor
    ink: str
    edge: QColor | None = None


class Button(QPushButton):
    """What all buttons share: an icon before the words, and a second line that says why to wait.

    The text may hold an ``&`` before its Alt letter. ``big`` is the size of the one button that a
    screen is about.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        icon: str = "",
        *,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.look = look
        self._icon = icon
        self._big = big
        self._waiting = ""
        set_focus_radius(self, RADIUS)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._dress()
        look.changed.connect(self._dress)

    def set_icon(self, name: str) -> None:
        """Shows another Lucide icon, or none for an empty name."""
        self._icon = name
        self._dress()

    @property
    def waiting(self) -> str:
        """Why the button waits, or an empty text."""
        return self._waiting

    def set_waiting(self, reason: str) -> None:
        """Makes the button wait and says for what, under its words; an empty reason frees it."""
        self._waiting = reason
        self.setEnabled(not reason)
        self.setAccessibleDescription(reason)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the icon, the words and the reason to wait."""
        words = self._words_width()
        icon = self._icon_size() + self._gap() if self._icon else 0
        reason = QFontMetrics(self._reason_font()).horizontalAdvance(self._waiting)
        width = max(words + icon, reason) + 2 * self._side()
        return QSize(width, self._lines_height() + self._above_and_below())

    def minimumSizeHint(self) -> QSize:
        """The same: a button never hides a part of its words."""
        return self.sizeHint()

    def coat(self) -> Coat:
        """The colours of the state that the button is in."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the coat, the icon and the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        coat = self.coat()
        self.paint_coat(painter, coat)
        self._paint_words(painter, coat)

    def paint_coat(self, painter: QPainter, coat: Coat, radius: int = RADIUS) -> None:
        """Draws the ground and the edge."""
        painter.setBrush(coat.fill)
        painter.setPen(Qt.PenStyle.NoPen if coat.edge is None else QPen(coat.edge, 1))
        half = 0.0 if coat.edge is None else 0.5
        outline = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(outline, radius, radius)

    def _paint_words(self, painter: QPainter, coat: Coat) -> None:
        icon = self._icon_size() if self._icon else 0
        gap = self._gap() if self._icon else 0
        words = self._words_width()
        left = self._words_left(icon + gap + words)
        top = (self.height() - self._lines_height()) / 2
        line = QFontMetrics(self.font()).height()
        mirrored = self.isRightToLeft()
        icon_box = QRectF(left, top + (line - icon) / 2, icon, icon)
        word_box = QRectF(left + icon + gap, top, words, line)
        if mirrored:
            for box in (icon_box, word_box):
                box.moveLeft(self.width() - box.right())
        if self._icon:
            self.look.paint_icon(painter, self._icon, coat.ink, icon_box)
        painter.setPen(self.look.color(coat.ink))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextHideMnemonic
        painter.drawText(word_box, int(flags), self.text())
        if self._waiting:
            painter.setFont(self._reason_font())
            below = QRectF(0, top + line, self.width(), self._lines_height() - line)
            painter.drawText(below, int(Qt.AlignmentFlag.AlignCenter), self._waiting)

    def _words_left(self, width: int) -> float:
        return (self.width() - width) / 2

    def _words_width(self) -> int:
        plain = self.text().replace("&&", "\0").replace("&", "").replace("\0", "&")
        return QFontMetrics(self.font()).horizontalAdvance(plain) + 1

    def _lines_height(self) -> int:
        height = QFontMetrics(self.font()).height()
        if self._waiting:
            height += QFontMetrics(self._reason_font()).height()
        return height

    def _reason_font(self) -> QFont:
        return self.look.font("caption")

    def _above_and_below(self) -> int:
        # The reason to wait takes room from the padding, so that the button hardly grows.
        usual = 29 if self._big else 23
        return 12 if self._waiting else usual

    def _side(self) -> int:
        return 36 if self._big else 22

    def _icon_size(self) -> int:
        return self.look.px(20)

    def _gap(self) -> int:
        return 10

    def _role(self) -> FontRole:
        return "label" if self._big else "body"

    @Slot()
    def _dress(self) -> None:
        self.setFont(self.look.font(self._role(), 600))
        self.updateGeometry()
        self.update()

    def _waiting_coat(self) -> Coat:
        return Coat(self.look.color("sunken"), "text-muted", self.look.color("line"))


class PrimaryButton(Button):
    """The one thing that the screen is for."""

    def coat(self) -> Coat:
        """Dark stone with light words, a little lighter under the mouse."""
        if not self.isEnabled():
            return self._waiting_coat()
        share = 0.2 if self.isDown() else 0.1 if self.underMouse() else 0.0
        fill = mix(self.look.color("accent"), self.look.color("on-accent"), share)
        return Coat(fill, "on-accent")


class SecondaryButton(Button):
    """Another thing to do: raised, with a clear edge."""

    def coat(self) -> Coat:
        """White stone with an edge."""
        if not self.isEnabled():
            return self._waiting_coat()
        edge = self.look.color("line-strong")
        share = 1.0 if self.isDown() else 0.5 if self.underMouse() else 0.0
        fill = mix(self.look.color("raised"), self.look.color("sunken"), share)
        return Coat(fill, "text", edge)


class QuietButton(Button):
    """A thing that is there when looked for: no edge, no ground until the mouse is over it."""

    def coat(self) -> Coat:
        """Words only."""
        clear = QColor(Qt.GlobalColor.transparent)
        if not self.isEnabled():
            return Coat(clear, "text-muted")
        touched = self.isDown() or self.underMouse()
        return Coat(self.look.color("accent-soft") if touched else clear, "text")


class NavButton(Button):
    """A place of the navigation: words to the left, a soft ground while one is there.

    ``keys`` is a shortcut such as "Ctrl+L", shown at the far end as keyboards name it. It is not
    checkable: assistive tools would call it a check box.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        icon: str = "",
        *,
        keys: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._keys = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
        self._current = False
        super().__init__(look, text, icon, parent=parent)

    def set_current(self, current: bool) -> None:
        """Says whether this is the place where one is."""
        self._current = current
        self.setAccessibleDescription(self.tr("shown now") if current else "")
        self.update()

    def coat(self) -> Coat:
        """Muted until checked or under the mouse."""
        if self._current:
            return Coat(self.look.color("accent-soft"), "text")
        if self.isDown() or self.underMouse():
            return Coat(self.look.color("sunken"), "text")
        return Coat(QColor(Qt.GlobalColor.transparent), "text-muted")

    def sizeHint(self) -> QSize:
        """Room for the shortcut too."""
        size = super().sizeHint()
        return QSize(size.width() + self._keys_width() + self._gap(), size.height())

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Draws the button, then its shortcut as a key."""
        super().paintEvent(event)
        if self._keys:
            self._paint_keys()

    def _paint_keys(self) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.look.font("caption", 500))
        width, height = self._keys_width(), self.look.px(22)
        left = float(self.width() - width - self._side())
        if self.isRightToLeft():
            left = self._side()
        box = QRectF(left, (self.height() - height) / 2, width, height)
        painter.setPen(QPen(self.look.color("line-strong"), 1))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(self.look.color("text-muted"))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), self._keys)

    def _keys_width(self) -> int:
        if not self._keys:
            return 0
        metrics = QFontMetrics(self.look.font("caption", 500))
        return metrics.horizontalAdvance(self._keys) + self.look.px(14)

    def _words_left(self, width: int) -> float:  # noqa: ARG002
        return self._side()

    def _side(self) -> int:
        return 14

    def _gap(self) -> int:
        return 12
