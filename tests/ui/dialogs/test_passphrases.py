"""The dialogs that change a passphrase and let a person in."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.add_person import AddPersonDialog
from desktop.ui.dialogs.change_passphrase import ChangePassphraseDialog
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import button, described, field, focusable, focused, heard, press, told, words
from tests.ui.showing import show_dialog

CURRENT, NEW, REPEAT = "Current passphrase", "New passphrase", "Repeat passphrase"


@pytest.fixture
def change(look: Look, window: QWidget, qtbot: QtBot) -> ChangePassphraseDialog:
    return show_dialog(qtbot, ChangePassphraseDialog(look, parent=window))


@pytest.fixture
def add(look: Look, window: QWidget, qtbot: QtBot) -> AddPersonDialog:
    return show_dialog(qtbot, AddPersonDialog(look, window))


def type_into(dialog: QWidget, **typed: str) -> None:
    names = {"current": CURRENT, "new": NEW, "repeat": REPEAT, "name": "Name"}
    for key, text in typed.items():
        QTest.keyClicks(field(dialog, names[key]), text)


def enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)


def passed_by_tab(dialog: QWidget) -> list[str]:
    """The names of all that Tab comes to, from what has the focus on, once round."""
    seen = [told(focused())]
    while True:
        QTest.keyClick(focused(), Qt.Key.Key_Tab)
        if told(focused()) == seen[0]:
            return seen
        seen.append(told(focused()))
        assert len(seen) <= len(focusable(dialog))


def test_the_old_and_the_new_one_are_sent(change: ChangePassphraseDialog) -> None:
    asked = heard(change.change_requested)
    type_into(change, current=" old one ", new="four odd words", repeat="four odd words")
    press(change, "Change passphrase")
    assert asked == [(" old one ", "four odd words")]
    assert change.isVisible()


def test_all_of_it_goes_by_enter_and_sends_once(change: ChangePassphraseDialog) -> None:
    asked = heard(change.change_requested)
    assert focused() is field(change, CURRENT)
    for name in (CURRENT, NEW, REPEAT):
        QTest.keyClicks(focused(), "words")
        assert focused() is field(change, name)
        enter(focused())
    assert asked == [("words", "words")]


@pytest.mark.parametrize("make", ["change", "add"])
def test_tab_goes_down_the_page(make: str, request: pytest.FixtureRequest) -> None:
    dialog: QWidget = request.getfixturevalue(make)
    asked_first = {
        "change": [CURRENT, "Show current passphrase"],
        "add": ["Name"],
    }
    new = [NEW, "Show new passphrase", REPEAT, "Show repeated passphrase", "Cancel"]
    last = {"change": "Change passphrase", "add": "Add"}
    assert passed_by_tab(dialog) == [*asked_first[make], *new, last[make]]


def test_nothing_is_sent_without_the_old_one(change: ChangePassphraseDialog) -> None:
    asked = heard(change.change_requested)
    type_into(change, new="words", repeat="words")
    press(change, "Change passphrase")
    assert asked == []
    assert described(field(change, CURRENT)) == "Nothing is typed yet."
    assert focused() is field(change, CURRENT)


def test_two_different_ones_are_not_sent(change: ChangePassphraseDialog) -> None:
    asked = heard(change.change_requested)
    type_into(change, current="old", new="one", repeat="other")
    press(change, "Change passphrase")
    assert asked == []
    assert described(field(change, REPEAT)).startswith("The two are not the same.")
    assert focused() is field(change, REPEAT)


def test_strength_is_judged_and_said(change: ChangePassphraseDialog) -> None:
    typed = heard(change.passphrase_edited)
    type_into(change, current="x", new="ab", repeat="z")
    assert typed == ["a", "ab"]
    change.set_strength("Easy to guess.")
    assert described(field(change, NEW)) == "Easy to guess."


def test_a_wrong_one_is_said_at_its_field_and_can_be_typed_over(
    change: ChangePassphraseDialog,
) -> None:
    type_into(change, current="wrong", new="words", repeat="words")
    change.show_busy(True)
    change.show_error("That passphrase does not open this file.", "current")
    assert described(field(change, CURRENT)) == "That passphrase does not open this file."
    assert focused() is field(change, CURRENT)
    QTest.keyClicks(focused(), "right")
    assert field(change, CURRENT).text() == "right"
    assert described(field(change, CURRENT)) == ""
    assert field(change, NEW).text() == "words"


def test_a_new_one_that_is_refused_is_said_at_its_field(change: ChangePassphraseDialog) -> None:
    type_into(change, current="old", new="words", repeat="words")
    change.show_error("Somebody else has that passphrase.", "new")
    assert described(field(change, NEW)).startswith("Somebody else has that passphrase.")
    assert focused() is field(change, NEW)


def test_another_error_stands_above_until_something_is_typed(
    change: ChangePassphraseDialog,
) -> None:
    change.show_error("The disk is full.")
    assert "The disk is full." in words(change)
    type_into(change, new="w")
    assert "The disk is full." not in words(change)


def test_while_it_is_worked_out_nothing_can_be_pressed_and_escape_waits(
    change: ChangePassphraseDialog,
) -> None:
    change.show_busy(True)
    assert focusable(change) == []
    assert described(button(change, "Change passphrase")) == "one moment"
    QTest.keyClick(change, Qt.Key.Key_Escape)
    change.close()
    assert change.isVisible()
    change.show_busy(False)
    assert focused() is field(change, CURRENT)


def test_done_closes_it_and_forgets_all(change: ChangePassphraseDialog) -> None:
    type_into(change, current="old", new="words", repeat="words")
    press(change, "Show new passphrase")
    change.show_busy(True)
    change.show_done()
    assert not change.isVisible()
    assert change.result() == QDialog.DialogCode.Accepted
    edits = change.findChildren(QLineEdit)
    assert [edit.text() for edit in edits] == ["", "", ""]
    assert {edit.echoMode() for edit in edits} == {QLineEdit.EchoMode.Password}
    assert not any(edit.isUndoAvailable() for edit in edits)


@pytest.mark.parametrize("leave", ["Escape", "Cancel", "close"])
def test_it_can_be_left_and_forgets_all(change: ChangePassphraseDialog, leave: str) -> None:
    type_into(change, current="old", new="words")
    ways: dict[str, Callable[[], object]] = {
        "Escape": lambda: QTest.keyClick(focused(), Qt.Key.Key_Escape),
        "Cancel": lambda: press(change, "Cancel"),
        "close": change.close,
    }
    ways[leave]()
    assert not change.isVisible()
    assert change.result() == QDialog.DialogCode.Rejected
    assert {edit.text() for edit in change.findChildren(QLineEdit)} == {""}


def test_enter_on_cancel_leaves(change: ChangePassphraseDialog) -> None:
    asked = heard(change.change_requested)
    type_into(change, current="old", new="words", repeat="words")
    cancel = button(change, "Cancel")
    cancel.setFocus()
    enter(cancel)
    assert not change.isVisible()
    assert asked == []


def test_after_the_recovery_key_the_old_one_is_not_asked_for(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    dialog = ChangePassphraseDialog(look, by_recovery=True, who="Ana", parent=window)
    show_dialog(qtbot, dialog)
    asked = heard(dialog.change_requested)
    assert focused() is field(dialog, NEW)
    assert any("Ana" in text for text in words(dialog))
    assert "Ana" not in dialog.windowTitle()
    type_into(dialog, new="words", repeat="words")
    enter(field(dialog, REPEAT))
    assert asked == [("", "words")]
    dialog.reject()


def test_a_person_gets_a_name_and_a_passphrase(add: AddPersonDialog) -> None:
    asked = heard(add.person_named)
    assert focused() is field(add, "Name")
    type_into(add, name=" Ana ", new=" words ", repeat=" words ")
    press(add, "Add")
    assert asked == [("Ana", " words ")]


def test_it_says_what_that_person_may_and_that_the_name_is_encrypted(
    add: AddPersonDialog,
) -> None:
    assert any("can open everything" in text for text in words(add))
    assert "encrypted" in described(field(add, "Name"))


def test_nobody_is_added_without_a_name(add: AddPersonDialog) -> None:
    asked = heard(add.person_named)
    type_into(add, name="  ", new="words", repeat="words")
    press(add, "Add")
    assert asked == []
    assert described(field(add, "Name")).startswith("Write the name")
    assert focused() is field(add, "Name")


@pytest.mark.parametrize(("at", "name"), [("name", "Name"), ("passphrase", NEW)])
def test_why_nobody_was_added_is_said_in_place(add: AddPersonDialog, at: str, name: str) -> None:
    type_into(add, name="Ana", new="words", repeat="words")
    add.show_busy(True)
    add.show_error("That can’t be.", "name" if at == "name" else "passphrase")
    assert described(field(add, name)).startswith("That can’t be.")
    assert focused() is field(add, name)
    assert field(add, "Name").text() == "Ana"


def test_an_error_is_scrolled_to_where_there_is_little_room(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    look.choose(LookChoice(theme="light", text_scale=2.0))
    window.resize(720, 480)
    dialog = AddPersonDialog(look, window)
    show_dialog(qtbot, dialog)
    assert dialog.height() <= window.height()
    type_into(dialog, name="Ana", new="one", repeat="other")
    press(dialog, "Add")
    (area,) = dialog.findChildren(QScrollArea)
    (error,) = (
        each
        for each in dialog.findChildren(QWidget)
        if type(each).__name__ == "ErrorLine" and each.isVisibleTo(dialog)
    )
    qtbot.waitUntil(
        lambda: (
            error.visibleRegion().boundingRect() == error.rect()
            and area.verticalScrollBar().value() > 0
        )
    )


def test_it_grows_with_what_is_shown_in_it(change: ChangePassphraseDialog, qtbot: QtBot) -> None:
    (area,) = change.findChildren(QScrollArea)
    assert area.verticalScrollBar().maximum() == 0
    before = change.height()
    change.show_error("The disk is full. Nothing was changed. Free some space and try again.")
    qtbot.waitUntil(lambda: change.height() > before)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() == 0)
