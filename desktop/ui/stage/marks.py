"""Small drawn things of the stage: the listener's stone and the sign that time stands still."""

from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QWidget

from desktop.domain.people import Partner
from desktop.ui.stage.fitting import Fitted, Setter, Side, Style
from desktop.ui.stage.geometry import Frame
from desktop.ui.theme.look import Look
from desktop.ui.widgets.stone import initial, paint_shape, paint_stone

_WORDS: Final = Style(28, 600, 1.2)
_ICON = 28.0
_SIDE = 22.0
_GAP = 12.0


class ListenerStone(QWidget):
    """The outlined stone of who listens."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._partner = Partner.B
        self._letter = ""
        look.changed.connect(self.update)

    def show_partner(self, partner: Partner, name: str) -> None:
        """Shows the stone of a partner of this name."""
        self._partner = partner
        self._letter = initial(name, partner)
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the outline on a raised ground."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        inset = box.width() * 0.06
        inner = box.adjusted(inset, inset, -inset, -inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.color("raised"))
        paint_shape(painter, self._partner, inner)
        letter = self._letter
        paint_stone(painter, self._look, self._partner, box, letter=letter, filled=False)


class PausedSign(QLabel):
    """A calm chip that says that the time stands still."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._words: Fitted | None = None
        self._unit = 1.0
        self.retranslate()
        look.changed.connect(self.update)

    def retranslate(self) -> None:
        """Writes the word in the language shown."""
        self.setText(self.tr("Paused"))

    def fit(self, setter: Setter, frame: Frame) -> float:
        """Sets its word for a frame; gives how many units wide it must be."""
        self._unit = frame.unit
        px = max(frame.px(_WORDS.units), frame.least_px)
        self._words = setter.set(self.text(), px, _WORDS, 1e5, Side.LEFT)
        return self._words.width / frame.unit + 2 * _SIDE + _ICON + _GAP

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws chip, icon and word."""
        if self._words is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chip = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(self._look.color("line-strong"), max(1.0, 1.5 * self._unit)))
        painter.setBrush(self._look.color("raised"))
        painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        icon, side = _ICON * self._unit, _SIDE * self._unit
        middle = chip.center().y()
        picture = QRectF(side, middle - icon / 2, icon, icon)
        words = QRectF(picture.right() + _GAP * self._unit, 0, 0, self._words.height)
        words.setWidth(self._words.width)
        words.moveTop(middle - words.height() / 2)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            for box in (picture, words):
                box.moveLeft(self.width() - box.right())
        self._look.paint_icon(painter, "pause", "text", picture)
        self._words.draw(painter, words, self._look.color("text"), Side.LEFT)
