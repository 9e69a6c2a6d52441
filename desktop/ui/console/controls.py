"""The controls of the room, and the answers to what the speaker is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import ConsoleView, StageMode, StageView
from desktop.ui.console.asking import can
from desktop.ui.console.commands import Command
from desktop.ui.console.control_button import ControlButton
from desktop.ui.console.even_grid import EvenGrid
from desktop.ui.console.keys import key_text
from desktop.ui.stage.begins import begin_words
from desktop.ui.stage.words import entry_answer
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import SecondaryButton

_ICONS: Final = {
    Command.BACK: "arrow-left",
    Command.NEXT_STEP: "arrow-right",
    Command.PAUSE: "pause",
    Command.ADD_MINUTE: "timer",
    Command.PASS_FLOOR: "arrow-left-right",
    Command.SETTLE: "wind",
    Command.BREAK: "coffee",
    Command.CARD: "gallery-vertical-end",
    Command.WHEEL: "contrast",
    Command.END: "square",
}
CONSOLE: Final = tuple(_ICONS)
"""The controls of a guide, in reading order."""

HOME: Final = tuple(command for command in _ICONS if command is not Command.PASS_FLOOR)
"""The controls of a couple: the floor is passed on the stage."""


class Controls(QWidget):
    """A grid of controls; each is disabled while it can't be had, and says why where it waits."""

    commanded = Signal(Command)

    def __init__(
        self,
        look: Look,
        commands: Sequence[Command],
        *,
        most: int = 5,
        shows_keys: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons = {
            command: ControlButton(look, command, _ICONS[command], shows_key=shows_keys)
            for command in commands
        }
        self._resumes = False
        self._grid = EvenGrid(self, most=most)
        for command, button in self._buttons.items():
            button.clicked.connect(partial(self.commanded.emit, command))
            self._grid.addWidget(button)
        self.retranslate()

    def retranslate(self) -> None:
        """Names the buttons in the language shown."""
        names = {
            Command.BACK: self.tr("Back"),
            Command.NEXT_STEP: self.tr("Next step"),
            Command.ADD_MINUTE: self.tr("Add a minute"),
            Command.PASS_FLOOR: self.tr("Pass the floor"),
            Command.SETTLE: self.tr("Settle"),
            Command.BREAK: self.tr("Take a break"),
            Command.CARD: self.tr("Draw a card"),
            Command.WHEEL: self.tr("Emotion wheel"),
            Command.END: self.tr("End exercise"),
        }
        for command, name in names.items():
            if command in self._buttons:
                self._buttons[command].name_it(name)
        self._name_pause()

    def show_view(self, view: ConsoleView) -> None:
        """Frees what can be had now."""
        self._resumes = view.moves.resume
        self._name_pause()
        for command, button in self._buttons.items():
            free = can(command, view)
            reason = self._reason(command, view) if not free else ""
            button.set_waiting(reason)
            button.setEnabled(free)

    def set_low(self, low: bool) -> None:
        """Takes less height, for a low window."""
        for button in self._buttons.values():
            button.set_low(low)

    def _reason(self, command: Command, view: ConsoleView) -> str:
        waits_for = view.moves.waits_for
        if command is Command.PASS_FLOOR and waits_for is not None:
            return self.tr("waits for {name}").format(name=view.stage.name(waits_for))
        return ""

    def _name_pause(self) -> None:
        button = self._buttons[Command.PAUSE]
        if self._resumes:
            button.name_it(self.tr("Resume"), "play")
        else:
            button.name_it(self.tr("Pause"), "pause")


@dataclass(frozen=True)
class _Answer:
    """A command with its words on screen, and its accessible name where that differs."""

    command: Command
    words: str
    name: str = ""


class Answers(QWidget):
    """The answers that the guide can give for the speaker, while there is a question.

    Without one it takes no room; ``keep_place`` makes it keep its height, where else the controls
    below would jump.
    """

    commanded = Signal(Command)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keeps_place = False
        self._buttons = (
            SecondaryButton(look, icon="check"),
            SecondaryButton(look, icon="circle-dashed"),
        )
        self._answers: tuple[_Answer, ...] = ()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for index, button in enumerate(self._buttons):
            button.clicked.connect(partial(self._press, index))
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            policy.setRetainSizeWhenHidden(index == 0)
            button.setSizePolicy(policy)
            row.addWidget(button, 1)

    def keep_place(self, *, kept: bool) -> None:
        """Says whether it stays as high as it is while nothing is asked."""
        self._keeps_place = kept
        self.setVisible(kept or bool(self._answers))

    def show_view(self, view: ConsoleView) -> None:
        """Shows the answers to what is asked now."""
        before, self._answers = self._answers, self._answers_to(view)
        if before != self._answers:
            self._let_go_of_the_keyboard()
        self.setVisible(self._keeps_place or bool(self._answers))
        for button in self._buttons[len(self._answers) :]:
            button.hide()
        for button, answer in zip(self._buttons, self._answers, strict=False):
            key = key_text(answer.command)
            words = self.tr("{answer}   {key}").format(answer=answer.words, key=key)
            button.setText(words.strip())
            button.setAccessibleName(answer.name or answer.words)
            button.setEnabled(can(answer.command, view))
            button.show()

    def _let_go_of_the_keyboard(self) -> None:
        """Another question: a second press that was meant for the first must not answer it."""
        for button in self._buttons:
            button.clearFocus()

    @Slot(int)
    def _press(self, index: int) -> None:
        self.commanded.emit(self._answers[index].command)

    def _begins(self, view: ConsoleView) -> tuple[_Answer, ...]:
        """What begins the answers to the open step."""
        words, other = begin_words(view.stage), view.moves.turn_round
        if not words:
            return ()
        begin = _Answer(Command.YES, words)
        if other is None or not can(Command.NO, view):
            return (begin,)
        turned = self.tr("{name} first").format(name=view.stage.name(other))
        return begin, _Answer(Command.NO, turned)

    def _answers_to(self, view: ConsoleView) -> tuple[_Answer, ...]:
        stage = view.stage
        if stage.mode is StageMode.ENTRY:
            return (_Answer(Command.YES, entry_answer(stage.entry_gate)),)
        if stage.mode is StageMode.BREAK:
            return (_Answer(Command.RETURN, self.tr("We are back")),)
        if stage.mode is StageMode.RETURN:
            return (_Answer(Command.YES, self.tr("Yes, we are both ready")), self._unready(stage))
        if stage.gate is None:
            return self._begins(view)
        if stage.gate.kind is StepKind.CHECK:
            return (
                _Answer(Command.YES, self.tr("Yes, that’s it"), self.tr("Yes, that's it")),
                _Answer(Command.NO, self.tr("Not quite")),
            )
        return (
            _Answer(Command.YES, self.tr("Yes, there is more")),
            _Answer(Command.NO, self.tr("No, that’s all"), self.tr("No, that's all")),
        )

    def _unready(self, stage: StageView) -> _Answer:
        """What there is to say where not both are ready to come back."""
        if stage.returning is not None and stage.returning.early:
            return _Answer(Command.NO, self.tr("Not yet"))
        if stage.can_extend:
            return _Answer(Command.NO, self.tr("A little later"))
        return _Answer(Command.END, self.tr("Leave it for today"))
