"""One partner's answer to "I felt understood", given alone and covered until both have answered."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.ui.review.state import Phase, Sealing
from desktop.ui.theme.look import Look
from desktop.ui.widgets.answer_slider import AnswerSlider, answer_word, answer_words
from desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text


class Understood(QWidget):
    """The slider with its words, and what the partner who has the laptop can do.

    Once an answer is sealed it is nowhere in this widget: the slider is emptied.
    """

    answering = Signal(object)
    """The Partner who moved the slider, or who wants to answer anew."""
    given = Signal(object, object)
    """A Partner, and the answer from 1 to 5, or None for "I'd rather not say"."""
    left = Signal()

    def __init__(self, look: Look, partner: Partner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._partner = partner
        self._name = ""
        self._other = ""
        self.slider = AnswerSlider(look, partner)
        self._title = Text(look, role="label", weight=600, wrap=True)
        self._word = Text(look, role="label", weight=600, ink=f"partner-{partner.value}-ink")
        self._scale = tuple(Text(look, role="small", ink="text-muted") for _ in range(3))
        self._hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._done = PrimaryButton(look)
        self._decline = SecondaryButton(look)
        self._leave = SecondaryButton(look)
        self._change = SecondaryButton(look)
        self._actions = QWidget()
        self._lay_out()
        self._connect()

    def name_partners(self, name: str, other: str) -> None:
        """Writes all texts for the partner and the one who answers before or after."""
        self._name, self._other = name, other
        self.slider.setAccessibleName(self.tr("Felt understood, {name}").format(name=name))
        self._title.setText(self.tr("I felt understood"))
        words = answer_words()
        for text, word in zip(self._scale, (words[0], words[2], words[4]), strict=True):
            text.setText(word)
        for button, text in (
            (self._decline, self.tr("I’d rather not say")),
            (self._leave, self.tr("Not now")),
            (self._change, self.tr("Change my answer")),
        ):
            button.setText(text)
            button.setAccessibleName(self.tr("{button}, {name}").format(button=text, name=name))

    def show_sealing(self, sealing: Sealing, revealed: int | None) -> None:
        """Shows where the question stands; ``revealed`` is the answer once both were shown."""
        answering = sealing.turn is self._partner
        sealed = self._partner in sealing.done and not answering
        shown = sealing.phase is Phase.REVEALED
        if shown or sealed or not answering:
            self.slider.show_answer(revealed if shown else None)
        self.slider.setEnabled(not (shown or sealed or sealing.sent))
        self._actions.setVisible(answering)
        self._actions.setEnabled(not sealing.sent)
        self._change.setVisible(sealed and not shown)
        self._hint.setText(self._hint_text(sealing, sealed, shown))
        self._hint.setVisible(bool(self._hint.text()))
        self._show_done(sealing)
        self._show_word()

    def _hint_text(self, sealing: Sealing, sealed: bool, shown: bool) -> str:
        if shown or (sealing.phase is Phase.OPEN and not sealed):
            return ""
        if sealed and sealing.phase is Phase.BOTH_ANSWERED:
            return self.tr("Answered, and covered until you look at both.")
        if sealed:
            return self.tr("Answered, and covered until {other} has answered.").format(
                other=self._other
            )
        return self.tr("You each answer alone, and only if you wish.")

    def _show_done(self, sealing: Sealing) -> None:
        last = self._partner.other in sealing.done
        text = self.tr("Done") if last else self.tr("Done, hand over to {other}")
        text = text.format(other=self._other)
        self._done.setText(text.replace("&", "&&"))
        self._done.setAccessibleName(
            self.tr("{button}, {name}").format(button=text, name=self._name) if last else text
        )

    def _show_word(self) -> None:
        answer = self.slider.answer
        self._word.setText("" if answer is None else answer_word(answer))
        self._done.setEnabled(answer is not None)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._word)
        scale = QHBoxLayout()
        for text in self._scale:
            scale.addWidget(text)
        scale.insertStretch(1, 1)
        scale.insertStretch(3, 1)
        others = FoldingLayout(spacing=12)
        others.add(self._decline, 1)
        others.add(self._leave, 1)
        actions = QVBoxLayout(self._actions)
        actions.setContentsMargins(0, 8, 0, 0)
        actions.addWidget(self._done)
        actions.setSpacing(12)
        actions.addLayout(others)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.slider)
        column.addLayout(scale)
        column.addWidget(self._hint)
        column.addWidget(self._change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._actions)

    def _connect(self) -> None:
        self.slider.answered.connect(self._answered)
        self._done.clicked.connect(self._give)
        self._decline.clicked.connect(self._give_nothing)
        self._leave.clicked.connect(self.left)
        self._change.clicked.connect(self._answer_anew)

    @Slot(int)
    def _answered(self, _answer: int) -> None:
        self._show_word()
        self.answering.emit(self._partner)

    @Slot()
    def _give(self) -> None:
        self.given.emit(self._partner, self.slider.answer)

    @Slot()
    def _give_nothing(self) -> None:
        self.given.emit(self._partner, None)

    @Slot()
    def _answer_anew(self) -> None:
        self.answering.emit(self._partner)
