"""Keys that were meant for a note when the stage came up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.console.commands import Command
from desktop.ui.console.keys import RoomKeys
from desktop.ui.room.late_keys import LateKeys
from desktop.ui.theme.look import Look
from desktop.ui.widgets.text_area import TextArea
from tests.ui.finding import heard
from tests.ui.showing import show


@pytest.fixture
def stage(qtbot: QtBot) -> QWidget:
    stage = QWidget()
    stage.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    show(qtbot, stage, 300, 200)
    stage.setFocus()
    return stage


@pytest.fixture
def note(qtbot: QtBot, look: Look) -> TextArea:
    """A note that can't be seen."""
    note = TextArea(look, lines=3)
    qtbot.addWidget(note)
    return note


def test_a_sentence_is_ended_and_nothing_is_called(stage: QWidget, note: TextArea) -> None:
    called = heard(RoomKeys(stage).pressed)
    edited = heard(note.edited)
    late = LateKeys(stage)
    late.begin(note)
    QTest.keyClicks(stage, "bef ")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_E, Qt.Key.Key_F, Qt.Key.Key_Left):
        QTest.keyClick(stage, key)
    QTest.keyClick(stage, Qt.Key.Key_Backspace)

    assert note.toPlainText() == "bef \nf"
    assert edited[-1] == "bef \nf"
    assert called == []


def test_what_acts_in_a_note_acts_here(stage: QWidget, note: TextArea) -> None:
    called = heard(RoomKeys(stage).pressed)
    LateKeys(stage).begin(note)
    QTest.keyClick(stage, Qt.Key.Key_F11)
    QTest.keyClick(stage, Qt.Key.Key_PageDown)
    QTest.keyClick(stage, Qt.Key.Key_B, Qt.KeyboardModifier.AltModifier)

    assert called == [Command.SWAP_SCREENS, Command.NEXT_STEP, Command.BREAK]
    assert note.toPlainText() == ""


def test_escape_gives_the_keys_to_the_room(stage: QWidget, note: TextArea) -> None:
    called = heard(RoomKeys(stage).pressed)
    late = LateKeys(stage)
    late.begin(note)
    QTest.keyClick(stage, Qt.Key.Key_Escape)
    QTest.keyClick(stage, Qt.Key.Key_B)

    assert late.note is None
    assert called == [Command.BREAK]


def test_so_does_a_rest(
    stage: QWidget, note: TextArea, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.ui.room.late_keys.PAUSE", 300)
    called = heard(RoomKeys(stage).pressed)
    late = LateKeys(stage)
    late.begin(note)
    QTest.keyClicks(stage, "b")
    qtbot.waitUntil(lambda: late.note is None)
    QTest.keyClicks(stage, "b")

    assert note.toPlainText() == "b"
    assert called == [Command.BREAK]
