"""The stage: all that the couple sees."""

from typing import Final

from PySide6.QtCore import (
    Property,
    QEasingCurve,
    QPropertyAnimation,
    QRect,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import StageMode, StageView
from desktop.domain.people import Partner
from desktop.ui.stage.announcer import Announcer
from desktop.ui.stage.answers import AnswersScene
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.backdrop import paint_beach, paint_floor
from desktop.ui.stage.breaking import BreakScene
from desktop.ui.stage.card import CardScene
from desktop.ui.stage.centre import CentreScene
from desktop.ui.stage.geometry import Frame
from desktop.ui.stage.ready import ReadyScene
from desktop.ui.stage.scene import RunClock, Scene
from desktop.ui.stage.turn import TurnScene
from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius

TIDE_MS: Final = 700
TICK_MS: Final = 1000


class StageWidget(QWidget):
    """Shows a ``StageView``, and is given nothing else.

    ``now`` gives the run time in ms. ``asked`` carries what its buttons mean. ``least_px`` is the
    smallest type that a text starts from. With ``break_button`` False someone else offers the
    break. ``ticked`` says that a second has passed in a running step. ``time_agreed`` carries the
    time of return that was chosen, in ms since 1970, UTC.
    """

    asked = Signal(Ask)
    time_agreed = Signal(object)
    ticked = Signal()

    def __init__(
        self,
        look: Look,
        now: RunClock,
        parent: QWidget | None = None,
        *,
        least_px: float = 13.0,
        break_button: bool = True,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._view: StageView | None = None
        self._least_px = least_px
        self._blank = False
        self._tide = 0.0
        self._slide = QPropertyAnimation(self, b"tide", self)
        self._slide.setEasingCurve(QEasingCurve.Type.InOutSine)
        self._turn = TurnScene(look, now, self, break_button=break_button)
        self._centre = CentreScene(look, now, self, break_button=break_button)
        self._break = BreakScene(look, now, self)
        self._ready = ReadyScene(look, now, self)
        self._answers = AnswersScene(look, now, self, break_button=break_button)
        self._card = CardScene(look, now, self, break_button=break_button)
        self._shown: Scene | None = None
        self._break.time_agreed.connect(self.time_agreed)
        for scene in (*self._pictures(), self._card):
            scene.hide()
            scene.asked.connect(self.asked)
        self.announcer = Announcer(self)
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self.tick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        # The focus can rest on the stage itself, so that no answer is ever offered first.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_focus_radius(self, OWN_FOCUS)
        look.changed.connect(self.rearrange)
        self.retranslate()

    def retranslate(self) -> None:
        """Gives the region its name."""
        self.setAccessibleName(self.tr("Stage"))

    def set_blank(self, blank: bool) -> None:
        """Shows an empty beach instead of the session, or the session again."""
        self._blank = blank
        if self._view is not None:
            self._show(self._view)

    def show_view(self, view: StageView) -> bool:
        """Shows a view; what is on screen already is left alone. Returns whether it differs."""
        last, self._view = self._view, view
        if last == view:
            return False
        self._move_tide(last, view)
        self._show(view)
        self.announcer.follow(view)
        return True

    def _show(self, view: StageView) -> None:
        """Brings up the scene of a view, and keeps the focus off its answers."""
        if self._holds_focus():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        scene = None if self._blank else self._scene_for(view)
        carded = scene is not None and view.card is not None and view.mode in _WITH_CARD
        for each in self._pictures():
            each.setVisible(each is scene)
            each.setEnabled(not carded)
        self._card.setVisible(carded)
        self._shown = scene
        if scene is not None:
            scene.show_view(view, self._frame())
        if carded:
            self._card.show_view(view, self._frame())
            self._card.raise_()
        self._keep_ticking()
        self.update()

    def _scene_for(self, view: StageView) -> Scene:
        if view.words and view.mode in _WITH_WORDS:
            return self._answers
        match view.mode:
            case StageMode.TURN:
                return self._turn
            case StageMode.BREAK:
                return self._break
            case StageMode.RETURN:
                return self._ready
            case StageMode.ANSWERS:
                return self._answers
            case _:
                return self._centre

    def _pictures(self) -> tuple[Scene, ...]:
        return self._turn, self._centre, self._break, self._ready, self._answers

    def _holds_focus(self) -> bool:
        # The window's own focus: it counts even while another window is the active one.
        return self.isAncestorOf(self.window().focusWidget())

    def _frame(self) -> Frame:
        return Frame(
            width=self.width(),
            height=self.height(),
            size=self._look.stage_size,
            least_px=self._least_px,
            rtl=self.layoutDirection() is Qt.LayoutDirection.RightToLeft,
        )

    @Slot()
    def rearrange(self) -> None:
        """Lays the stage out again, for another size or another look."""
        for scene in (*self._pictures(), self._card):
            scene.setGeometry(self.rect())
            if not scene.isHidden():
                scene.reframe(self._frame())
        self.update()

    def showEvent(self, event: QShowEvent, /) -> None:
        """Takes the focus before Qt gives it to the first button."""
        super().showEvent(event)
        self.setFocus()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Lays everything out for the new size."""
        super().resizeEvent(event)
        self.rearrange()

    def moving(self) -> list[QRect]:
        """The places that can look different each second."""
        return self._shown.moving() if self._shown is not None else []

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the floor or the beach."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._shown is self._turn:
            paint_floor(painter, self._look, self._frame(), self._tide)
        else:
            paint_beach(painter, self._look, self._frame())

    def _move_tide(self, last: StageView | None, view: StageView) -> None:
        if view.holder is None:
            return
        end = 0.0 if view.holder is Partner.A else 1.0
        self._slide.stop()
        seen = last is not None and last.mode is StageMode.TURN and self.isVisible()
        if not seen or self._blank:
            self._set_tide(end)
            return
        if self._tide == end:
            return
        self._slide.setDuration(self._look.duration(TIDE_MS))
        self._slide.setStartValue(self._tide)
        self._slide.setEndValue(end)
        self._slide.start()

    def _get_tide(self) -> float:
        return self._tide

    def _set_tide(self, tide: float) -> None:
        self._tide = tide
        self.update()

    tide = Property(float, _get_tide, _set_tide)
    """Where the tide line is: 0 while A has the floor, 1 while B has it."""

    def _keep_ticking(self) -> None:
        timer = self._view.timer if self._view is not None else None
        if self._shown is not None and timer is not None and timer.running:
            self._ticker.start()
        else:
            self._ticker.stop()

    @Slot()
    def tick(self) -> None:
        """Lets a second pass: the ring moves, and the words where a minute is over."""
        if self._shown is not None:
            self._shown.tick()
            self.ticked.emit()


_WITH_CARD = (StageMode.TURN, StageMode.TOGETHER)
_WITH_WORDS = (StageMode.TURN, StageMode.TOGETHER)
