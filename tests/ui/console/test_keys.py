"""The keys of the contract, in both rooms."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.domain.flow.views import Moves
from desktop.domain.notes import NoteKind
from desktop.ui.console.commands import Command
from desktop.ui.console.console import Console
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.console.key_sheet import KeySheet
from desktop.ui.console.keys import BETWEEN, BINDINGS, Binding, RoomKeys
from desktop.ui.console.note_pane import NotePane
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.stage.asks import Ask
from desktop.ui.theme.look import Look
from tests.ui.finding import heard
from tests.ui.showing import show
from tests.ui.turns import ROOM, ROOM_AT_CHECK, ROOM_AT_MORE

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PLAIN = Qt.KeyboardModifier.NoModifier

SINGLE = [
    (Key.Key_Space, PLAIN, Command.PAUSE),
    (Key.Key_Right, PLAIN, Command.NEXT_STEP),
    (Key.Key_Left, PLAIN, Command.BACK),
    (Key.Key_F, PLAIN, Command.PASS_FLOOR),
    (Key.Key_M, PLAIN, Command.ADD_MINUTE),
    (Key.Key_M, SHIFT, Command.TAKE_MINUTE),
    (Key.Key_G, PLAIN, Command.GIVE_BACK),
    (Key.Key_T, PLAIN, Command.CHANGE_TIMES),
    (Key.Key_B, PLAIN, Command.BREAK),
    (Key.Key_S, PLAIN, Command.SETTLE),
    (Key.Key_Y, PLAIN, Command.YES),
    (Key.Key_N, PLAIN, Command.NO),
    (Key.Key_C, PLAIN, Command.CURTAIN),
    (Key.Key_W, PLAIN, Command.WHEEL),
    (Key.Key_D, PLAIN, Command.CARD),
    (Key.Key_E, PLAIN, Command.END),
    (Key.Key_K, PLAIN, Command.SKIP),
    (Key.Key_X, PLAIN, Command.SWAP),
    (Key.Key_A, PLAIN, Command.AGENDA),
    (Key.Key_Backspace, PLAIN, Command.TAKE_MARK_BACK),
    (Key.Key_Z, CTRL, Command.UNDO),
    (Key.Key_Question, PLAIN, Command.KEY_SHEET),
]
ANYWHERE = [
    (Key.Key_PageDown, PLAIN, Command.NEXT_STEP),
    (Key.Key_PageUp, PLAIN, Command.BACK),
    (Key.Key_1, CTRL, Command.PROGRESS_NOTE),
    (Key.Key_2, CTRL, Command.PROCESS_NOTE),
    (Key.Key_3, CTRL, Command.MARKS_TO_NOTE),
    (Key.Key_Return, CTRL, Command.STAMP),
    (Key.Key_F11, PLAIN, Command.SWAP_SCREENS),
    (Key.Key_F, ALT, Command.PASS_FLOOR),
    (Key.Key_M, ALT | SHIFT, Command.TAKE_MINUTE),
    (Key.Key_B, ALT, Command.BREAK),
    (Key.Key_Y, ALT, Command.YES),
    (Key.Key_C, ALT, Command.CURTAIN),
]


class Desk(QWidget):
    """A room with one text field and one button, and the commands that its keys gave."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.button = QPushButton("Next")
        pane = NotePane(look, NoteKind.PROGRESS, lambda: "14:05")
        self.note = pane.area
        rows = QVBoxLayout(self)
        for each in (self.field, pane, self.button):
            rows.addWidget(each)
        self.commands: list[Command] = []
        keys = RoomKeys(self)
        keys.pressed.connect(self.commands.append)
        self.numbered = heard(keys.numbered)


@pytest.fixture
def desk(qtbot: QtBot, look: Look) -> Desk:
    desk = show(qtbot, Desk(look), 400, 500)
    desk.setFocus()
    return desk


@pytest.mark.parametrize(("key", "modifier", "command"), SINGLE + ANYWHERE)
def test_each_key_gives_its_command(
    desk: Desk, key: Key, modifier: Qt.KeyboardModifier, command: Command
) -> None:
    QTest.keyClick(desk, key, modifier)

    assert desk.commands == [command]


