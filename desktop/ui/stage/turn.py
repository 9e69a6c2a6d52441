"""The picture of a turn: whose floor it is, what to do, and what the other one does."""

from PySide6.QtCore import QRect, QRectF
from PySide6.QtWidgets import QWidget

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import GateView, StageView
from desktop.domain.people import Partner
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.begins import begin_buttons, show_begin
from desktop.ui.stage.button import ANSWER, BREAK, StageButton
from desktop.ui.stage.fitting import Style
from desktop.ui.stage.footer import Footer
from desktop.ui.stage.geometry import FOOT, Column, Sides, sides
from desktop.ui.stage.marks import ListenerStone, PausedSign
from desktop.ui.stage.scene import Block, RunClock, Scene
from desktop.ui.theme.look import Look
from desktop.ui.widgets.ring import REACH, Ring

_TOPIC = Style(26, 500)
_NAME = Style(112, 700, 1.1)
_FLOOR = Style(54, 500, 1.1)
_INSTRUCTION = Style(58, 600, 1.22)
_QUESTION = Style(66, 700, 1.18)
_HINT = Style(34, 400, 1.32)
_LISTENER_NAME = Style(52, 700, 1.1)
_LISTENS = Style(38, 500, 1.15)
_LISTENER_TEXT = Style(46, 500, 1.28)

_LISTENER_GROWS = 1.25
"""The listener's words stay smaller than the speaker's, which have less room to grow."""

_TOPIC_TOP = 39.0
_TOPIC_ROOM = 84.0
_RING_TOP = 99.0
_NAME_LEFT = 260.0
_BUTTON = 104.0
_BUTTON_GAP = 28.0


