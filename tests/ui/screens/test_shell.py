import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.screens.shell import Place, Shell
from desktop.ui.theme.look import Look
from tests.ui.finding import focusable, told


@pytest.fixture
def shell(look: Look, qtbot: QtBot) -> Shell:
    shell = Shell(look)
    qtbot.addWidget(shell)
    for place in Place:
        shell.add_page(place, QWidget())
    shell.show_place(Place.HOME)
    shell.resize(1024, 700)
    shell.show()
    with qtbot.waitActive(shell):
        shell.activateWindow()
    return shell


def button(shell: Shell, name: str) -> QWidget:
    (found,) = (w for w in focusable(shell) if told(w) == name)
    return found


def test_the_places_are_those_of_the_contract(shell: Shell) -> None:
    names = [told(w) for w in focusable(shell)]
    assert names == [
        "Home",
        "Couples",
        "Exercises",
        "Cards",
        "Records",
        "Settings",
        "Lock",
        "Hide now",
    ]


@pytest.mark.parametrize("place", list(Place))
def test_a_press_says_where_to_go_and_goes_nowhere(shell: Shell, place: Place) -> None:
    chosen: list[Place] = []
    shell.place_chosen.connect(chosen.append)
    QTest.mouseClick(button(shell, place.value.capitalize()), Qt.MouseButton.LeftButton)
    assert chosen == [place]
    assert told(button(shell, "Home"), QAccessible.Text.Description) == "shown now"


def test_one_page_is_shown_at_a_time(look: Look, shell: Shell) -> None:
    page = QWidget()
    shell.show_page(page, Place.COUPLES)
    assert page.isVisibleTo(shell)
    assert told(button(shell, "Couples"), QAccessible.Text.Description) == "shown now"
    assert told(button(shell, "Home"), QAccessible.Text.Description) == ""
    shell.show_place(Place.HOME)
    assert not page.isVisibleTo(shell)


def test_alt_and_a_letter_go_to_a_place(shell: Shell, qtbot: QtBot) -> None:
    chosen: list[Place] = []
    shell.place_chosen.connect(chosen.append)
    with qtbot.waitSignal(shell.place_chosen):
        QTest.keyClick(shell, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert chosen == [Place.RECORDS]


def test_buttons_lock_and_hide(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.lock_requested):
        QTest.mouseClick(button(shell, "Lock"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(shell.hide_requested):
        QTest.mouseClick(button(shell, "Hide now"), Qt.MouseButton.LeftButton)