@pytest.mark.parametrize(("key", "modifier", "command"), SINGLE)
def test_single_keys_only_write_while_a_text_field_has_the_focus(
    desk: Desk, key: Key, modifier: Qt.KeyboardModifier, command: Command
) -> None:
    for field in (desk.field, desk.note):
        field.setFocus()
        QTest.keyClick(field, key, modifier)

    assert desk.commands == []


@pytest.mark.parametrize(("key", "modifier", "command"), ANYWHERE)
def test_the_other_keys_act_in_a_text_field_too(
    desk: Desk, key: Key, modifier: Qt.KeyboardModifier, command: Command
) -> None:
    for field in (desk.field, desk.note):
        field.setFocus()
        QTest.keyClick(field, key, modifier)

    assert desk.commands == [command, command]
    assert desk.field.text() == desk.note.toPlainText() == ""


DIGITS = [Key(Key.Key_0.value + number) for number in range(1, 10)]
KEYPAD = Qt.KeyboardModifier.KeypadModifier


@pytest.mark.parametrize(
    ("modifier", "command"),
    [
        (PLAIN, Command.MARK),
        (KEYPAD, Command.MARK),
        (ALT, Command.MARK),
        (SHIFT, Command.MARK_OTHER),
    ],
)
def test_each_digit_gives_its_mark(
    desk: Desk, modifier: Qt.KeyboardModifier, command: Command
) -> None:
    for key in DIGITS:
        QTest.keyClick(desk, key, modifier)

    assert desk.numbered == [(command, number) for number in range(1, 10)]
    assert desk.commands == []


def test_digits_only_write_while_a_text_field_has_the_focus_but_for_those_with_alt(
    desk: Desk,
) -> None:
    for field in (desk.field, desk.note):
        field.setFocus()
        for modifier in (PLAIN, SHIFT):
            QTest.keyClick(field, Key.Key_1, modifier)
        assert desk.numbered == []
    QTest.keyClick(desk.note, Key.Key_1, ALT)

    assert desk.numbered == [(Command.MARK, 1)]


def test_letters_come_into_the_text(desk: Desk) -> None:
    desk.note.setFocus()
    QTest.keyClicks(desk.note, "my notes? yes")

    assert desk.note.toPlainText() == "my notes? yes"
    assert desk.commands == []


def test_a_focused_button_keeps_space_and_gives_away_the_arrows(desk: Desk) -> None:
    desk.button.setFocus()

    QTest.keyClick(desk.button, Key.Key_Space)
    QTest.keyClick(desk.button, Key.Key_Right)
    QTest.keyClick(desk.button, Key.Key_B)

    assert desk.commands == [Command.NEXT_STEP, Command.BREAK]


def test_one_of_several_to_choose_between_keeps_the_arrows(qtbot: QtBot) -> None:
    room = show(qtbot, QWidget(), 400, 300)
    choice = QRadioButton("Ana", room)
    choice.show()
    commands = heard(RoomKeys(room).pressed)
    choice.setFocus()

    for key in (Key.Key_Left, Key.Key_Right, Key.Key_Space, Key.Key_B):
        QTest.keyClick(choice, key)

    assert commands == [Command.BREAK]


def test_single_keys_can_be_switched_off(qtbot: QtBot) -> None:
    room = show(qtbot, QWidget(), 400, 300)
    commands = heard(RoomKeys(room, single_keys=False).pressed)
    room.setFocus()

    QTest.keyClick(room, Key.Key_B)
    QTest.keyClick(room, Key.Key_PageDown)

    assert commands == [Command.NEXT_STEP]


def test_keys_can_be_chosen_otherwise(qtbot: QtBot) -> None:
    room = show(qtbot, QWidget(), 400, 300)
    commands = heard(RoomKeys(room, [Binding(Command.BREAK, single=("P",))]).pressed)
    room.setFocus()

    QTest.keyClick(room, Key.Key_P)
    QTest.keyClick(room, Key.Key_B)

    assert commands == [Command.BREAK]


@pytest.mark.parametrize("table", [BINDINGS, BETWEEN])
def test_no_key_has_two_meanings(table: tuple[Binding, ...]) -> None:
    keys = [key for b in table for key in (*b.single, *b.anywhere, *b.window)]

    assert len(keys) == len(set(keys))


