"""A control of the room: an icon over its words, with its key or why it waits below them."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.ui.console.commands import Command
from desktop.ui.console.keys import key_text
from desktop.ui.theme.look import Look
from desktop.ui.widgets.enter_button import EnterButton
from desktop.ui.widgets.focus_ring import set_focus_radius

_RADIUS = 14
_ICON = 22
_SIDE = 6
_PAD = 9
_LOW_PAD = 6
_CORNER = 8
_LONGEST_BELOW = 100


class ControlButton(EnterButton):
    """A button for a command. Its accessible name is its words, its tooltip names the key.

    A click leaves the focus where it was, so that the single keys go on working; the Tab key
    reaches it, and Space or Enter press it then. ``shows_key`` False makes it lower, and so does
    ``set_low``, which moves the key into the corner.
    """

    def __init__(
        self,
        look: Look,
        command: Command,
        icon: str,
        parent: QWidget | None = None,
        *,
        shows_key: bool = True,
    ) -> None:
        self.command = command
        self._name = icon
        self._shows_key = shows_key
        self._low = False
        super().__init__(look, parent=parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        set_focus_radius(self, _RADIUS)

    def name_it(self, text: str, icon: str | None = None) -> None:
        """Writes its words, which are its name too."""
        self._name = icon or self._name
        self.setText(text)
        self.setAccessibleName(text)
        key = key_text(self.command)
        self.setToolTip(self.tr("{name}: {key}").format(name=text, key=key) if key else "")
        self.updateGeometry()

    def set_low(self, low: bool) -> None:
        """Takes less height, for a low window."""
        self._low = low
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the icon and the lines under it."""
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        below = QFontMetrics(self._small()).horizontalAdvance(self._below())
        # A long name that it waits for is shortened; the description has all of it.
        below = min(below, self.look.px(_LONGEST_BELOW))
        return QSize(max(words, below) + 2 * self.look.px(_SIDE) + 2, self._tall())

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the coat, the icon and the lines."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        coat = self.coat()
        self.paint_coat(painter, coat, _RADIUS)
        icon, line = self.look.px(_ICON), QFontMetrics(self.font()).height()
        top = (self.height() - self._content()) / 2
        box = QRectF((self.width() - icon) / 2, top, icon, icon)
        below_only = self._low and bool(self.waiting)
        if not below_only:
            self.look.paint_icon(painter, self._name, coat.ink, box)
        painter.setPen(self.look.color(coat.ink))
        center = int(Qt.AlignmentFlag.AlignCenter)
        words = QRectF(0, top if below_only else box.bottom() + 3, self.width(), line)
        painter.drawText(words, center, self.text())
        painter.setFont(self._small())
        painter.setPen(self.look.color("text-muted"))
        if self._low and self._shows_key and not self.waiting:
            self._paint_corner(painter)
        elif self._below():
            metrics = QFontMetrics(self._small())
            shown = metrics.elidedText(self._below(), Qt.TextElideMode.ElideRight, self.width() - 8)
            below = QRectF(0, words.bottom(), self.width(), metrics.height())
            painter.drawText(below, center, shown)

    def _paint_corner(self, painter: QPainter) -> None:
        box = QRectF(self.rect()).adjusted(_CORNER, 4, -_CORNER, 0)
        side = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, int(side), key_text(self.command))

    def _below(self) -> str:
        return self.waiting or (key_text(self.command) if self._shows_key else "")

    def _small(self) -> QFont:
        return self.look.font("caption", 500)

    def _content(self) -> int:
        height = self.look.px(_ICON) + 3 + QFontMetrics(self.font()).height()
        if not self._low and (self._shows_key or self.waiting):
            height += QFontMetrics(self._small()).height()
        return height

    def _tall(self) -> int:
        return max(self.look.px(44), self._content() + 2 * (_LOW_PAD if self._low else _PAD))

    def _role(self):
        return "small"
