import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import SMALLEST
from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import button, field, focusable, heard, press, told
from tests.ui.showing import show
from tests.ui.sweeps import assert_not_clipped


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> UnlockScreen:
    return show(qtbot, UnlockScreen(look), 1024, 700)


def test_one_can_type_at_once(screen: UnlockScreen) -> None:
    assert field(screen, "Passphrase").hasFocus()


def test_enter_asks_to_unlock_with_what_was_typed(screen: UnlockScreen) -> None:
    asked = heard(screen.unlock_requested)
    QTest.keyClicks(field(screen, "Passphrase"), " correct horse ")
    QTest.keyClick(field(screen, "Passphrase"), Qt.Key.Key_Return)
    assert asked == [(" correct horse ", False)]


def test_the_button_asks_too(screen: UnlockScreen) -> None:
    asked = heard(screen.unlock_requested)
    field(screen, "Passphrase").setText("correct horse")
    press(screen, "Unlock")
    assert asked == [("correct horse", False)]


def test_nothing_is_asked_with_nothing_typed(screen: UnlockScreen) -> None:
    asked = heard(screen.unlock_requested)
    press(screen, "Unlock")
    assert asked == []
    assert (
        told(field(screen, "Passphrase"), QAccessible.Text.Description) == "Nothing is typed yet."
    )


def test_the_recovery_key_is_another_way_in_and_back(screen: UnlockScreen) -> None:
    asked = heard(screen.unlock_requested)
    press(screen, "Use recovery key")
    key = field(screen, "Recovery key")
    assert key.hasFocus()
    QTest.keyClicks(key, "AAAA-BBBB")
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert asked == [("AAAA-BBBB", True)]
    press(screen, "Use passphrase")
    assert field(screen, "Passphrase").hasFocus()


def test_while_the_key_is_worked_out_nothing_can_be_pressed(screen: UnlockScreen) -> None:
    screen.show_busy(True)
    assert focusable(screen) == []
    screen.show_busy(False)
    assert button(screen, "Unlock").isEnabled()


def test_a_wrong_passphrase_is_said_at_the_field_and_can_be_typed_over(
    screen: UnlockScreen,
) -> None:
    field(screen, "Passphrase").setText("wrong")
    screen.show_busy(True)
    screen.show_error("That passphrase does not open this file.")
    assert field(screen, "Passphrase").hasFocus()
    assert field(screen, "Passphrase").selectedText()
    assert told(field(screen, "Passphrase"), QAccessible.Text.Description).startswith(
        "That passphrase"
    )
    QTest.keyClicks(field(screen, "Passphrase"), "right")
    assert field(screen, "Passphrase").text() == "right"
    assert told(field(screen, "Passphrase"), QAccessible.Text.Description) == ""


def test_clearing_forgets_what_was_typed(screen: UnlockScreen) -> None:
    field(screen, "Passphrase").setText("secret")
    press(screen, "Use recovery key")
    field(screen, "Recovery key").setText("AAAA")
    screen.clear()
    assert field(screen, "Passphrase").text() == ""
    press(screen, "Use recovery key")
    assert field(screen, "Recovery key").text() == ""


def test_it_stands_before_anything_heavy_is_loaded() -> None:
    program = (
        "import sys; import desktop.ui.screens.unlock, desktop.ui.theme.stylesheet;"
        "print(*sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'msgspec', 'sqlalchemy', 'typst', 'cryptography', 'argon2', 'alembic', 'qasync'}))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_all_of_it_is_in_sight_in_the_smallest_window(screen: UnlockScreen, qtbot: QtBot) -> None:
    screen.resize(SMALLEST)
    (page,) = screen.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() == 0)
    assert_not_clipped(screen)
