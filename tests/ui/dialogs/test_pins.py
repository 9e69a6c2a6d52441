"""The dialogs that ask for the PIN, and for a new one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.services.pin import PinState
from desktop.ui.dialogs.ask_pin import AskPinDialog
from desktop.ui.dialogs.new_pin import NewPinDialog
from desktop.ui.theme.look import Look
from tests.ui.finding import described, field, focused, heard, press, told, words
from tests.ui.showing import show_dialog
from tests.ui.sweeps import everything_told

WHY = "Turnstone asks this before it shows anything else."
NEITHER = "That is neither the PIN nor the passphrase. Nothing is lost. Try again."
NOT_IT = "That is not the passphrase. Nothing is lost. Try again."
HELD = "Several PINs were wrong, so please type the passphrase. The PIN is taken again then."
EITHER, PASSPHRASE = "PIN or passphrase", "Passphrase"


def ask(look: Look, window: QWidget, qtbot: QtBot, state: PinState) -> AskPinDialog:
    return show_dialog(qtbot, AskPinDialog(look, state, parent=window))


def enter(widget: QWidget) -> None:
    QTest.keyClick(widget, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("state", "name"),
    [(PinState.NONE, PASSPHRASE), (PinState.TAKEN, EITHER), (PinState.HELD, PASSPHRASE)],
)
def test_it_asks_for_what_is_taken_and_says_why(
    look: Look, window: QWidget, qtbot: QtBot, state: PinState, name: str
) -> None:
    dialog = ask(look, window, qtbot, state)
    given = heard(dialog.secret_given)
    assert told(focused()) == name
    assert WHY in words(dialog)
    assert (HELD in words(dialog)) is (state is PinState.HELD)
    QTest.keyClicks(focused(), " 4711 ")
    enter(focused())
    assert given == [" 4711 "]
    assert dialog.isVisible()


def test_what_is_typed_is_not_shown(look: Look, window: QWidget, qtbot: QtBot) -> None:
    dialog = ask(look, window, qtbot, PinState.TAKEN)
    QTest.keyClicks(focused(), "4711")
    assert field(dialog, EITHER).displayText() != "4711"


def test_what_is_wrong_is_said_calmly_and_can_be_typed_over(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    dialog = ask(look, window, qtbot, PinState.TAKEN)
    QTest.keyClicks(focused(), "1234")
    dialog.show_busy(True)
    dialog.show_wrong(PinState.TAKEN)
    assert described(field(dialog, EITHER)) == NEITHER
    dialog.show_wrong(PinState.HELD)
    assert described(field(dialog, PASSPHRASE)) == f"{HELD} {HELD}"
    dialog.show_wrong(PinState.HELD)
    assert NOT_IT in words(dialog)
    QTest.keyClicks(focused(), "two stones")
    assert field(dialog, PASSPHRASE).text() == "two stones"
    assert NOT_IT not in words(dialog)


def test_nothing_typed_is_nothing_asked(look: Look, window: QWidget, qtbot: QtBot) -> None:
    dialog = ask(look, window, qtbot, PinState.NONE)
    given = heard(dialog.secret_given)
    press(dialog, "Continue")
    assert given == []
    assert "Nothing is typed yet." in words(dialog)


def test_while_it_is_checked_nothing_is_sent_twice(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    dialog = ask(look, window, qtbot, PinState.TAKEN)
    given = heard(dialog.secret_given)
    edit = field(dialog, EITHER)
    edit.setText("4711")
    dialog.show_busy(True)
    edit.returnPressed.emit()
    assert given == []


def test_escape_leads_back_and_nothing_typed_is_left(
    look: Look, window: QWidget, qtbot: QtBot
) -> None:
    dialog = ask(look, window, qtbot, PinState.TAKEN)
    QTest.keyClicks(focused(), "73190264")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert not any("73190264" in text for text in everything_told(dialog))


# A new one


@pytest.fixture
def new(look: Look, window: QWidget, qtbot: QtBot) -> NewPinDialog:
    return show_dialog(qtbot, NewPinDialog(look, change=False, parent=window))


def type_both(dialog: NewPinDialog, first: str, second: str) -> None:
    for name, text in (("New PIN", first), ("Repeat PIN", second)):
        edit: QLineEdit = field(dialog, name)
        edit.setText("")
        QTest.keyClicks(edit, text)


def test_a_new_pin_is_typed_twice(new: NewPinDialog) -> None:
    chosen = heard(new.pin_chosen)
    type_both(new, "4711", "4712")
    enter(field(new, "Repeat PIN"))
    assert chosen == []
    assert "The two are not the same. The eye shows what is typed." in words(new)
    type_both(new, "4711", "4711")
    enter(field(new, "New PIN"))
    assert told(focused()) == "Repeat PIN"
    enter(focused())
    assert chosen == ["4711"]


def test_a_refused_pin_is_said_at_its_field(new: NewPinDialog) -> None:
    type_both(new, "12", "12")
    new.show_refused("A PIN is made of 4 to 8 digits.")
    assert "A PIN is made of 4 to 8 digits." in described(field(new, "New PIN"))
    assert told(focused()) == "New PIN"
