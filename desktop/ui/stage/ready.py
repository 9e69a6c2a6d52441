"""The return check: both are asked whether they are ready to go on."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QDate, QRectF
from PySide6.QtWidgets import QWidget

from desktop.domain.flow.views import StageView
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.button import ANSWER, StageButton
from desktop.ui.stage.fitting import Side, Style
from desktop.ui.stage.scene import Block, RunClock, Scene
from desktop.ui.stage.words import clock_time
from desktop.ui.theme.look import Look

_LEAD: Final = Style(34, 500, 1.3)
_QUESTION: Final = Style(66, 700, 1.18)
_HINT: Final = Style(34, 400, 1.32)

_WIDTH = 1280.0
_BUTTON = 104.0
_BUTTON_GAP = 28.0
_TOP = 150.0
_FOOT = 40.0


class ReadyScene(Scene):
    """One question, and two answers of the same weight."""

    def __init__(
        self,
        look: Look,
        now: RunClock,
        parent: QWidget,
        today: Callable[[], QDate] = QDate.currentDate,
    ) -> None:
        super().__init__(look, now, parent)
        self._today = today
        self._lead = self.make_text(_LEAD, "text-muted")
        self._question = self.make_text(_QUESTION)
        self._hint = self.make_text(_HINT)
        self._yes = self.make_button(Ask.BOTH_READY, ANSWER, "check")
        self._later = self.make_button(Ask.LATER_RETURN, ANSWER, "circle-dashed")
        self._leave = self.make_button(Ask.END, ANSWER, "door-open")
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._question.setText(self.tr("Are you both ready?"))
        yes, leave = self.tr("Yes, we are both ready"), self.tr("Leave it for today")
        self._yes.name_it(yes, yes)
        self._leave.name_it(leave, leave)

    def fill(self, view: StageView) -> None:
        """Asks, and offers what else there is to do."""
        time = clock_time(view.back_at, self._today()) if view.back_at is not None else ""
        early = view.returning is not None and view.returning.early
        waits = early or view.can_extend
        lead = self.tr("On again at {time}") if view.settle else self.tr("Back together at {time}")
        self._lead.setText(lead.format(time=time))
        later = self.tr("Not yet") if early else self.tr("A little later")
        self._later.name_it(later, later)
        self._later.setVisible(waits)
        self._leave.setVisible(not waits)
        if early:
            hint = self.tr("If not, rest until then.")
        elif waits:
            hint = self.tr("If not, take a little longer.")
        else:
            hint = self.tr("You can also leave it for today. It will wait.")
        self._hint.setText(hint)

    def arrange(self, view: StageView) -> None:  # noqa: ARG002
        """Puts everything into the middle, one below the other."""
        frame = self.frame
        width = min(frame.units_wide - 160, _WIDTH)
        left = (frame.units_wide - width) / 2
        top = _TOP + 0.5 * frame.spare
        room = frame.rect(left, top, width, frame.units_high - top - _FOOT)
        blocks = [
            Block(self._lead),
            Block(self._question, gap=16),
            Block(None, gap=56, height=_BUTTON),
            Block(self._hint, gap=30),
        ]
        self._arrange_answers(self.stack(blocks, room, Side.MIDDLE)[2])

    def _arrange_answers(self, place: QRectF) -> None:
        """As wide as the longer one needs, both alike."""
        frame, buttons = self.frame, self._shown()
        unit, gap = place.height() / _BUTTON, frame.px(_BUTTON_GAP)
        px = max(ANSWER.style.units * unit, frame.least_px)
        wanted = max(b.width_wanted(self.setter, unit, px) for b in buttons) + 24 * unit
        width = min((place.width() - gap) / 2, wanted)
        if frame.rtl:
            buttons.reverse()
        x = place.center().x() - gap / 2 - width
        for button in buttons:
            box = QRectF(x, place.top(), width, place.height())
            button.place(self.setter, box, unit, px)
            x = box.right() + gap

    def _shown(self) -> list[StageButton]:
        return [b for b in (self._yes, self._later, self._leave) if not b.isHidden()]