class TurnScene(Scene):
    """One partner has the floor, the other listens."""

    def __init__(
        self, look: Look, now: RunClock, parent: QWidget, *, break_button: bool = True
    ) -> None:
        super().__init__(look, now, parent)
        self._topic = self.make_text(_TOPIC, "text-muted")
        self._sign = PausedSign(look, self)
        self._ring = Ring(look, self)
        self._name = self.make_text(_NAME)
        self._floor = self.make_text(_FLOOR)
        self._instruction = self.make_text(_INSTRUCTION)
        self._question = self.make_text(_QUESTION)
        self._begins = begin_buttons(self)
        self._answers = self._make_answers() | self._begins
        self._hint = self.make_text(_HINT, "text-muted")
        self._footer = Footer(self)
        self._stone = ListenerStone(look, self)
        self._listener = self.make_text(_LISTENER_NAME)
        self._listens = self.make_text(_LISTENS, "text-muted")
        self._listener_text = self.make_text(_LISTENER_TEXT)
        self._top = _RING_TOP
        self._break = self.make_button(Ask.BREAK, BREAK, "coffee")
        self._break.setVisible(break_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._floor.setText(self.tr("has the floor"))
        self._listens.setText(self.tr("listens"))
        self._break.name_it(self.tr("Take a break"), self.tr("Break"))
        words = {
            Ask.CONFIRM: (self.tr("Yes, that's it"), self.tr("Yes, that’s it")),
            Ask.NOT_QUITE: (self.tr("Not quite"), self.tr("Not quite")),
            Ask.MORE: (self.tr("Yes, there is more"), self.tr("Yes, there is more")),
            Ask.NO_MORE: (self.tr("No, that's all"), self.tr("No, that’s all")),
            Ask.PASS_FLOOR: (self.tr("Pass the floor"), self.tr("Pass the floor")),
        }
        for ask, (name, text) in words.items():
            self._answers[ask].name_it(name, text)

    def fill(self, view: StageView) -> None:
        """Shows the turn of who has the floor."""
        holder = view.holder or Partner.A
        ink = f"partner-{holder.value}-ink"
        self._topic.setText(
            self.tr("Topic: {topic}").format(topic=view.topic) if view.topic else ""
        )
        self._sign.setVisible(view.paused)
        self._ring.show_timer(holder, view.name_a, view.name_b, view.timer, self.now())
        self._name.setText(view.name(holder))
        self._name.set_ink(ink)
        self._stone.show_partner(holder.other, view.name(holder.other))
        self._listener.setText(view.name(holder.other))
        self._listener.set_ink(f"partner-{holder.other.value}-ink")
        self._listener_text.setText(view.listener_text)
        self._question.setText(view.gate.question if view.gate is not None else "")
        self._instruction.setText("" if view.gate is not None else view.speaker_text)
        self._fill_hint(view)
        self._fill_answers(view, holder)
        self._footer.fill(view)

    def tick(self) -> None:
        """Moves the ring, and the words where a minute has passed."""
        view = self.view
        if view is None:
            return
        was_over = self._ring.over
        self._ring.refresh(self.now())
        self._footer.tick(view)
        if self._ring.over is not was_over:
            self._fill_hint(view)
            self._arrange_body(sides(self.frame, view.holder or Partner.A).speaker)

    def moving(self) -> list[QRect]:
        """The ring, the hint that changes with it, and the words about time."""
        return [self._ring.geometry(), self._hint.geometry(), self._footer.words_place()]

    def arrange(self, view: StageView) -> None:
        """Puts the speaker's words into the wide column, the listener's into the narrow one."""
        both = sides(self.frame, view.holder or Partner.A)
        self._arrange_head(view, both.speaker)
        self._arrange_body(both.speaker)
        self._footer.arrange(both.speaker)
        self._arrange_listener(both)

    def _make_answers(self) -> dict[Ask, StageButton]:
        icons = {
            Ask.CONFIRM: "check",
            Ask.NOT_QUITE: "circle-dashed",
            Ask.MORE: "plus",
            Ask.NO_MORE: "check",
            Ask.PASS_FLOOR: "arrow-left-right",
        }
        return {ask: self.make_button(ask, ANSWER, icon) for ask, icon in icons.items()}

    def _fill_hint(self, view: StageView) -> None:
        if self._ring.over:
            self._hint.setText(self.tr("Past the planned time.\nFinish the thought in peace."))
        else:
            self._hint.setText(view.hint)
        plain = self._ring.over or view.gate is not None
        self._hint.set_ink("text" if plain else "text-muted")

    def _fill_answers(self, view: StageView, holder: Partner) -> None:
        shown = _answers_for(view.gate, passing=view.pass_to is not None)
        for ask, button in self._answers.items():
            button.wear(holder)
            button.setVisible(ask in shown)
        if not shown:
            show_begin(self._begins, view)

    def _arrange_head(self, view: StageView, column: Column) -> None:
        frame = self.frame
        sign = self._sign.fit(self.setter, frame) if view.paused else 0.0
        if view.paused:
            place = column.rect(frame, column.width - sign, 28, sign, 52)
            self._sign.setGeometry(place.toAlignedRect())
        topic_width = column.width - (sign + 24 if view.paused else 0.0)
        room = column.rect(frame, 0, _TOPIC_TOP, topic_width, _TOPIC_ROOM)
        topic_end = self.put(self._topic, room, self.start) / frame.unit
        self._top = max(_RING_TOP + 0.244 * frame.spare, topic_end + 10)
        ring = column.rect(frame, -3, self._top, 2 * REACH, 2 * REACH)
        self._ring.setGeometry(ring.toAlignedRect())
        width = column.width - _NAME_LEFT
        name = column.rect(frame, _NAME_LEFT, self._top + 19, width, 124)
        self.put(self._name, name, self.start, low=True)
        floor = column.rect(frame, _NAME_LEFT, self._top + 143, width, 66)
        self.put(self._floor, floor, self.start)

    def _arrange_body(self, column: Column) -> None:
        frame = self.frame
        top = max(337 + 0.533 * frame.spare, self._top + 2 * REACH + 14)
        bottom = frame.units_high - FOOT - 44
        room = column.rect(frame, 0, top, column.width, bottom - top)
        asks = [ask for ask, button in self._answers.items() if not button.isHidden()]
        blocks = [Block(self._question), Block(self._instruction)]
        if asks:
            blocks.append(Block(None, gap=31, height=_BUTTON))
        blocks.append(Block(self._hint, gap=28 if asks else 20))
        places = self.stack(blocks, room, self.start)
        if asks:
            self._arrange_answers(asks, places[2])

    def _arrange_answers(self, asks: list[Ask], place: QRectF) -> None:
        frame = self.frame
        unit = place.height() / _BUTTON
        gap = frame.px(_BUTTON_GAP)
        px = max(ANSWER.style.units * unit, frame.least_px)
        buttons = [self._answers[ask] for ask in asks]
        if frame.rtl:
            buttons.reverse()
        width = (place.width() - gap) / 2
        if len(buttons) == 1:
            wanted = buttons[0].width_wanted(self.setter, unit, px) + frame.px(24)
            width = min(place.width(), max(width, wanted))
        for index, button in enumerate(buttons):
            box = QRectF(place.left() + index * (width + gap), place.top(), width, place.height())
            if frame.rtl and len(buttons) == 1:
                box.moveRight(place.right())
            button.place(self.setter, box, unit, px)

    def _arrange_listener(self, both: Sides) -> None:
        frame, column = self.frame, both.listener
        shift = 0.111 * frame.spare
        self._stone.setGeometry(column.rect(frame, 0, 124 + shift, 92, 92).toAlignedRect())
        width = column.width - 110
        name = column.rect(frame, 110, 117 + shift, width, 60)
        bottom = self.put(self._listener, name, self.start, low=True)
        listens = column.rect(frame, 110, bottom / frame.unit + 4, width, 48)
        self.put(self._listens, listens, self.start)
        top = 257 + shift
        end = frame.units_high - FOOT - 34 - 26
        room = column.rect(frame, 0, top, column.width, end - top)
        self.put(self._listener_text, room, self.start, grows=_LISTENER_GROWS)
        self._arrange_break(column)

    def _arrange_break(self, column: Column) -> None:
        frame = self.frame
        px = self.unit_for(BREAK.style, 1.0) * BREAK.style.units
        wanted = self._break.width_wanted(self.setter, frame.unit, px) / frame.unit
        width = min(column.width, max(196.0, wanted))
        at_end = self.view is not None and self.view.holder is not Partner.B
        left = column.x + (column.width - width if at_end else 0.0)
        box = frame.rect(left, frame.units_high - FOOT - 34, width, 68)
        self._break.place(self.setter, box, frame.unit, px)


def _answers_for(gate: GateView | None, *, passing: bool) -> tuple[Ask, ...]:
    if gate is None:
        return (Ask.PASS_FLOOR,) if passing else ()
    if gate.kind is StepKind.CHECK:
        return (Ask.CONFIRM, Ask.NOT_QUITE)
    return (Ask.MORE, Ask.NO_MORE)
