"""Each widget that can have the focus has a name, and no other widget has the same."""

from collections import Counter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.ui.console.console import Console
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.console.room_check import CoupleSees
from tests.ui.turns import ROOM_AT_CHECK


def names(room: QWidget) -> list[tuple[str, str]]:
    """Name and description of all that can have the focus now."""
    return [
        (widget.accessibleName(), widget.accessibleDescription())
        for widget in [room, *room.findChildren(QWidget)]
        if widget.isVisible() and widget.focusPolicy() is not Qt.FocusPolicy.NoFocus
    ]


def assert_named(room: QWidget) -> None:
    found = names(room)
    assert len(found) > 5
    assert all(name for name, _ in found)
    assert max(Counter(found).values()) == 1, Counter(found).most_common(2)


def test_all_names_of_the_console_are_told_apart(console: Console) -> None:
    assert_named(console)
    console.show_sees(CoupleSees.SECOND_SCREEN)
    assert_named(console)
    console.show_view(ROOM_AT_CHECK)
    assert_named(console)
    console.curtain(CoverReason.IDLE)
    assert_named(console)


def test_all_names_of_the_home_room_are_told_apart(home: HomeRoom) -> None:
    assert_named(home)
    home.show_view(ROOM_AT_CHECK)
    assert_named(home)
