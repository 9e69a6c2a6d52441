"""The emotion wheel as a widget: a picture of all words in three rings, by mouse and keyboard."""

import time
from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QVariantAnimation,
    Signal,
    Slot,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.domain.wheel_geometry import Wedge, WheelGeometry
from desktop.ui.theme.look import Look
from desktop.ui.wheel.centre import RADIUS, CentreButton
from desktop.ui.wheel.painting import HINTS, MARGIN, UNIT, WheelPainter
from desktop.ui.wheel.segment import WordSegment
from desktop.ui.wheel.walking import TypeAhead, walk

LIFT_MS: Final = 160
SMALLEST: Final = 320


class EmotionWheel(QGroupBox):
    """All words of a wheel, one check box each, for the partner who is choosing.

    ``word_toggled`` carries a word's path id and whether it shall be picked; ``word_shown`` the
    path id of the word in hand, which is the one under the mouse or else under the keyboard, or
    "". ``left`` is sent on Escape, ``naming_asked`` by the button in the centre. ``walk`` tells
    what the keys do; down from a family leads to the centre.
    """

    word_toggled = Signal(str, bool)
    word_shown = Signal(str)
    naming_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, wheel: Wheel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._geometry = WheelGeometry(wheel)
        self._painter = WheelPainter(look, self._geometry)
        self._type_ahead = TypeAhead(self._geometry)
        self._disc: tuple[int, float, QPixmap] | None = None
        self._pickers: dict[str, tuple[Partner, ...]] = {}
        self._lit: frozenset[str] = frozenset()
        self._hovered: Wedge | None = None
        self._focused: Wedge | None = None
        self._pressed: Wedge | None = None
        self._lift = 1.0
        self._rising = QVariantAnimation(self)
        self._rising.setDuration(LIFT_MS)
        self._rising.setStartValue(0.0)
        self._rising.setEndValue(1.0)
        self._rising.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._rising.valueChanged.connect(self._raise_to)
        self._segments = {wedge.id: self._segment(wedge) for wedge in self._geometry.wedges}
        self._stop = self._segments[self._geometry.wedges[0].id]
        self._stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.centre = CentreButton(look, self)
        self.centre.clicked.connect(self.naming_asked)
        self.centre.walked_outward.connect(self.focus_word)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Emotion wheel"))
        look.changed.connect(self._follow_look)

    def show_picks(self, picks: Sequence[Pick], chooser: Partner) -> None:
        """Shows what both have picked; the words of ``chooser`` are the checked ones."""
        pickers: dict[str, tuple[Partner, ...]] = {}
        for pick in sorted(picks, key=lambda pick: pick.partner):
            key = pick.word.path.id
            pickers[key] = (*pickers.get(key, ()), pick.partner)
        self._pickers = pickers
        for path_id, segment in self._segments.items():
            segment.show_checked(chooser in pickers.get(path_id, ()))
        self.update()

    def show_lit(self, path_ids: Collection[str]) -> None:
        """Lights the words that may fit, and no others."""
        self._lit = frozenset(path_ids)
        self.update()

    @property
    def word_in_hand(self) -> str:
        """The path id of the word under the mouse, or else under the keyboard; or ""."""
        wedge = self._hovered or self._focused
        return wedge.id if wedge else ""

    @property
    def focused_word(self) -> str:
        """The path id of the word under the keyboard, or ""."""
        return self._focused.id if self._focused else ""

    @Slot()
    @Slot(str)
    def focus_word(self, path_id: str = "") -> None:
        """Takes the keyboard to a word, or without one to where it was last."""
        segment = self._segments.get(path_id, self._stop)
        segment.setFocus(Qt.FocusReason.OtherFocusReason)

    def wedge_rect(self, path_id: str) -> QRect:
        """The smallest rectangle round a word at rest, in this widget's pixels."""
        return self._segments[path_id].geometry()

    def word_at(self, pos: QPointF) -> str:
        """The path id of the word under a point of this widget, or ""."""
        wedge = self._wedge_at(pos)
        return wedge.id if wedge else ""

    def sizeHint(self) -> QSize:
        """The size as drawn."""
        side = round(2 * 384 * (1 + MARGIN))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Below this the words can't be told apart."""
        return QSize(SMALLEST, SMALLEST)

    def _segment(self, wedge: Wedge) -> WordSegment:
        segment = WordSegment(wedge, self)
        segment.switched.connect(self._tell_toggled)
        segment.focus_changed.connect(self._follow_focus)
        segment.walked.connect(self._walk)
        segment.typed.connect(self._jump)
        return segment

    # Where things are

    @property
    def _radius(self) -> int:
        return int(min(self.width(), self.height()) / 2 / (1 + MARGIN))

    @property
    def _middle(self) -> QPoint:
        return QPoint(self.width() // 2, self.height() // 2)

    def _wedge_at(self, pos: QPointF) -> Wedge | None:
        point = (pos - QPointF(self._middle)) / max(1, self._radius)
        return self._geometry.hit(point.x(), point.y())

    def _rect_of(self, wedge: Wedge, margin: float = 0.0) -> QRect:
        left, top, right, bottom = (edge * self._radius for edge in wedge.bounds)
        rect = QRectF(QPointF(left, top), QPointF(right, bottom)).translated(self._middle)
        more = margin * self._radius
        return rect.adjusted(-more, -more, more, more).toAlignedRect()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Moves each word's check box to where the word is painted."""
        super().resizeEvent(event)
        for segment in self._segments.values():
            segment.setGeometry(self._rect_of(segment.wedge))
        half = round(RADIUS * UNIT * self._radius)
        self.centre.setGeometry(QRect(self._middle - QPoint(half, half), QSize(2 * half, 2 * half)))

    # Keyboard

    @Slot(object, int)
    def _walk(self, segment: WordSegment, key: int) -> None:
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Down and segment.wedge.ring == 1:
            self.centre.setFocus(Qt.FocusReason.OtherFocusReason)
        elif wedge := walk(self._geometry, segment.wedge, Qt.Key(key)):
            self.focus_word(wedge.id)

    @Slot(object, str)
    def _jump(self, segment: WordSegment, letter: str) -> None:
        now = time.monotonic_ns() // 1_000_000
        if wedge := self._type_ahead.typed(letter, now, segment.wedge):
            self.focus_word(wedge.id)

    @Slot(object, bool)
    def _follow_focus(self, segment: WordSegment, has_focus: bool) -> None:
        before = self.word_in_hand
        self._focused = segment.wedge if has_focus else None
        if has_focus:
            self._hovered = None
            self._stop.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._stop = segment
            self._stop.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._take_in_hand(before)

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        """Takes the word under the mouse in hand."""
        self._hover(self._wedge_at(event.position()))

    def leaveEvent(self, event: QEvent, /) -> None:
        """Goes back to the word under the keyboard."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Remembers the word; only a release on the same word picks it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self._wedge_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """Picks the word, or takes it back."""
        pressed, self._pressed = self._pressed, None
        if pressed and pressed is self._wedge_at(event.position()):
            segment = self._segments[pressed.id]
            segment.setFocus(Qt.FocusReason.MouseFocusReason)
            segment.toggle()

    def _hover(self, wedge: Wedge | None) -> None:
        before = self.word_in_hand
        self._hovered = wedge
        if wedge:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self._take_in_hand(before)

    @Slot(object, bool)
    def _tell_toggled(self, segment: WordSegment, checked: bool) -> None:
        self.word_toggled.emit(segment.wedge.id, checked)

    # Painting

    def _take_in_hand(self, before: str) -> None:
        now = self.word_in_hand
        self._update_word(before)
        self._update_word(now)
        if now == before:
            return
        self._rising.stop()
        self._lift = 1.0
        if now and not self._look.reduced_motion:
            self._lift = 0.0
            self._rising.start()
        self.word_shown.emit(now)

    @Slot(object)
    def _raise_to(self, lift: float) -> None:
        self._lift = lift
        self._update_word(self.word_in_hand)

    def _update_word(self, path_id: str) -> None:
        """Repaints a word and all that can stand out from it."""
        if wedge := self._geometry.wedge(path_id):
            self.update(self._rect_of(wedge, MARGIN))

    @Slot()
    def _follow_look(self) -> None:
        self._disc = None
        self._painter = WheelPainter(self._look, self._geometry)
        self.update()

    def _disc_now(self) -> QPixmap:
        radius, dpr = self._radius, self.devicePixelRatioF()
        if self._disc is None or self._disc[:2] != (radius, dpr):
            self._disc = (radius, dpr, self._painter.disc(radius, dpr))
        return self._disc[2]

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paints the resting disc from memory, and on top what is picked and in hand."""
        radius = self._radius
        painter = QPainter(self)
        painter.setRenderHints(HINTS)
        painter.drawPixmap(self._middle - QPoint(radius, radius), self._disc_now())
        painter.translate(self._middle)
        in_hand = self._geometry.wedge(self.word_in_hand)
        picked = [self._geometry.wedge(path_id) for path_id in self._pickers]
        for wedge in map(self._geometry.wedge, self._lit):
            if wedge and wedge is not in_hand and wedge.id not in self._pickers:
                self._painter.paint_lit(painter, wedge, radius)
        for wedge in picked:
            if wedge and wedge is not in_hand:
                self._painter.paint_picked(painter, wedge, radius)
        if in_hand:
            self._painter.paint_lifted(
                painter, in_hand, radius, self._lift, focused=in_hand is self._focused
            )
        for wedge in picked:
            if wedge:
                self._painter.paint_stones(painter, wedge, radius, self._pickers[wedge.id])
