"""Rooms that are shown in a window."""

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.console.console import Console
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.theme.look import Look
from tests.ui.showing import show
from tests.ui.turns import ROOM, RunClock


@pytest.fixture
def console(qtbot: QtBot, look: Look, now: RunClock) -> Console:
    """A console of 1440 by 900 in a running turn; the room check is not answered yet."""
    console = Console(look, now, lambda: "14:05")
    console.show_view(ROOM)
    return show(qtbot, console, 1440, 900)


@pytest.fixture
def home(qtbot: QtBot, look: Look, now: RunClock) -> HomeRoom:
    """A room of 1280 by 800 in a running turn."""
    home = HomeRoom(look, now)
    home.show_view(ROOM)
    return show(qtbot, home, 1280, 800)
