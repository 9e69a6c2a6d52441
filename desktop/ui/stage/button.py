"""The buttons on the stage: large, and none of them louder than its neighbour."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QMarginsF, QRectF, QSize, QSizeF, Qt, Signal, Slot
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.domain.people import Partner
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.fitting import Fitted, Setter, Side, Style
from desktop.ui.theme.look import Look
from desktop.ui.theme.mixing import mix
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius

RING: Final = 4.0
"""Gap and width of the focus ring, each, in stage units."""

_ICON_SHARE = 0.95
_PRESSED = 0.16
_TOUCHED = 0.07


@dataclass(frozen=True)
class Shape:
    """How a button is built, in stage units: its corner, edge, words and room at the sides."""

    corner: float
    edge: float
    style: Style
    side: float
    leading: bool = False


ANSWER: Final = Shape(corner=25, edge=3, style=Style(40, 600, 1.15), side=34, leading=True)
ACTION: Final = Shape(corner=18, edge=1.5, style=Style(19, 600, 1.2), side=28)
BREAK: Final = Shape(corner=20, edge=1.5, style=Style(32, 600, 1.15), side=30)


class StageButton(QAbstractButton):
    """One button of the stage. ``name`` is its accessible name, ``ask`` what pressing it means.

    Its geometry includes the room for the focus ring. Space and Enter press it; ``asked`` then
    carries the meaning, where it has one that can be asked for.
    """

    asked = Signal(Ask)

    def __init__(
        self,
        look: Look,
        ask: Ask | None,
        shape: Shape,
        icon: str,
        parent: QWidget,
        *,
        primary: bool = False,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._ask = ask
        self._shape = shape
        self._icon_name = icon
        self._primary = primary
        self._partner: Partner | None = None
        self._words: Fitted | None = None
        self._unit = 1.0
        self._touched = False
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        set_focus_radius(self, OWN_FOCUS)
        self.clicked.connect(self._send)
        look.changed.connect(self.update)

    def name_it(self, name: str, text: str) -> None:
        """Gives the button its accessible name and the words that it shows."""
        self.setAccessibleName(name)
        self.setText(text)

    def wear(self, partner: Partner | None) -> None:
        """Takes on the colours of a partner, or of nobody."""
        self._partner = partner
        self.update()

    def width_wanted(self, setter: Setter, unit: float, px: float) -> float:
        """How many pixels wide it must be to show its words in one line of a size."""
        words = setter.set(self.text(), px, self._shape.style, 1e5, Side.LEFT)
        return words.width + self._icon_room(px) + 2 * self._shape.side * unit + 1

    def place(self, setter: Setter, rect: QRectF, unit: float, px: float) -> None:
        """Puts the button, without its focus ring, into a place; words of a size or smaller."""
        self._unit = unit
        margin = 2 * RING * unit
        room = rect.width() - 2 * self._shape.side * unit - self._icon_room(px)
        style = Style(px / unit, self._shape.style.weight, self._shape.style.pitch)
        side = Side.LEFT if self._shape.leading else Side.MIDDLE
        inside = QSizeF(max(1.0, room), rect.height() * 0.9)
        self._words = setter.fit(self.text(), style, unit, inside, side)
        self.setGeometry(rect.marginsAdded(QMarginsF(margin, margin, margin, margin)).toRect())
        self.update()

    def sizeHint(self) -> QSize:
        """The place that it was given."""
        return self.size()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Presses the button on Enter too; other keys belong to the room."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        """Shows that the mouse is over the button.

        Only once it moves there: an answer that comes up under a resting mouse looks no different
        from its neighbour.
        """
        super().mouseMoveEvent(event)
        self._touch(over=True)

    def leaveEvent(self, event: QEvent, /) -> None:
        """Shows that the mouse has left."""
        super().leaveEvent(event)
        self._touch(over=False)

    def showEvent(self, event: QShowEvent, /) -> None:
        """Comes up plain, wherever the mouse was when the button was last seen."""
        super().showEvent(event)
        self._touched = False

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws ground, edge, icon and words, and the focus ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = self.body()
        corner = self._shape.corner * self._unit
        edge = self._shape.edge * self._unit
        painter.setBrush(self._ground())
        painter.setPen(Qt.PenStyle.NoPen if self._primary else QPen(self._edge(), edge))
        painter.drawRoundedRect(body, corner, corner)
        self._paint_words(painter, body)
        if self.hasFocus():
            self._paint_focus(painter, body, corner)

    def body(self) -> QRectF:
        """The button itself, without the room for its focus ring, in its own coordinates."""
        margin = 2 * RING * self._unit
        return QRectF(self.rect()).marginsRemoved(QMarginsF(margin, margin, margin, margin))

    def _paint_words(self, painter: QPainter, body: QRectF) -> None:
        if self._words is None:
            return
        px = self._words.font.pointSizeF() * self.logicalDpiY() / 72
        icon, room = px * _ICON_SHARE, self._icon_room(px)
        left = body.left() + self._shape.side * self._unit
        if not self._shape.leading:
            left = body.center().x() - (self._words.width + room) / 2
        words = QRectF(left + room, 0, self._words.width, self._words.height)
        picture = QRectF(left, body.center().y() - icon / 2, icon, icon)
        words.moveTop(body.center().y() - words.height() / 2)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            for box in (words, picture):
                box.moveLeft(body.left() + body.right() - box.right())
        if self._icon_name:
            self._look.paint_icon(painter, self._icon_name, self._ink_role(), picture)
        self._words.draw(painter, words, self._look.color(self._ink_role()), Side.LEFT)

    def _paint_focus(self, painter: QPainter, body: QRectF, corner: float) -> None:
        ring, gap = RING * self._unit, 1.5 * RING * self._unit
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.color("focus"), ring))
        painter.drawRoundedRect(body.adjusted(-gap, -gap, gap, gap), corner + gap, corner + gap)

    def _touch(self, *, over: bool) -> None:
        if over is not self._touched:
            self._touched = over
            self.update()

    @Slot()
    def _send(self) -> None:
        if self._ask is not None:
            self.asked.emit(self._ask)

    def _icon_room(self, px: float) -> float:
        return px * (_ICON_SHARE + 0.5) if self._icon_name else 0.0

    def _ground(self) -> QColor:
        ground = self._look.color("accent" if self._primary else "raised")
        share = _PRESSED if self.isDown() else _TOUCHED if self._touched else 0.0
        return mix(ground, self._look.color(self._ink_role()), share)

    def _edge(self) -> QColor:
        if self._partner is not None:
            return self._look.partner(self._partner).fill
        return self._look.color("line-strong")

    def _ink_role(self) -> str:
        if self._primary:
            return "on-accent"
        return f"partner-{self._partner.value}-ink" if self._partner is not None else "text"
