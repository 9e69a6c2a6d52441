"""What the room's screens show while nobody is there, and while the vault locks."""

from desktop.ui.console.console import Console
from desktop.ui.room.screens import PracticeScreens
from tests.ui.finding import press
from tests.ui.painted import painted_words
from tests.ui.room.rooms import Room, Rooms


def painted(room: Room) -> str:
    return " ".join(word.text for word in painted_words(room.window))


def test_the_couple_keeps_an_empty_stage_while_it_locks(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        screens = PracticeScreens(room.kit, room.live, room.window)
        room.window.cover(screens.widget)
        screens.refresh()
        press(screens.widget, "This screen")
        assert "Ana" in painted(room)
        screens.blank()
        assert painted(room) == ""
        screens.refresh()
        assert painted(room) == ""

    practice.begin(act)


def test_idleness_covers_the_guides_console(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        screens = PracticeScreens(room.kit, room.live, room.window)
        room.window.cover(screens.widget)
        screens.refresh()
        press(screens.widget, "Nothing")
        screens.curtain()
        console = screens.widget.findChild(Console)
        assert isinstance(console, Console)
        assert console.curtained

    practice.begin(act)
