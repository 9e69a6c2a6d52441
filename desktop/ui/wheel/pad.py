"""The pad of energy and pleasantness."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QSlider, QWidget

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.wheel.painting import HINTS
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.focus_ring import set_focus_radius
from desktop.ui.widgets.stone import paint_shape

_SIDE: Final = 204
_RADIUS: Final = 16
_INSET: Final = 12
_STEPS: Final = 8
"""How many steps of the arrow keys lead from the middle to an edge."""

_KEYPAD: Final = 3
"""Rows and columns of the digits on a keypad, 1 at the lower left."""

_JUMP: Final = 0.5
"""How far from the middle a digit puts the mark."""

_CALM: Final = 0.15
"""Up to here from the middle, a mark is neither the one nor the other."""

_WAYS: Final = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
}


class EnergyPad(QGroupBox):
    """A square on which a mark is put: pleasant to the right, more energy upward.

    Where one reads from the right, pleasant is to the left, as it is on the wheel then.
    ``marked`` carries energy and pleasantness, each from -1 to 1, as the mouse or the keys put
    them. To assistive tools it is a group of two sliders, one for each way; the arrow keys do the
    same in both, and the digits put the mark at once, as they lie on a keypad.
    """

    marked = Signal(float, float)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._partner = Partner.A
        self._mark: tuple[float, float] | None = None
        self._energy = _Way(self)
        self._pleasantness = _Way(self)
        for way in (self._energy, self._pleasantness):
            way.walked.connect(self._walk)
            way.jumped.connect(self._jump)
            way.chosen.connect(self._follow_ways)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Energy and pleasantness"))
        self._energy.setAccessibleName(self.tr("Energy"))
        self._pleasantness.setAccessibleName(self.tr("Pleasantness"))
        self._take_mark(None)
        look.changed.connect(self.updateGeometry)

    @property
    def mark(self) -> tuple[float, float] | None:
        """Energy and pleasantness of the mark, or None."""
        return self._mark

    def show_partner(self, partner: Partner) -> None:
        """Paints the mark in a partner's colour and shape."""
        self._partner = partner
        self.update()

    def take_mark_away(self) -> None:
        """Takes the mark away, without telling of it."""
        self._take_mark(None)

    def take_focus(self) -> None:
        """Takes the keyboard to the mark."""
        self._energy.setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        """A square with room for its four words."""
        side = self._look.px(_SIDE)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """The same: its words are never cut."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """The two sliders lie under all of the pad, so that the focus shows around it."""
        super().resizeEvent(event)
        for way in (self._energy, self._pleasantness):
            way.setGeometry(self.rect())

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Puts the mark under the mouse."""
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        """Drags the mark."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            pos, field = event.position(), self._field()
            across = (pos.x() - field.left()) / field.width()
            down = (pos.y() - field.top()) / field.height()
            self._put(1 - 2 * down, self._way_to_pleasant * (2 * across - 1))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the field, its axes with their words, and the mark."""
        painter = QPainter(self)
        painter.setRenderHints(HINTS)
        painter.setPen(QPen(self._look.color("line-strong"), 1))
        painter.setBrush(self._look.color("raised"))
        outline = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(outline, _RADIUS, _RADIUS)
        field = self._field()
        middle = field.center()
        painter.setPen(QPen(self._look.color("line"), 1.2))
        painter.drawLine(QPointF(middle.x(), field.top()), QPointF(middle.x(), field.bottom()))
        painter.drawLine(QPointF(field.left(), middle.y()), QPointF(field.right(), middle.y()))
        self._paint_words(painter, field)
        if self._mark is not None:
            self._paint_mark(painter, field, *self._mark)

    def _paint_words(self, painter: QPainter, field: QRectF) -> None:
        painter.setFont(self._look.font("caption", 500))
        painter.setPen(self._look.color("text-muted"))
        way, axis = Qt.AlignmentFlag, field.center().x() + 6
        left, right = way.AlignLeft | way.AlignAbsolute, way.AlignRight | way.AlignAbsolute
        bad, good = (right, left) if self.isRightToLeft() else (left, right)
        for words, edge in (
            (self.tr("more energy"), way.AlignTop),
            (self.tr("less energy"), way.AlignBottom),
        ):
            # Beside the axis; long words move over it before they leave the pad.
            start = min(axis, field.right() - painter.fontMetrics().horizontalAdvance(words) - 1)
            box = field.adjusted(start - field.left(), 0, 0, 0)
            painter.drawText(box, int(edge | left), words)
        upper = field.adjusted(0, 0, 0, -field.height() / 2 - 3)
        lower = field.adjusted(0, field.height() / 2 + 3, 0, 0)
        unpleasant, pleasant = self.tr("unpleasant"), self.tr("pleasant")
        painter.drawText(upper, int(way.AlignBottom | bad), unpleasant)
        if painter.fontMetrics().horizontalAdvance(f"{unpleasant}  {pleasant}") <= field.width():
            painter.drawText(upper, int(way.AlignBottom | good), pleasant)
        else:
            painter.drawText(lower, int(way.AlignTop | good), pleasant)

    def _paint_mark(
        self, painter: QPainter, field: QRectF, energy: float, pleasantness: float
    ) -> None:
        x = field.left() + field.width() * (1 + self._way_to_pleasant * pleasantness) / 2
        y = field.top() + field.height() * (1 - energy) / 2
        fill = self._look.partner(self._partner).fill
        for half, opacity, edge in ((24, 0.16, None), (10, 1.0, self._look.color("raised"))):
            painter.setOpacity(opacity)
            painter.setPen(Qt.PenStyle.NoPen if edge is None else QPen(edge, 2.5))
            painter.setBrush(fill)
            box = QRectF(x - half, y - half, 2 * half, 2 * half)
            paint_shape(painter, self._partner, box)
        painter.setOpacity(1)

    def _field(self) -> QRectF:
        return QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)

    @property
    def _way_to_pleasant(self) -> int:
        """1 where pleasant is to the right, -1 where it is to the left."""
        return -1 if self.isRightToLeft() else 1

    @Slot(int, int)
    def _walk(self, up: int, right: int) -> None:
        energy, pleasantness = self._mark or (0.0, 0.0)
        self._put(energy + up / _STEPS, pleasantness + self._way_to_pleasant * right / _STEPS)

    @Slot(float, float)
    def _jump(self, up: float, right: float) -> None:
        self._put(up, self._way_to_pleasant * right)

    @Slot()
    def _follow_ways(self) -> None:
        self._put(self._energy.value() / _STEPS, self._pleasantness.value() / _STEPS)

    def _put(self, energy: float, pleasantness: float) -> None:
        mark = (max(-1.0, min(1.0, energy)), max(-1.0, min(1.0, pleasantness)))
        if mark == self._mark:
            return
        before = self._place_in_words(self._mark) if self._mark else ""
        self._take_mark(mark)
        place = self._place_in_words(mark)
        # A mark that is drawn along is told where it comes to another part.
        if place != before:
            announce(self, place)
        self.marked.emit(*mark)

    def _take_mark(self, mark: tuple[float, float] | None) -> None:
        self._mark = mark
        energy, pleasantness = mark or (0.0, 0.0)
        self._energy.show_step(round(energy * _STEPS))
        self._pleasantness.show_step(round(pleasantness * _STEPS))
        told = (
            self._place_in_words(mark)
            if mark
            else self.tr("no mark yet; a digit puts one, as on a keypad")
        )
        self._energy.setAccessibleDescription(told)
        self._pleasantness.setAccessibleDescription(told)
        self.update()

    def _place_in_words(self, mark: tuple[float, float]) -> str:
        energy, pleasantness = mark
        words: list[str] = []
        if abs(energy) > _CALM:
            words.append(self.tr("more energy") if energy > 0 else self.tr("less energy"))
        if abs(pleasantness) > _CALM:
            words.append(self.tr("pleasant") if pleasantness > 0 else self.tr("unpleasant"))
        return ", ".join(words) or self.tr("in the middle")


class _Way(QSlider):
    """One way across the pad, for the keyboard and assistive tools; the pad paints it."""

    walked = Signal(int, int)
    jumped = Signal(float, float)
    chosen = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._showing = False
        self.setRange(-_STEPS, _STEPS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        set_focus_radius(self, _RADIUS)
        self.valueChanged.connect(self._tell)

    def show_step(self, step: int) -> None:
        """Shows where the mark is, without telling of it."""
        self._showing = True
        self.setValue(step)
        self._showing = False

    def keyPressEvent(self, ev: QKeyEvent, /) -> None:
        """The arrow keys lead all four ways over the pad, the digits straight to a place."""
        way, digit = _WAYS.get(Qt.Key(ev.key())), ev.key() - Qt.Key.Key_1
        if ev.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(ev)
        elif way is not None:
            self.walked.emit(*way)
        elif 0 <= digit < _KEYPAD**2:
            up, right = divmod(digit, _KEYPAD)
            self.jumped.emit((up - 1) * _JUMP, (right - 1) * _JUMP)
        else:
            super().keyPressEvent(ev)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paints nothing: the pad shows the mark."""

    @Slot()
    def _tell(self) -> None:
        if not self._showing:
            self.chosen.emit()
