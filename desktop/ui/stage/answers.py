"""The picture of both answers or words, side by side: no score, and nothing that compares them."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import AnswerView, StageMode, StageView
from desktop.domain.people import Partner
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.begins import begin_buttons, show_begin
from desktop.ui.stage.button import ANSWER, BREAK
from desktop.ui.stage.fitting import Side, Style
from desktop.ui.stage.footer import Footer
from desktop.ui.stage.geometry import FOOT, Column
from desktop.ui.stage.scene import Block, RunClock, Scene
from desktop.ui.theme.look import Look
from desktop.ui.wheel.marks import intensity_word, not_known
from desktop.ui.widgets.answer_slider import answer_word
from desktop.ui.widgets.painting import paint_shadow
from desktop.ui.widgets.stone import initial, paint_stone

_TITLE: Final = Style(26, 500)
_QUESTION: Final = Style(34, 600, 1.24)
_NAME: Final = Style(46, 700, 1.1)
_ANSWER: Final = Style(46, 600, 1.28)

_MARGIN: Final = 80.0
_GAP: Final = 40.0
_TITLE_TOP: Final = 39.0
_TITLE_ROOM: Final = 44.0
_QUESTION_ROOM: Final = 92.0
_BAND: Final = 108.0
_STONE: Final = 64.0
_PADDING: Final = 36.0
_CORNER: Final = 22.0
_BREAK_ROOM: Final = 290.0
_BEGIN: Final = 84.0
_BEGIN_GAP: Final = 24.0


class AnswersScene(Scene):
    """A panel for each who answered, with stone, name and colour, under what was asked.

    Words that were picked while somebody has the floor stand there in the same way.
    """

    def __init__(
        self, look: Look, now: RunClock, parent: QWidget, *, break_button: bool = True
    ) -> None:
        super().__init__(look, now, parent)
        self._break_button = break_button
        self._panels: dict[Partner, QRectF] = {}
        self._title = self.make_text(_TITLE, "text-muted")
        self._question = self.make_text(_QUESTION)
        self._names = {p: self.make_text(_NAME, f"partner-{p.value}-ink") for p in Partner}
        self._answers = {partner: self.make_text(_ANSWER) for partner in Partner}
        self._begins = begin_buttons(self)
        self._footer = Footer(self)
        self._break = self.make_button(Ask.BREAK, BREAK, "coffee")
        self._break.setVisible(break_button)
        self.retranslate()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self._break.name_it(self.tr("Take a break"), self.tr("Break"))

    def fill(self, view: StageView) -> None:
        """Gives each panel its name and answer."""
        self._title.setText(self._title_for(view))
        self._question.setText(_question(view))
        show_begin(self._begins, view)
        given = {answer.partner: answer for answer in _answers_in(view)}
        for partner in Partner:
            answer = given.get(partner)
            self._names[partner].setText(view.name(partner) if answer is not None else "")
            self._answers[partner].setText(answer_text(answer) if answer is not None else "")
            said = answer is not None and not _is_empty(answer)
            self._answers[partner].set_ink("text" if said else "text-muted")
        self._footer.fill(view)

    def _title_for(self, view: StageView) -> str:
        if view.mode is StageMode.ANSWERS or view.holder is None:
            return view.step_title
        return self.tr("{name} has the floor").format(name=view.name(view.holder))

    def tick(self) -> None:
        """Says how much time is left, where a minute has passed."""
        if self.view is not None:
            self._footer.tick(self.view)

    def moving(self) -> list[QRect]:
        """The words about time."""
        return [self._footer.words_place()]

    def arrange(self, view: StageView) -> None:  # noqa: ARG002
        """Puts the panels side by side, or one in the middle: A on the left, as on the chairs."""
        frame = self.frame
        wide = frame.units_wide
        room = frame.rect(_MARGIN, _TITLE_TOP, wide - 2 * _MARGIN, _TITLE_ROOM)
        self.put(self._title, room, Side.MIDDLE)
        top = _TITLE_TOP + _TITLE_ROOM + 8
        asked = frame.rect(_MARGIN, top, wide - 2 * _MARGIN, _QUESTION_ROOM)
        bottom = self.put(self._question, asked, Side.MIDDLE) / frame.unit + 20
        shown = [partner for partner in Partner if self._names[partner].text()]
        width = (wide - 2 * _MARGIN - _GAP) / 2
        whole = width * len(shown) + _GAP * (len(shown) - 1)
        high = frame.units_high - FOOT - 56 - bottom - self._arrange_begin()
        self._panels = {}
        for index, partner in enumerate(shown):
            left = (wide - whole) / 2 + index * (width + _GAP)
            self._panels[partner] = frame.rect(left, bottom, width, high)
            self._arrange_panel(partner, self._panels[partner])
        self._footer.arrange(Column(_BREAK_ROOM, wide - 2 * _BREAK_ROOM), centered=True)
        self._arrange_break()
        for partner in Partner:
            self._names[partner].setVisible(partner in shown)
            self._answers[partner].setVisible(partner in shown)
        self.update()

    def _arrange_begin(self) -> float:
        """Puts the button that begins the step under the panels; gives the units that it takes."""
        button = next((each for each in self._begins.values() if not each.isHidden()), None)
        if button is None:
            return 0.0
        frame = self.frame
        px = self.unit_for(ANSWER.style, 1.0) * ANSWER.style.units
        width = button.width_wanted(self.setter, frame.unit, px) / frame.unit + 24
        top = frame.units_high - FOOT - 56 - _BEGIN
        box = frame.rect((frame.units_wide - width) / 2, top, width, _BEGIN)
        button.place(self.setter, box, frame.unit, px)
        return _BEGIN + _BEGIN_GAP

    def _arrange_panel(self, partner: Partner, panel: QRectF) -> None:
        px = self.frame.px
        beside = px(_PADDING + _STONE + 24)
        name = panel.adjusted(beside, 0, -px(_PADDING), 0)
        if self.frame.rtl:
            name = panel.adjusted(px(_PADDING), 0, -beside, 0)
        name.setHeight(px(_BAND))
        self._put_in_middle(partner, name)
        edge = px(_PADDING)
        room = panel.adjusted(edge, px(_BAND + 28), -edge, -edge)
        self.stack([Block(self._answers[partner])], room, self.start)

    def _put_in_middle(self, partner: Partner, band: QRectF) -> None:
        text = self._names[partner]
        end = self.put(text, band, self.start)
        text.move(text.x(), round(band.center().y() - (end - band.top()) / 2))

    def _arrange_break(self) -> None:
        frame = self.frame
        px = self.unit_for(BREAK.style, 1.0) * BREAK.style.units
        wanted = self._break.width_wanted(self.setter, frame.unit, px) / frame.unit
        width = min(max(196.0, wanted), _BREAK_ROOM - 72.0)
        left = 72.0 if frame.rtl else frame.units_wide - 72.0 - width
        box = frame.rect(left, frame.units_high - FOOT - 34, width, 68)
        self._break.place(self.setter, box, frame.unit, px)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws the panels, their bands and the stones."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for partner, panel in self._panels.items():
            self._paint_panel(painter, partner, panel)

    def _paint_panel(self, painter: QPainter, partner: Partner, panel: QRectF) -> None:
        corner, band = self.frame.px(_CORNER), self.frame.px(_BAND)
        if self.look.theme == "light":
            paint_shadow(painter, panel, corner, 1)
        outline = QPainterPath()
        outline.addRoundedRect(panel, corner, corner)
        painter.fillPath(outline, self.look.color("surface"))
        painter.save()
        painter.setClipPath(outline)
        head = QRectF(panel.left(), panel.top(), panel.width(), band)
        painter.fillRect(head, self.look.partner(partner).soft)
        painter.restore()
        painter.setPen(QPen(self.look.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(outline)
        size, edge = self.frame.px(_STONE), self.frame.px(_PADDING)
        left = panel.right() - edge - size if self.frame.rtl else panel.left() + edge
        stone = QRectF(left, head.center().y() - size / 2, size, size)
        name = self.view.name(partner) if self.view is not None else ""
        paint_stone(painter, self.look, partner, stone, letter=initial(name, partner))


def told_answers(view: StageView) -> tuple[str, ...]:
    """The answers that are shown, each with the name of who gave it."""
    words = QCoreApplication.translate("StageAnswers", "{name}: {answer}")
    return tuple(
        words.format(name=view.name(answer.partner), answer=answer_text(answer))
        for answer in _answers_in(view)
    )


def answer_text(answer: AnswerView) -> str:
    """An answer in words; a rating and an intensity have words of their own."""
    if answer.rating is not None:
        return answer_word(answer.rating)
    if answer.words:
        return "\n".join(
            QCoreApplication.translate("StageAnswers", "{word}, {intensity}").format(
                word=chosen.word.path.label, intensity=intensity_word(chosen.intensity)
            )
            for chosen in answer.words
        )
    if answer.text:
        return answer.text
    if answer.unknown:
        return not_known()
    return QCoreApplication.translate("StageAnswers", "would rather not say")


def _is_empty(answer: AnswerView) -> bool:
    return answer.rating is None and not (answer.words or answer.text or answer.unknown)


def _answers_in(view: StageView) -> tuple[AnswerView, ...]:
    """The answers to the step, else the words that were picked."""
    return (view.asked.answers if view.asked is not None else ()) or view.words


def _question(view: StageView) -> str:
    """What was asked; words may be picked in a step that asks for something else."""
    if view.mode is StageMode.ANSWERS:
        return view.card.text if view.card is not None else view.both_text
    if view.step_kind is not StepKind.WHEEL:
        return ""
    return view.speaker_text or view.both_text
