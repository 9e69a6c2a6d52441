import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import focusable, told


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> UnlockScreen:
    screen = UnlockScreen(look)
    qtbot.addWidget(screen)
    screen.resize(1024, 700)
    screen.show()
    with qtbot.waitActive(screen):
        screen.activateWindow()
    return screen


def find(screen: UnlockScreen, name: str) -> QLineEdit | QPushButton:
    (found,) = (w for w in focusable(screen) if told(w) == name)
    assert isinstance(found, QLineEdit | QPushButton)
    return found


def field(screen: UnlockScreen, name: str = "Passphrase") -> QLineEdit:
    found = find(screen, name)
    assert isinstance(found, QLineEdit)
    return found


def requests(screen: UnlockScreen) -> list[tuple[str, bool]]:
    told_of: list[tuple[str, bool]] = []

    def note(secret: str, recovery: bool) -> None:
        told_of.append((secret, recovery))

    screen.unlock_requested.connect(note)
    return told_of


def test_one_can_type_at_once(screen: UnlockScreen) -> None:
    assert field(screen).hasFocus()


def test_enter_asks_to_unlock_with_what_was_typed(screen: UnlockScreen) -> None:
    asked = requests(screen)
    QTest.keyClicks(field(screen), " correct horse ")
    QTest.keyClick(field(screen), Qt.Key.Key_Return)
    assert asked == [(" correct horse ", False)]


def test_the_button_asks_too(screen: UnlockScreen) -> None:
    asked = requests(screen)
    field(screen).setText("correct horse")
    QTest.mouseClick(find(screen, "Unlock"), Qt.MouseButton.LeftButton)
    assert asked == [("correct horse", False)]


def test_nothing_is_asked_with_nothing_typed(screen: UnlockScreen) -> None:
    asked = requests(screen)
    QTest.mouseClick(find(screen, "Unlock"), Qt.MouseButton.LeftButton)
    assert asked == []
    assert told(field(screen), QAccessible.Text.Description) == "Nothing is typed yet."


def test_the_recovery_key_is_another_way_in_and_back(screen: UnlockScreen) -> None:
    asked = requests(screen)
    QTest.mouseClick(find(screen, "Use recovery key"), Qt.MouseButton.LeftButton)
    key = field(screen, "Recovery key")
    assert key.hasFocus()
    QTest.keyClicks(key, "AAAA-BBBB")
    QTest.keyClick(key, Qt.Key.Key_Return)
    assert asked == [("AAAA-BBBB", True)]
    QTest.mouseClick(find(screen, "Use passphrase"), Qt.MouseButton.LeftButton)
    assert field(screen).hasFocus()


def test_while_the_key_is_worked_out_nothing_can_be_pressed(screen: UnlockScreen) -> None:
    screen.show_busy(True)
    assert focusable(screen) == []
    screen.show_busy(False)
    assert find(screen, "Unlock").isEnabled()


def test_a_wrong_passphrase_is_said_at_the_field_and_can_be_typed_over(
    screen: UnlockScreen,
) -> None:
    field(screen).setText("wrong")
    screen.show_busy(True)
    screen.show_error("That passphrase does not open this file.")
    assert field(screen).hasFocus()
    assert field(screen).selectedText()
    assert told(field(screen), QAccessible.Text.Description).startswith("That passphrase")
    QTest.keyClicks(field(screen), "right")
    assert field(screen).text() == "right"
    assert told(field(screen), QAccessible.Text.Description) == ""


def test_clearing_forgets_what_was_typed(screen: UnlockScreen) -> None:
    field(screen).setText("secret")
    QTest.mouseClick(find(screen, "Use recovery key"), Qt.MouseButton.LeftButton)
    field(screen, "Recovery key").setText("AAAA")
    screen.clear()
    assert field(screen).text() == ""
    QTest.mouseClick(find(screen, "Use recovery key"), Qt.MouseButton.LeftButton)
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
