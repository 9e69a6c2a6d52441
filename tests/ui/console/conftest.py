"""Rooms that are shown in a window."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.console.console import Console
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.theme.look import Look
from tests.ui.turns import ROOM, RunClock


@pytest.fixture
def console(qtbot: QtBot, look: Look, now: RunClock) -> Console:
    """A console of 1440 by 900 in a running turn; the room check is not answered yet."""
    console = Console(look, now, lambda: "14:05")
    qtbot.addWidget(console)
    console.resize(1440, 900)
    console.show_view(ROOM)
    with qtbot.waitActive(console):
        console.show()
        console.activateWindow()
    return console


@pytest.fixture
def home(qtbot: QtBot, look: Look, now: RunClock) -> HomeRoom:
    """A room of 1280 by 800 in a running turn."""
    home = HomeRoom(look, now)
    qtbot.addWidget(home)
    home.resize(1280, 800)
    home.show_view(ROOM)
    with qtbot.waitActive(home):
        home.show()
        home.activateWindow()
    return home