def test_the_sheet_shows_every_binding(qtbot: QtBot, look: Look) -> None:
    sheet = KeySheet(look)
    qtbot.addWidget(sheet)
    texts = {label.text() for label in sheet.findChildren(QLabel)}

    assert {"Space", "Ctrl+1", "F12", "Ctrl+L", "Pause and resume", "Hide now"} <= texts
    assert {"1–9", "Shift+1–9", "Mark, for the other partner"} <= texts
    assert len(texts) >= 2 * len(BINDINGS)


def test_the_sheet_at_home_knows_no_marks(home: HomeRoom) -> None:
    QTest.keyClick(home.stage, Key.Key_Question)
    sheet = home.findChildren(KeySheet)[0]
    texts = [label.text() for label in sheet.findChildren(QLabel)]

    assert "Pause and resume" in texts
    assert not [text for text in texts if "ark" in text]
    sheet.accept()


@pytest.mark.parametrize(
    ("key", "ask"),
    [
        (Key.Key_Space, Ask.PAUSE),
        (Key.Key_Right, Ask.NEXT_STEP),
        (Key.Key_PageDown, Ask.NEXT_STEP),
        (Key.Key_Left, Ask.BACK),
        (Key.Key_PageUp, Ask.BACK),
        (Key.Key_M, Ask.ADD_MINUTE),
        (Key.Key_G, Ask.GIVE_BACK),
        (Key.Key_T, Ask.CHANGE_TIMES),
        (Key.Key_B, Ask.BREAK),
        (Key.Key_S, Ask.SETTLE),
        (Key.Key_W, Ask.WHEEL),
        (Key.Key_D, Ask.DRAW_CARD),
        (Key.Key_E, Ask.END),
        (Key.Key_F, Ask.PASS_FLOOR),
        (Key.Key_K, Ask.SKIP),
        (Key.Key_X, Ask.SWAP),
        (Key.Key_A, Ask.AGENDA),
    ],
)
@pytest.mark.parametrize("which", ["console", "home"])
def test_both_rooms_ask_for_the_same(
    request: pytest.FixtureRequest, which: str, key: Key, ask: Ask
) -> None:
    room: Console | HomeRoom = request.getfixturevalue(which)
    asked = heard(room.asked)

    QTest.keyClick(QApplication.focusWidget() or room, key)

    assert asked == [ask]


def test_yes_and_not_quite_answer_what_is_asked(console: Console) -> None:
    asked = heard(console.asked)
    for view in (ROOM_AT_CHECK, ROOM_AT_MORE):
        console.show_view(view)
        QTest.keyClick(console, Key.Key_Y)
        QTest.keyClick(console, Key.Key_N)

    assert asked == [Ask.CONFIRM, Ask.NOT_QUITE, Ask.MORE, Ask.NO_MORE]


def test_a_key_does_nothing_where_its_control_is_not_free(console: Console) -> None:
    asked = heard(console.asked)
    console.show_view(replace(ROOM, moves=Moves()))

    for key, modifier, _ in SINGLE[:-1]:
        QTest.keyClick(console, key, modifier)

    assert asked == []


def test_the_space_key_resumes_what_it_paused(console: Console) -> None:
    asked = heard(console.asked)
    console.show_view(replace(ROOM, moves=Moves(resume=True)))

    QTest.keyClick(console, Key.Key_Space)

    assert asked == [Ask.RESUME]


def test_the_remote_moves_on_while_a_note_is_written(console: Console) -> None:
    console.show_sees(CoupleSees.NOTHING)
    asked = heard(console.asked)

    QTest.keyClick(console, Key.Key_2, CTRL)
    note = QApplication.focusWidget()
    assert note is not None
    assert note.accessibleName() == "Process note"
    QTest.keyClick(note, Key.Key_PageDown)
    QTest.keyClicks(note, "be")

    assert asked == [Ask.NEXT_STEP]


def test_the_question_mark_opens_the_key_sheet(console: Console, qtbot: QtBot) -> None:
    QTest.keyClick(console, Key.Key_Question)

    sheet = console.findChild(KeySheet)
    assert sheet is not None
    qtbot.waitUntil(sheet.isVisible)
    sheet.accept()
