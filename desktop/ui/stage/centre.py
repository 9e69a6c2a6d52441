"""The picture of what belongs to both: before, after and between the turns."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from desktop.domain.exercise.format import EntryGate
from desktop.domain.flow.views import StageMode, StageView
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.begins import begin_buttons, show_begin
from desktop.ui.stage.button import ANSWER, BREAK, StageButton
from desktop.ui.stage.fitting import Side, Style
from desktop.ui.stage.footer import Footer
from desktop.ui.stage.geometry import FOOT, Column
from desktop.ui.stage.marks import PausedSign
from desktop.ui.stage.scene import Block, RunClock, Scene
from desktop.ui.stage.words import answering_words, entry_answer
from desktop.ui.theme.look import Look
from desktop.ui.widgets.ring import REACH, Ring

_TOPIC = Style(26, 500)
_NAMES = Style(54, 700, 1.15)
_QUESTION = Style(58, 700, 1.2)
_TEXT = Style(58, 600, 1.22)
_HINT = Style(34, 400, 1.32)

_TOPIC_TOP = 39.0
_TOPIC_ROOM = 60.0
_RING_TOP = 92.0
_BUTTON = 104.0
_MARGIN = 72.0
_TEXT_WIDTH = 1080.0
_FOOT_ROOM = 290.0
"""Kept free on both sides of the last row, so that it stands in the middle beside the button."""


class CentreScene(Scene):
    """Both stones, both names, and one text for both."""

    def __init__(
        self, look: Look, now: RunClock, parent: QWidget, *, break_button: bool = True
    ) -> None:
        super().__init__(look, now, parent)
        self._break_button = break_button
        self._body_top = 0.0
        self._topic = self.make_text(_TOPIC, "text-muted")
        self._sign = PausedSign(look, self)
        self._ring = Ring(look, self)
        self._names = self.make_text(_NAMES)
        self._question = self.make_text(_QUESTION)
        self._text = self.make_text(_TEXT)
        self._ready = self.make_button(Ask.ENTRY_YES, ANSWER, "check")
        self._begins = begin_buttons(self)
        self._asked: StageButton | None = None
        self._hint = self.make_text(_HINT, "text-muted")
        self._footer = Footer(self)
        self._break = self.make_button(Ask.BREAK, BREAK, "coffee")
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._break.name_it(self.tr("Take a break"), self.tr("Break"))

    def fill(self, view: StageView) -> None:
        """Shows what both are to do, or are asked."""
        entry = view.mode is StageMode.ENTRY and view.entry_gate is not EntryGate.SCREENING
        together = view.mode is StageMode.TOGETHER
        topic = self.tr("Topic: {topic}").format(topic=view.topic) if view.topic else ""
        self._topic.setText(topic)
        self._sign.setVisible(view.paused and together)
        timer = view.timer if together else None
        self._ring.show_timer(None, view.name_a, view.name_b, timer, self.now())
        self._names.setText(self.tr("{a} and {b}").format(a=view.name_a, b=view.name_b))
        self._question.setText(self._question_for(view.entry_gate) if entry else "")
        self._text.setText("" if entry else self._text_for(view))
        ready = entry_answer(view.entry_gate)
        self._ready.name_it(ready, ready)
        self._ready.setVisible(entry)
        begun = together or view.mode is StageMode.ENTRY
        self._break.setVisible(self._break_button and begun)
        begin = show_begin(self._begins, view)
        self._asked = self._ready if entry else begin
        self._fill_hint(view)
        self._footer.fill(view)

    def tick(self) -> None:
        """Moves the ring, and the words where a minute has passed."""
        if self.view is None:
            return
        was_over = self._ring.over
        self._ring.refresh(self.now())
        self._footer.tick(self.view)
        if self._ring.over is not was_over:
            self._fill_hint(self.view)
            self._arrange_body()

    def moving(self) -> list[QRect]:
        """The ring, the hint that changes with it, and the words about time."""
        return [self._ring.geometry(), self._hint.geometry(), self._footer.words_place()]

    def arrange(self, view: StageView) -> None:
        """Puts everything into the middle, one below the other."""
        frame = self.frame
        wide = frame.units_wide
        topic = frame.rect(80, _TOPIC_TOP, wide - 160, _TOPIC_ROOM)
        end = self.put(self._topic, topic, Side.MIDDLE) / frame.unit
        top = max(_RING_TOP + 0.244 * frame.spare, end + 8)
        ring = frame.rect(wide / 2 - REACH, top, 2 * REACH, 2 * REACH)
        self._ring.setGeometry(ring.toAlignedRect())
        self._body_top = top + 2 * REACH + 12
        self._arrange_body()
        self._footer.arrange(Column(_FOOT_ROOM, wide - 2 * _FOOT_ROOM), centered=True)
        self._arrange_corners(view)

    def _arrange_body(self) -> None:
        frame = self.frame
        asked = self._asked is not None
        width = min(frame.units_wide - 160, _TEXT_WIDTH)
        bottom = frame.units_high - FOOT - (44 if self.view and self.view.step_title else -20)
        left = (frame.units_wide - width) / 2
        room = frame.rect(left, self._body_top, width, bottom - self._body_top)
        blocks = [
            Block(self._names),
            Block(self._question, gap=26),
            Block(self._text, gap=26),
            Block(None, gap=34 if asked else 0, height=_BUTTON if asked else 0),
            Block(self._hint, gap=24),
        ]
        place = self.stack(blocks, room, Side.MIDDLE)[3]
        if self._asked is not None:
            self._arrange_asked(self._asked, place)

    def _arrange_asked(self, button: StageButton, place: QRectF) -> None:
        unit = place.height() / _BUTTON
        px = max(ANSWER.style.units * unit, self.frame.least_px)
        width = min(place.width(), button.width_wanted(self.setter, unit, px) + 24 * unit)
        left = place.center().x() - width / 2
        box = QRectF(left, place.top(), width, place.height())
        button.place(self.setter, box, unit, px)

    def _arrange_corners(self, view: StageView) -> None:
        frame = self.frame
        if view.paused:
            width = self._sign.fit(self.setter, frame)
            left = _MARGIN if frame.rtl else frame.units_wide - _MARGIN - width
            self._sign.setGeometry(frame.rect(left, 110, width, 52).toAlignedRect())
        px = self.unit_for(BREAK.style, 1.0) * BREAK.style.units
        wanted = self._break.width_wanted(self.setter, frame.unit, px) / frame.unit
        width = min(max(196.0, wanted), _FOOT_ROOM - _MARGIN)
        left = _MARGIN if frame.rtl else frame.units_wide - _MARGIN - width
        box = frame.rect(left, frame.units_high - FOOT - 34, width, 68)
        self._break.place(self.setter, box, frame.unit, px)

    def _fill_hint(self, view: StageView) -> None:
        if self._ring.over:
            self._hint.setText(self.tr("Past the planned time. Finish the thought in peace."))
        else:
            entry = self._hint_for(view.entry_gate) if view.mode is StageMode.ENTRY else ""
            self._hint.setText("" if view.mode is StageMode.ANSWERING else entry or view.hint)

    def _question_for(self, gate: EntryGate | None) -> str:
        match gate:
            case EntryGate.CALM:
                return self.tr("Do you both feel calm enough to begin?")
            case EntryGate.APPOINTMENT:
                return self.tr("Is now a good time for both of you?")
            case EntryGate.UNDERSTOOD:
                return self.tr("Did you both feel understood on this topic?")
            case _:
                return self.tr("Are you both ready to begin?")

    def _hint_for(self, gate: EntryGate | None) -> str:
        """What to do where the answer is no."""
        match gate:
            case EntryGate.CALM:
                return self.tr("If not, take a break first. It will wait.")
            case EntryGate.APPOINTMENT:
                return self.tr("If not, take a break and agree on a time within a day.")
            case EntryGate.UNDERSTOOD:
                return self.tr("If not, listen to each other first. It will wait.")
            case _:
                return ""

    def _text_for(self, view: StageView) -> str:
        match view.mode:
            case StageMode.TOGETHER:
                return view.both_text
            case StageMode.ANSWERING:
                return answering_words(view)
            case StageMode.ENDED:
                return self.tr("This is the end of the exercise. There is no hurry.")
            case _:
                return self.tr("It begins in a moment.")
