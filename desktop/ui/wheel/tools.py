"""Small buttons in the corners beside the round wheel: turning it, and one family or all."""

from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.wheel.walking import Steering

_SIDE: Final = 36
_SHARE: Final = 0.09
_GAP: Final = 4
_ICON: Final = 0.55


class WheelTools(QObject):
    """What the keys do, for those who point; ``asked`` carries the ``Steering``.

    The buttons are no tab stops, since each has its key, which its tool tip and description name.
    """

    asked = Signal(object)

    def __init__(self, look: Look, wheel: QWidget) -> None:
        super().__init__(wheel)
        self._left = _Tool(look, "rotate-ccw", wheel)
        self._right = _Tool(look, "rotate-cw", wheel)
        self._back = _Tool(look, "undo-2", wheel)
        self._zoom = _Tool(look, "plus", wheel)
        self._look = look
        self._left.clicked.connect(self._turn_left)
        self._right.clicked.connect(self._turn_right)
        self._back.clicked.connect(self._turn_back)
        self._zoom.clicked.connect(self._change_form)
        self._filled = False
        self._retranslate()
        self.show_turned(turned=False)

    def show_turned(self, *, turned: bool) -> None:
        """Offers to turn back while the wheel is turned."""
        self._back.setVisible(turned)

    def show_filled(self, *, filled: bool, always: bool) -> None:
        """Offers all families while one fills the wheel; nothing where it ``always`` does."""
        self._filled = filled
        self._zoom.setVisible(not always)
        self._zoom.set_icon("minus" if filled else "plus")
        self._retranslate()

    def arrange(self, square: QRect, *, mirrored: bool) -> None:
        """Puts the buttons into the corners of the square round the wheel.

        The upper corner where reading begins stays free for a heading.
        """
        side = round(min(self._look.px(_SIDE), _SHARE * square.width()))
        size = QSize(side, side)
        low = square.bottom() + 1 - side
        right = square.right() + 1 - side
        self._left.setGeometry(QRect(QRect(square.left(), low, 0, 0).topLeft(), size))
        self._right.setGeometry(QRect(QRect(right, low, 0, 0).topLeft(), size))
        above = QRect(square.left(), low - side - _GAP, 0, 0).topLeft()
        self._back.setGeometry(QRect(above, size))
        corner = QRect(square.left() if mirrored else right, square.top(), 0, 0).topLeft()
        self._zoom.setGeometry(QRect(corner, size))

    @Slot()
    def _turn_left(self) -> None:
        self.asked.emit(Steering.TURN_LEFT)

    @Slot()
    def _turn_right(self) -> None:
        self.asked.emit(Steering.TURN_RIGHT)

    @Slot()
    def _turn_back(self) -> None:
        self.asked.emit(Steering.TURN_BACK)

    @Slot()
    def _change_form(self) -> None:
        self.asked.emit(Steering.SHOW_ALL if self._filled else Steering.ENLARGE)

    def _retranslate(self) -> None:
        self._left.name(self.tr("Turn left"), self.tr("Shift and Left"))
        self._right.name(self.tr("Turn right"), self.tr("Shift and Right"))
        self._back.name(self.tr("Turn back"), self.tr("0"))
        if self._filled:
            self._zoom.name(self.tr("All families"), self.tr("Minus"))
        else:
            self._zoom.name(self.tr("One family"), self.tr("Plus"))


class _Tool(QAbstractButton):
    """A round button with an icon alone; its name is its tool tip."""

    def __init__(self, look: Look, icon: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._icon = icon
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        look.changed.connect(self.update)

    def name(self, name: str, key: str) -> None:
        """Says what the button does and which key does the same."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(self.tr("Key: {key}").format(key=key))
        self.setToolTip(self.tr("{name} ({key})").format(name=name, key=key))

    def set_icon(self, icon: str) -> None:
        """Shows another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """A square."""
        return QSize(_SIDE, _SIDE)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """The icon, on a soft ground while it is pointed at."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isDown() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent-soft"))
            painter.drawEllipse(self.rect())
        side = self.width() * _ICON
        box = QRectF(0, 0, side, side)
        box.moveCenter(QRectF(self.rect()).center())
        self._look.paint_icon(painter, self._icon, "text", box)
