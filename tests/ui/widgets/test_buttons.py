import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.widgets.buttons import (
    Button,
    NavButton,
    PrimaryButton,
    QuietButton,
    SecondaryButton,
)
from tests.ui.finding import described, told
from tests.ui.painted import painted_words
from tests.ui.pseudo import pseudo, pseudo_language

KINDS = [PrimaryButton, SecondaryButton, QuietButton, NavButton]


@pytest.mark.parametrize("kind", KINDS)
def test_a_button_is_a_button_named_by_its_words(
    look: Look, qtbot: QtBot, kind: type[Button]
) -> None:
    button = kind(look, "&New session", "plus")
    qtbot.addWidget(button)
    assert told(button) == "New session"
    assert QAccessible.queryAccessibleInterface(button).role() == QAccessible.Role.Button


@pytest.mark.parametrize("kind", KINDS)
def test_space_and_mouse_press_it(look: Look, qtbot: QtBot, kind: type[Button]) -> None:
    button = kind(look, "Begin")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_waiting_button_says_why_and_can_t_be_pressed(look: Look, qtbot: QtBot) -> None:
    button = SecondaryButton(look, "Pass the floor")
    qtbot.addWidget(button)
    button.show()
    height = button.sizeHint().height()
    button.set_waiting("waits for Ana")
    assert not button.isEnabled()
    assert described(button) == "waits for Ana"
    assert button.sizeHint().height() >= height
    with qtbot.assertNotEmitted(button.clicked):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.set_waiting("")
    assert button.isEnabled()
    assert described(button) == ""


def test_the_reason_to_wait_widens_the_button(look: Look, qtbot: QtBot) -> None:
    button = SecondaryButton(look, "Go")
    qtbot.addWidget(button)
    width = button.sizeHint().width()
    button.set_waiting("waits until both of them have answered")
    assert button.minimumSizeHint().width() > width + 100


@pytest.mark.parametrize("kind", KINDS)
def test_it_grows_with_the_text(look: Look, qtbot: QtBot, kind: type[Button]) -> None:
    button = kind(look, "Something longer", "plus")
    qtbot.addWidget(button)
    size = button.sizeHint()
    look.choose(LookChoice(theme="light", text_scale=2.0))
    assert button.sizeHint().width() > 1.5 * size.width() - 60
    assert button.sizeHint().height() > size.height()


@pytest.mark.parametrize("kind", KINDS)
def test_its_target_is_large_enough(look: Look, qtbot: QtBot, kind: type[Button]) -> None:
    button = kind(look, "x")
    qtbot.addWidget(button)
    assert min(button.sizeHint().toTuple()) >= 36


def test_the_place_where_one_is_is_told_and_seen(look: Look, qtbot: QtBot) -> None:
    button = NavButton(look, "Home", "house")
    qtbot.addWidget(button)
    button.show()
    before = button.grab().toImage()
    button.set_current(True)
    assert described(button) == "shown now"
    assert button.grab().toImage() != before


def test_a_theme_repaints_it(look: Look, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    button = PrimaryButton(look, "Begin", parent=holder)
    holder.resize(200, 60)
    button.resize(button.sizeHint())
    holder.show()
    left = button.width() // 2, 4
    assert button.grab().toImage().pixelColor(*left) == look.color("accent")
    look.choose(LookChoice(theme="dark"))
    assert button.grab().toImage().pixelColor(*left) == look.color("accent")


def test_a_place_shows_its_keys_as_the_keyboard_names_them(
    look: Look, qtbot: QtBot, qapp: QApplication
) -> None:
    with pseudo_language(qapp):
        button = NavButton(look, "Lock", "lock", keys="Ctrl+L")
        qtbot.addWidget(button)
        button.resize(400, 50)
        button.show()
        shown = "".join(word.text for word in painted_words(button))

    assert shown == f"Lock{pseudo('Ctrl')}{pseudo('+')}L"
