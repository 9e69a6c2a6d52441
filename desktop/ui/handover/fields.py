"""The fields in which a partner answers alone. Each begins empty, and is thrown away after."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from desktop.domain.exercise.format import StepKind
from desktop.domain.people import Partner
from desktop.ui.handover.state import HandOver
from desktop.ui.theme.look import Look
from desktop.ui.widgets.answer_slider import AnswerSlider, answer_word, answer_words
from desktop.ui.widgets.group import Group
from desktop.ui.widgets.long_choice import LongChoice
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.text_area import TextArea

MOST_LETTERS: Final = 600
"""The longest text of which the stage can show two side by side."""


_WORD_ROOM: Final = 64
"""Height of the line in which the answer stands, in pixels at the usual size of text."""


class AnswerField(QWidget):
    """What all fields share. ``changed`` says that the answer, or what is wrong with it, did."""

    changed = Signal()

    @property
    def answer(self) -> str | int | None:
        """The answer that could be given now; None while there is none."""
        raise NotImplementedError

    @property
    def problem(self) -> str:
        """Why what is there can't be given; empty while nothing is wrong."""
        return ""

    def name_it(self, name: str) -> None:
        """Names what takes the focus."""
        raise NotImplementedError

    def empty(self) -> None:
        """Forgets what was put in."""
        raise NotImplementedError


class TextField(AnswerField):
    """A few lines of text. Neither its menu nor an undo leads to what was there before."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._area = TextArea(look, lines=5, role="label")
        self._area.setUndoRedoEnabled(False)
        self._area.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        # Else a keyboard on the screen would learn the words.
        self._area.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData)
        self._area.edited.connect(self._tell)
        self.setFocusProxy(self._area)
        _alone(self).addWidget(self._area)

    @property
    def answer(self) -> str | None:
        """The text without the space around it."""
        text = self._area.toPlainText().strip()
        return text if text and not self.problem else None

    @property
    def problem(self) -> str:
        """That it is longer than the stage can show."""
        if len(self._area.toPlainText().strip()) <= MOST_LETTERS:
            return ""
        return self.tr("This is more than the stage can show. Please make it a little shorter.")

    def name_it(self, name: str) -> None:
        """Names the text area."""
        self._area.setAccessibleName(name)

    def empty(self) -> None:
        """Forgets the text."""
        with QSignalBlocker(self):
            self._area.show_text("")

    @Slot(str)
    def _tell(self, _text: str) -> None:
        self.changed.emit()


class RatingField(AnswerField):
    """The slider that answers in words."""

    def __init__(self, look: Look, partner: Partner) -> None:
        super().__init__()
        self._slider = AnswerSlider(look, partner)
        self._word = Text(look, role="title", ink=f"partner-{partner.value}-ink", wrap=True)
        self._word.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._word.setMinimumHeight(look.px(_WORD_ROOM))
        words = answer_words()
        scale = QHBoxLayout()
        for text in (words[0], words[2], words[4]):
            scale.addWidget(Text(look, text, "small", ink="text-muted"))
        scale.insertStretch(1, 1)
        scale.insertStretch(3, 1)
        column = _alone(self)
        column.setSpacing(10)
        for part in (self._word, self._slider):
            column.addWidget(part)
        column.addLayout(scale)
        column.addStretch(1)
        self._slider.answered.connect(self._tell)
        self.setFocusProxy(self._slider)

    @property
    def answer(self) -> int | None:
        """From 1 to 5."""
        return self._slider.answer

    def name_it(self, name: str) -> None:
        """Names the slider."""
        self._slider.setAccessibleName(name)

    def empty(self) -> None:
        """Takes the knob away."""
        self._slider.show_answer(None)
        self._word.setText("")

    @Slot(int)
    def _tell(self, answer: int) -> None:
        self._word.setText(answer_word(answer))
        self.changed.emit()


class ChoiceField(AnswerField):
    """The choices of a step, one under the other."""

    def __init__(self, look: Look, choices: tuple[str, ...]) -> None:
        super().__init__()
        self._group = Group(look)
        self._buttons = QButtonGroup(self)
        rows = QVBoxLayout()
        rows.setSpacing(10)
        self._texts = dict(enumerate(choices))
        for number, text in self._texts.items():
            choice = LongChoice(look, text)
            self._buttons.addButton(choice, number)
            rows.addWidget(choice)
        self._group.put(rows)
        column = _alone(self)
        column.addWidget(self._group)
        column.addStretch(1)
        self._buttons.buttonToggled.connect(self._tell)
        self.setFocusProxy(self._buttons.button(0))

    @property
    def answer(self) -> str | None:
        """The text of the choice."""
        return self._texts.get(self._buttons.checkedId())

    def name_it(self, name: str) -> None:
        """Names the group."""
        self._group.set_label(self.tr("Choose one"))
        self._group.setAccessibleName(name)

    def empty(self) -> None:
        """Chooses none."""
        self._buttons.setExclusive(False)
        for button in self._buttons.buttons():
            button.setChecked(False)
        self._buttons.setExclusive(True)

    @Slot(QAbstractButton, bool)
    def _tell(self, _button: QAbstractButton, _on: bool) -> None:
        self.changed.emit()


def field_for(look: Look, told: HandOver, partner: Partner) -> AnswerField:
    """An empty field for a question; words of the wheel have a page of their own."""
    match told.kind:
        case StepKind.RATE:
            return RatingField(look, partner)
        case StepKind.CHOOSE:
            return ChoiceField(look, told.choices)
        case _:
            return TextField(look)


def _alone(field: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(field)
    column.setContentsMargins(0, 0, 0, 0)
    return column
