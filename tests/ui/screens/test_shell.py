import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import SMALLEST
from desktop.ui.screens.shell import Place, Shell
from desktop.ui.theme.look import Look
from tests.ui.finding import button, buttons, described, focusable, heard, press, told, words
from tests.ui.showing import show
from tests.ui.sweeps import assert_accessible, assert_not_clipped


@pytest.fixture
def shell(look: Look, qtbot: QtBot) -> Shell:
    shell = Shell(look)
    for place in Place:
        shell.add_page(place, QWidget())
    shell.show_place(Place.HOME)
    return show(qtbot, shell, 1024, 700)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a screen reader is told to say."""
    told_of: list[str] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told_of.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return told_of


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
    (navigation,) = (area for area in shell.findChildren(QScrollArea) if area.isVisible())
    qtbot.waitUntil(lambda: navigation.verticalScrollBar().maximum() == 0)
    for name in ("Lock", "Hide now"):
        way = button(shell, name)
        assert way.visibleRegion().boundingRect() == way.rect()


READ_ONLY = "This vault can only be read: the folder is read-only. Nothing you do here is kept."
SYNCED = "The vault lies in a folder that Dropbox synchronises."


def test_news_stands_above_every_page_and_is_spoken_once(shell: Shell, spoken: list[str]) -> None:
    shell.show_notice("read-only", READ_ONLY, "warning")
    shell.show_notice("read-only", READ_ONLY, "warning")
    assert spoken == [READ_ONLY]
    for place in Place:
        shell.show_place(place)
        assert READ_ONLY in words(shell)


def test_several_are_held_and_hidden_by_their_keys(shell: Shell) -> None:
    shell.show_notice("read-only", READ_ONLY, "warning")
    shell.show_notice("synced", SYNCED, "info")
    shell.hide_notice("read-only")
    shell.hide_notice("never shown")
    assert READ_ONLY not in words(shell)
    assert SYNCED in words(shell)


def test_what_it_says_can_change_under_its_key(shell: Shell, spoken: list[str]) -> None:
    shell.show_notice("disk", "12 MB are left.", "warning", "Look again")
    shell.show_notice("disk", "2 MB are left.", "error")
    assert "12 MB are left." not in words(shell)
    assert spoken == ["12 MB are left.", "2 MB are left."]
    assert "Look again" not in buttons(shell)


def test_its_action_is_told_by_its_key(shell: Shell) -> None:
    acted = heard(shell.notice_acted)
    shell.show_notice("read-only", READ_ONLY, "warning", "Try again")
    shell.show_notice("synced", SYNCED, "info", "Try again")
    press(shell, "Try again", SYNCED)
    assert acted == ["synced"]
    assert SYNCED in words(shell)


def test_it_can_be_put_away_and_come_again(shell: Shell) -> None:
    closed = heard(shell.notice_closed)
    shell.show_notice("read-only", READ_ONLY, "warning")
    shell.show_notice("synced", SYNCED, "info")
    press(shell, "Close", SYNCED)
    assert closed == ["synced"]
    assert SYNCED not in words(shell)
    assert READ_ONLY in words(shell)
    shell.show_notice("synced", SYNCED, "info")
    assert SYNCED in words(shell)


def test_the_keyboard_reaches_it_and_is_not_lost_with_it(shell: Shell) -> None:
    shell.show_notice("read-only", READ_ONLY, "warning", "Try again")
    reached = [told(widget) for widget in focusable(shell)]
    assert {"Try again", "Close"} < set(reached)
    close = button(shell, "Close")
    close.setFocus()
    QTest.keyClick(close, Qt.Key.Key_Space)
    assert "Close" not in buttons(shell)
    assert focusable(shell)[0].window().focusWidget() in focusable(shell)


def test_many_leave_room_for_the_page_in_the_smallest_window(shell: Shell, qtbot: QtBot) -> None:
    for number in range(5):
        shell.show_notice(str(number), f"{number}. {READ_ONLY}", "warning", "Try again")
    shell.resize(SMALLEST)
    page = shell.findChild(QStackedWidget)
    assert page is not None
    qtbot.waitUntil(lambda: page.height() >= SMALLEST.height() // 2)
    assert_not_clipped(shell)
    assert_accessible(shell)
