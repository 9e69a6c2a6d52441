"""The emotion wheel as a widget: all words in three rings, by mouse, touchpad and keyboard."""

from collections.abc import Collection, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QPointF, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import (
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGroupBox, QSizePolicy, QWidget

from desktop.domain.emotions import Wheel
from desktop.domain.people import Partner
from desktop.domain.picks import Pick
from desktop.ui.theme.look import Look
from desktop.ui.wheel.boxes import WordBoxes
from desktop.ui.wheel.centre import CentreButton
from desktop.ui.wheel.lifting import Lifting
from desktop.ui.wheel.painting import HINTS, MARGIN
from desktop.ui.wheel.scene import InHand, WheelScene
from desktop.ui.wheel.tools import WheelTools
from desktop.ui.wheel.turning import STEP, Grip, Turning, scrolled
from desktop.ui.wheel.walking import Steering, steering

SMALLEST: Final = 320
LEAST_WHOLE: Final = 600
"""Below this many pixels, one family at a time fills the wheel."""


class EmotionWheel(QGroupBox):
    """All words of a wheel, one check box each, for the partner who is choosing.

    ``word_toggled`` carries a word's path id and whether it shall be picked; ``word_shown`` the
    path id of the word in hand, which is the one under the mouse or else under the keyboard, or
    "". ``left`` is sent on Escape, ``naming_asked`` by the button in the centre. ``walk`` and
    ``steering`` tell what the keys do; down from a family leads to the centre. A press that moves
    on turns the wheel and picks nothing. Where one family fills the wheel, all words keep their
    check boxes, and a word that gets the keyboard or is picked brings its family up.
    """

    word_toggled = Signal(str, bool)
    word_shown = Signal(str)
    naming_asked = Signal()
    left = Signal()

    def __init__(self, look: Look, wheel: Wheel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene = WheelScene(look, wheel)
        self._turning = Turning(look, self)
        self._lifting = Lifting(look, self)
        self._zoomed = False
        self._mouse: QPointF | None = None
        self._hovered = ""
        self._focused = ""
        self._grip: Grip | None = None
        self._boxes = WordBoxes(wheel, self._scene.whole, self)
        self.centre = CentreButton(look, self)
        self._tools = WheelTools(look, self)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Emotion wheel"))
        self._connect(look)
        self._mirror()

    def show_picks(self, picks: Sequence[Pick], chooser: Partner) -> None:
        """Shows what both have picked; the words of ``chooser`` are the checked ones."""
        pickers: dict[str, tuple[Partner, ...]] = {}
        for pick in sorted(picks, key=lambda pick: pick.partner):
            # A person's own word is not on the wheel.
            if (path_id := pick.word.path.id) in self._boxes:
                pickers[path_id] = (*pickers.get(path_id, ()), pick.partner)
        self._scene.pickers = pickers
        self._boxes.show_checked({key for key, both in pickers.items() if chooser in both})
        self.update()

    def show_lit(self, path_ids: Collection[str]) -> None:
        """Lights the words that may fit, and no others."""
        self._scene.lit = [path_id for path_id in path_ids if path_id in self._boxes]
        self.update()

    @property
    def word_in_hand(self) -> str:
        """The path id of the word under the mouse, or else under the keyboard; or ""."""
        return self._lifting.path_id

    @property
    def focused_word(self) -> str:
        """The path id of the word under the keyboard, or ""."""
        return self._focused

    @property
    def family_shown(self) -> str:
        """The id of the family that fills the wheel, or "" when all words are shown."""
        return self._scene.family

    @property
    def rotation(self) -> float:
        """How far the wheel is turned, clockwise in degrees."""
        return self._turning.angle

    @Slot()
    @Slot(str)
    def focus_word(self, path_id: str = "") -> None:
        """Takes the keyboard to a word, or without one to where it was last."""
        self._boxes.focus(path_id if path_id in self._boxes else "")

    def wedge_rect(self, path_id: str) -> QRect:
        """The smallest rectangle round a word at rest, in this widget's pixels.

        A word of a family that is not shown lies where its family does.
        """
        return self._scene.rect(path_id)

    def word_at(self, pos: QPointF) -> str:
        """The path id of the word under a point of this widget, or ""."""
        wedge = self._scene.wedge_at(pos)
        return wedge.id if wedge else ""

    def sizeHint(self) -> QSize:
        """The size as drawn."""
        side = round(2 * 384 * (1 + MARGIN))
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        """Below this the words can't be told apart."""
        return QSize(SMALLEST, SMALLEST)

    # Building

    def _connect(self, look: Look) -> None:
        self.centre.clicked.connect(self.naming_asked)
        self.centre.walked_outward.connect(self.focus_word)
        self._boxes.toggled.connect(self._tell_toggled)
        self._boxes.focused.connect(self._follow_focus)
        self._boxes.left_inward.connect(self._focus_centre)
        self._tools.asked.connect(self._steer)
        self._turning.turned.connect(self._turn)
        self._turning.rested.connect(self._rest)
        self._lifting.changed.connect(self._show_in_hand)
        self._lifting.rose.connect(self._follow_rise)
        look.changed.connect(self._follow_look)

    # Which form, and where things are

    @property
    def _is_small(self) -> bool:
        return min(self.width(), self.height()) < LEAST_WHOLE

    def _choose_form(self, path_id: str = "") -> None:
        """Shows all words, or the family of a word or else of where the keyboard stops."""
        stop = path_id or self._boxes.stop
        filled = self._zoomed or self._is_small
        self._scene.show_family(_family(stop) if filled else "")
        if filled and _family(stop) != _family(self._boxes.stop):
            self._boxes.make_stop(stop)
        self._tools.show_filled(filled=filled, always=self._is_small)
        self._place()

    def _place(self) -> None:
        """Moves each word's check box to where the word is painted."""
        self._scene.size = self.size()
        self._boxes.place(self._scene.rect)
        self.centre.setGeometry(self._scene.centre)
        self._tools.arrange(self._scene.square, mirrored=self.isRightToLeft())
        self.update()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Chooses the form that suits the size."""
        super().resizeEvent(event)
        self._choose_form()

    def changeEvent(self, event: QEvent, /) -> None:
        """Mirrors the wheel for those who read from the right."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._mirror()
            self._place()

    def _mirror(self) -> None:
        self._scene.mirror(mirrored=self.isRightToLeft())
        self._boxes.geometry = self._scene.whole

    @Slot(object)
    def _steer(self, asked: Steering) -> None:
        match asked:
            case Steering.TURN_LEFT:
                self._turning.turn_by(-STEP)
            case Steering.TURN_RIGHT:
                self._turning.turn_by(STEP)
            case Steering.TURN_LEVEL:
                level = self._scene.level(self.word_in_hand or self._boxes.stop)
                self._turning.turn_to(self._turning.angle + level)
            case Steering.TURN_BACK:
                self._turning.turn_to(0.0)
            case Steering.ENLARGE:
                self._zoomed = True
                self._choose_form(self.word_in_hand)
            case Steering.LEAVE if self._is_small or not self._zoomed:
                self.left.emit()
            case Steering.SHOW_ALL | Steering.LEAVE:
                self._zoomed = False
                self._choose_form()

    @Slot()
    def _turn(self) -> None:
        self._scene.rotation = self._turning.angle
        self.update()

    @Slot()
    def _rest(self) -> None:
        self._turn()
        self._tools.show_turned(turned=self._turning.is_turned)
        self._place()
        if self._hovered and self._mouse is not None:
            self._hover(self._mouse)

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Turns and enlarges; ``steering`` tells by which keys."""
        if asked := steering(event):
            self._steer(asked)
        else:
            super().keyPressEvent(event)

    @Slot(str)
    def _follow_focus(self, path_id: str) -> None:
        self._focused = path_id
        if path_id:
            self._hovered = ""
            self._bring_up(path_id)
        self._lifting.take(self._hovered or self._focused)

    @Slot()
    def _focus_centre(self) -> None:
        self.centre.setFocus(Qt.FocusReason.OtherFocusReason)

    def _bring_up(self, path_id: str) -> None:
        if not self._is_up(path_id):
            self._choose_form(path_id)

    def _is_up(self, path_id: str) -> bool:
        return self._scene.family in {"", _family(path_id)}

    # Mouse

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        """Takes the word under the mouse in hand, or turns the wheel along with the hand."""
        if self._grip is None:
            self._hover(event.position())
        else:
            self._drag(self._grip, event.position())

    def _drag(self, grip: Grip, pos: QPointF) -> None:
        degrees = grip.follow(pos)
        if grip.is_drag:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self._turning.drag_by(degrees)

    def leaveEvent(self, event: QEvent, /) -> None:
        """Goes back to the word under the keyboard."""
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent, /) -> None:
        """Takes hold of the wheel; what that means is known when the mouse moves or is let go."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip = Grip(event.position(), QPointF(self._scene.middle))

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """Lets go of the turned wheel, or picks the word, or takes it back.

        A family that does not fill the wheel comes up first, where one at a time does.
        """
        if self._grip is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._drag(self._grip, event.position())
        was_drag, self._grip = self._grip.is_drag, None
        if was_drag:
            self._turning.let_go()
            self._hover(event.position())
        elif path_id := self.word_at(event.position()):
            was_up = self._is_up(path_id)
            self._boxes.focus(path_id, Qt.FocusReason.MouseFocusReason)
            if was_up:
                self._boxes.toggle(path_id)

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        """Turns the wheel under the mouse, or with Ctrl lets a family fill it; else the page."""
        turn, in_steps = scrolled(event)
        if not self._scene.is_on_disc(event.position()):
            event.ignore()
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._steer(Steering.ENLARGE if turn < 0 else Steering.SHOW_ALL)
        elif in_steps:
            self._turning.turn_by(turn)
        else:
            self._turning.scroll_by(turn)

    def _hover(self, pos: QPointF | None) -> None:
        self._mouse = pos
        self._hovered = self.word_at(pos) if pos is not None else ""
        if self._hovered:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()
        self._lifting.take(self._hovered or self._focused)

    @Slot(str, bool)
    def _tell_toggled(self, path_id: str, checked: bool) -> None:
        self._bring_up(path_id)
        self.word_toggled.emit(path_id, checked)

    # Painting

    @Slot(str, str)
    def _show_in_hand(self, before: str, now: str) -> None:
        for path_id in filter(None, (before, now)):
            self.update(self._scene.hand_rect(path_id))
        self.word_shown.emit(now)

    @Slot()
    def _follow_rise(self) -> None:
        self.update(self._scene.hand_rect(self.word_in_hand))

    @Slot()
    def _follow_look(self) -> None:
        self._scene.forget()
        self._place()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Paints the disc from memory, and on top what is lit, picked and in hand."""
        focused = self.word_in_hand == self._focused
        hand = InHand(self.word_in_hand, self._lifting.lift, focused)
        painter = QPainter(self)
        painter.setRenderHints(HINTS)
        moving = self._turning.is_moving
        self._scene.paint(painter, self.devicePixelRatioF(), hand, moving=moving)


def _family(path_id: str) -> str:
    return path_id.partition("/")[0]
