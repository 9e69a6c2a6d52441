"""The keys of the room, in one table: from it come the shortcuts and the key sheet.

A single key acts only while no text field has the focus; each letter also works with Alt, and so
does that anywhere. A focused button keeps Space for itself, and one of several to choose between
the arrows, as people who use the keyboard alone expect.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTextEdit,
    QWidget,
)

from desktop.ui.console.commands import Command
from desktop.ui.key_names import native

_TEXT_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_PRESSING = ("Space",)
_CHOOSING = ("Left", "Right")


@dataclass(frozen=True)
class Binding:
    """Keys for a command, in Qt's portable spelling.

    ``single`` keys act only outside text fields, ``anywhere`` ones also in a note. The window
    itself owns those of ``window``; they are here for the key sheet. A command in ``NUMBERED`` has
    a key for each digit, which ends in it.
    """

    command: Command
    single: tuple[str, ...] = ()
    anywhere: tuple[str, ...] = ()
    window: tuple[str, ...] = ()


def _letter(command: Command, letter: str) -> Binding:
    return Binding(command, single=(letter,), anywhere=(f"Alt+{letter}",))


_DIGITS: Final = tuple("123456789")

BINDINGS: Final[tuple[Binding, ...]] = (
    Binding(Command.PAUSE, single=("Space",)),
    Binding(Command.NEXT_STEP, single=("Right",), anywhere=("PgDown",)),
    Binding(Command.BACK, single=("Left",), anywhere=("PgUp",)),
    _letter(Command.PASS_FLOOR, "F"),
    _letter(Command.ADD_MINUTE, "M"),
    Binding(Command.TAKE_MINUTE, single=("Shift+M",), anywhere=("Alt+Shift+M",)),
    _letter(Command.GIVE_BACK, "G"),
    _letter(Command.CHANGE_TIMES, "T"),
    _letter(Command.BREAK, "B"),
    _letter(Command.SETTLE, "S"),
    _letter(Command.YES, "Y"),
    _letter(Command.NO, "N"),
    _letter(Command.CURTAIN, "C"),
    _letter(Command.WHEEL, "W"),
    _letter(Command.CARD, "D"),
    _letter(Command.END, "E"),
    _letter(Command.SKIP, "K"),
    _letter(Command.SWAP, "X"),
    _letter(Command.AGENDA, "A"),
    Binding(Command.MARK, single=_DIGITS, anywhere=tuple(f"Alt+{digit}" for digit in _DIGITS)),
    Binding(Command.MARK_OTHER, single=tuple(f"Shift+{digit}" for digit in _DIGITS)),
    Binding(Command.TAKE_MARK_BACK, single=("Backspace",)),
    Binding(Command.MARKS_TO_NOTE, anywhere=("Ctrl+3",)),
    Binding(Command.UNDO, single=("Ctrl+Z",)),
    Binding(Command.KEY_SHEET, single=("?",)),
    Binding(Command.PROGRESS_NOTE, anywhere=("Ctrl+1",)),
    Binding(Command.PROCESS_NOTE, anywhere=("Ctrl+2",)),
    Binding(Command.STAMP, anywhere=("Ctrl+Enter", "Ctrl+Return")),
    Binding(Command.SWAP_SCREENS, anywhere=("F11",)),
    Binding(Command.LOCK, window=("Ctrl+L",)),
    Binding(Command.HIDE, window=("F12",)),
)
"""The keys of the contract."""

BETWEEN: Final[tuple[Binding, ...]] = (
    Binding(Command.NEXT_EXERCISE, single=("Right",), anywhere=("PgDown",)),
    Binding(Command.BACK, single=("Left",), anywhere=("PgUp",)),
    _letter(Command.OTHER_EXERCISE, "A"),
    _letter(Command.REVIEW, "R"),
    _letter(Command.SWAP, "X"),
    Binding(Command.UNDO, single=("Ctrl+Z",)),
    Binding(Command.KEY_SHEET, single=("?",)),
    Binding(Command.LOCK, window=("Ctrl+L",)),
    Binding(Command.HIDE, window=("F12",)),
)
"""The keys between two exercises."""

NUMBERED: Final = frozenset({Command.MARK, Command.MARK_OTHER})
"""Commands whose key says which one is meant."""

MARKS: Final = NUMBERED | {Command.TAKE_MARK_BACK, Command.MARKS_TO_NOTE}
"""The commands for marks, which there are in a practice only."""


class RoomKeys(QObject):
    """Turns key presses in a widget, and in all it holds, into commands.

    ``bindings`` may be another table, for keys that someone chose; with ``single_keys`` False
    only those that act anywhere are on.
    """

    pressed = Signal(Command)
    numbered = Signal(Command, int)
    """A command with the digit of its key, from 1."""

    def __init__(
        self,
        room: QWidget,
        bindings: Sequence[Binding] = BINDINGS,
        *,
        single_keys: bool = True,
    ) -> None:
        super().__init__(room)
        self._room = room
        self._single: list[QShortcut] = []
        self._pressing: list[QShortcut] = []
        self._choosing: list[QShortcut] = []
        for binding in bindings:
            self._bind(binding.command, binding.anywhere)
            if single_keys:
                self._single += self._bind(binding.command, binding.single)
        self._pressing = [s for s in self._single if s.key().toString() in _PRESSING]
        self._choosing = [s for s in self._single if s.key().toString() in _CHOOSING]
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)
        self._focus_moved(None, QApplication.focusWidget())

    def _bind(self, command: Command, keys: Iterable[str]) -> list[QShortcut]:
        shortcuts: list[QShortcut] = []
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), self._room)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            # Somebody who leans on a key wants one step, not twenty.
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self._teller(command, key))
            shortcuts.append(shortcut)
        return shortcuts

    def _teller(self, command: Command, key: str) -> Callable[[], None]:
        if command in NUMBERED:
            return partial(self.numbered.emit, command, int(key[-1]))
        return partial(self.pressed.emit, command)

    @Slot("QWidget*", "QWidget*")
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        writing = isinstance(new, _TEXT_FIELDS)
        kept = self._pressing if isinstance(new, QAbstractButton) else []
        if isinstance(new, QRadioButton):
            kept = [*kept, *self._choosing]
        for shortcut in self._single:
            shortcut.setEnabled(not writing and shortcut not in kept)


def key_text(command: Command) -> str:
    """The first key of a command as people write it, such as "Space", or empty for none."""
    for binding in (*BINDINGS, *BETWEEN):
        if binding.command is command:
            keys = (*binding.single, *binding.anywhere, *binding.window)
            return native(keys[0]) if keys else ""
    return ""


def title(command: Command) -> str:
    """What a command does, in the language shown."""
    return _titles()[command]


def _titles() -> dict[Command, str]:
    return {
        Command.PAUSE: QCoreApplication.translate("RoomKeys", "Pause and resume"),
        Command.NEXT_STEP: QCoreApplication.translate("RoomKeys", "Next step"),
        Command.BACK: QCoreApplication.translate("RoomKeys", "Back"),
        Command.PASS_FLOOR: QCoreApplication.translate("RoomKeys", "Pass the floor"),
        Command.ADD_MINUTE: QCoreApplication.translate("RoomKeys", "Add a minute"),
        Command.TAKE_MINUTE: QCoreApplication.translate("RoomKeys", "Take a minute away"),
        Command.GIVE_BACK: QCoreApplication.translate("RoomKeys", "Give back the minutes"),
        Command.CHANGE_TIMES: QCoreApplication.translate("RoomKeys", "Change the times"),
        Command.BREAK: QCoreApplication.translate("RoomKeys", "Take a break"),
        Command.SETTLE: QCoreApplication.translate("RoomKeys", "Settle for a few minutes"),
        Command.YES: QCoreApplication.translate("RoomKeys", "Answer with yes"),
        Command.NO: QCoreApplication.translate(
            "RoomKeys", "Answer with “not quite” or “that’s all”"
        ),
        Command.CURTAIN: QCoreApplication.translate("RoomKeys", "Cover or open the notes"),
        Command.WHEEL: QCoreApplication.translate("RoomKeys", "Emotion wheel"),
        Command.CARD: QCoreApplication.translate("RoomKeys", "Draw a card"),
        Command.END: QCoreApplication.translate("RoomKeys", "End the exercise"),
        Command.SKIP: QCoreApplication.translate("RoomKeys", "Skip this step"),
        Command.SWAP: QCoreApplication.translate("RoomKeys", "Swap who speaks"),
        Command.AGENDA: QCoreApplication.translate("RoomKeys", "Choose what comes next"),
        Command.NEXT_EXERCISE: QCoreApplication.translate("RoomKeys", "Begin the next exercise"),
        Command.OTHER_EXERCISE: QCoreApplication.translate("RoomKeys", "Another exercise"),
        Command.REVIEW: QCoreApplication.translate("RoomKeys", "Go to the review"),
        Command.UNDO: QCoreApplication.translate("RoomKeys", "Undo"),
        Command.RETURN: QCoreApplication.translate("RoomKeys", "Back from the break"),
        Command.LATER_RETURN: QCoreApplication.translate("RoomKeys", "Not ready to come back yet"),
        Command.KEY_SHEET: QCoreApplication.translate("RoomKeys", "Show these keys"),
        Command.PROGRESS_NOTE: QCoreApplication.translate("RoomKeys", "Write the progress note"),
        Command.PROCESS_NOTE: QCoreApplication.translate("RoomKeys", "Write the process note"),
        Command.STAMP: QCoreApplication.translate("RoomKeys", "Write the time into a note"),
        Command.MARK: QCoreApplication.translate("RoomKeys", "Mark, for whoever acts"),
        Command.MARK_OTHER: QCoreApplication.translate("RoomKeys", "Mark, for the other partner"),
        Command.TAKE_MARK_BACK: QCoreApplication.translate("RoomKeys", "Take the last mark back"),
        Command.MARKS_TO_NOTE: QCoreApplication.translate(
            "RoomKeys", "Put the marks into the progress note"
        ),
        Command.SWAP_SCREENS: QCoreApplication.translate("RoomKeys", "Swap stage and console"),
        Command.LOCK: QCoreApplication.translate("RoomKeys", "Lock"),
        Command.HIDE: QCoreApplication.translate("RoomKeys", "Hide now"),
    }
