import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.passphrase import PassphraseEdit
from tests.ui.finding import heard, told
from tests.ui.showing import show


@pytest.fixture
def field(look: Look, qtbot: QtBot) -> TextField:
    field = TextField(look, most=200)
    qtbot.addWidget(field)
    field.set_label("Topic")
    field.show()
    return field


def described(field: TextField) -> str:
    return told(field.edit, QAccessible.Text.Description)


def test_the_label_names_the_editor(field: TextField) -> None:
    assert told(field.edit) == "Topic"


def test_the_hint_describes_the_editor(field: TextField) -> None:
    field.set_hint("One sentence.")
    assert described(field) == "One sentence."


def test_an_error_is_shown_and_told_and_what_was_typed_stays(field: TextField) -> None:
    field.set_hint("One sentence.")
    field.edit.setText("x")
    field.set_error("Too short.")
    assert field.error == "Too short."
    assert described(field) == "Too short. One sentence."
    assert field.edit.text() == "x"
    field.set_error("")
    assert described(field) == "One sentence."


def test_an_error_gives_the_editor_another_edge(field: TextField, look: Look) -> None:
    def edge() -> int:
        return field.edit.grab().toImage().pixelColor(field.edit.width() // 2, 0).rgb()

    assert edge() == look.color("line-strong").rgb()
    field.set_error("Too short.")
    assert edge() == look.color("danger").rgb()


def test_typing_clears_the_error(field: TextField, qtbot: QtBot) -> None:
    field.set_error("Too short.")
    edits = heard(field.edited)
    QTest.keyClicks(field.edit, "ab")
    assert edits == ["a", "ab"]
    assert field.error == ""


def test_what_an_assistive_tool_writes_counts_as_typed(field: TextField) -> None:
    field.set_error("Too short.")
    edits = heard(field.edited)
    QAccessible.queryAccessibleInterface(field.edit).setText(QAccessible.Text.Value, "ab")
    assert edits == ["ab"]
    assert field.error == ""


def test_the_text_has_no_spaces_around_it(field: TextField) -> None:
    field.edit.setText("  the move ")
    assert field.text() == "the move"


def test_enter_submits(field: TextField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(field.edit, Qt.Key.Key_Return)


def test_the_eye_shows_what_was_typed(look: Look, qtbot: QtBot) -> None:
    edit = PassphraseEdit(look)
    qtbot.addWidget(edit)
    edit.name_eye("Show passphrase")
    edit.setText("secret")
    edit.show()
    assert edit.echoMode() == QLineEdit.EchoMode.Password
    assert told(edit.eye) == "Show passphrase"
    QTest.mouseClick(edit.eye, Qt.MouseButton.LeftButton)
    assert edit.echoMode() == QLineEdit.EchoMode.Normal
    QTest.mouseClick(edit.eye, Qt.MouseButton.LeftButton)
    assert edit.echoMode() == QLineEdit.EchoMode.Password


def test_the_eye_can_be_reached_by_tab(look: Look, qtbot: QtBot) -> None:
    edit = show(qtbot, PassphraseEdit(look), 300, 60)
    edit.setFocus()
    QTest.keyClick(edit, Qt.Key.Key_Tab)
    assert edit.eye.hasFocus()


def test_the_eye_leaves_room_for_the_text(look: Look, qtbot: QtBot) -> None:
    edit = PassphraseEdit(look)
    qtbot.addWidget(edit)
    edit.resize(300, 46)
    edit.show()
    assert edit.eye.geometry().right() < edit.width()
    assert edit.textMargins().right() >= edit.eye.width()
