import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import SMALLEST
from desktop.ui.screens.shell import Place, Shell
from desktop.ui.theme.look import Look
from tests.ui.finding import button, described, focusable, heard, press, told
from tests.ui.showing import show


@pytest.fixture
def shell(look: Look, qtbot: QtBot) -> Shell:
    shell = Shell(look)
    for place in Place:
        shell.add_page(place, QWidget())
    shell.show_place(Place.HOME)
    return show(qtbot, shell, 1024, 700)


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
    chosen = heard(shell.place_chosen)
    press(shell, place.value.capitalize())
    assert chosen == [place]
    assert described(button(shell, "Home")) == "shown now"


def test_one_page_is_shown_at_a_time(look: Look, shell: Shell) -> None:
    page = QWidget()
    shell.show_page(page, Place.COUPLES)
    assert page.isVisibleTo(shell)
    assert described(button(shell, "Couples")) == "shown now"
    assert described(button(shell, "Home")) == ""
    shell.show_place(Place.HOME)
    assert not page.isVisibleTo(shell)


def test_alt_and_a_letter_go_to_a_place(shell: Shell, qtbot: QtBot) -> None:
    chosen = heard(shell.place_chosen)
    with qtbot.waitSignal(shell.place_chosen):
        QTest.keyClick(shell, Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    assert chosen == [Place.RECORDS]


def test_buttons_lock_and_hide(shell: Shell, qtbot: QtBot) -> None:
    with qtbot.waitSignal(shell.lock_requested):
        press(shell, "Lock")
    with qtbot.waitSignal(shell.hide_requested):
        press(shell, "Hide now")


def test_the_ways_to_leave_are_in_sight_in_the_smallest_window(shell: Shell, qtbot: QtBot) -> None:
    shell.resize(SMALLEST)
    (navigation,) = shell.findChildren(QScrollArea)
    qtbot.waitUntil(lambda: navigation.verticalScrollBar().maximum() == 0)
    for name in ("Lock", "Hide now"):
        way = button(shell, name)
        assert way.visibleRegion().boundingRect() == way.rect()
