"""What the menu of the stage switches on and off in the middle of a session."""

from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.ui.console.console import Console
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.theme.look import Look
from tests.ui.finding import button

RING = "Show the ring of time"
SOUNDS = "Play two soft sounds"


def entry(console: Console, name: str) -> QAction:
    menu = button(console, "What the couple sees").findChild(QMenu)
    assert isinstance(menu, QMenu)
    return next(action for action in menu.actions() if action.text() == name)


def test_the_ring_is_hidden_and_shown_again(console: Console, look: Look) -> None:
    assert entry(console, RING).isChecked()
    entry(console, RING).trigger()
    assert not look.shows_ring
    entry(console, RING).trigger()
    assert look.shows_ring


def test_sounds_are_off_until_chosen_and_muted_at_once(console: Console, look: Look) -> None:
    assert not entry(console, SOUNDS).isChecked()
    entry(console, SOUNDS).trigger()
    assert look.plays_sounds
    entry(console, SOUNDS).trigger()
    assert not look.plays_sounds


def test_the_rest_of_the_choice_stays(console: Console, look: Look) -> None:
    before = look.choice
    entry(console, RING).trigger()
    assert look.choice == replace(before, shows_ring=False)


def test_the_marks_stay_true_when_the_menu_is_written_anew(console: Console) -> None:
    entry(console, RING).trigger()
    console.show_sees(CoupleSees.NOTHING)
    assert not entry(console, RING).isChecked()
    assert not entry(console, SOUNDS).isChecked()
