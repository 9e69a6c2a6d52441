"""How Ben guesses what Ana feels, on a wheel that she does not see."""

from PySide6.QtCore import Qt

from desktop.domain.session import Setting
from desktop.ui.wheel.screen import WheelScreen
from tests.ui.room.answering import checked, on_screen, tab_to, type_in
from tests.ui.room.rooms import Room
from tests.ui.room.test_wheel_and_cards import open_wheel

MARKER = "zorblequist"
"""A word that is on no wheel."""

COVERED = "Ben’s guess is covered."


async def go_to_wheel(room: Room) -> None:
    """To the wheel in Ana's turn, wherever the session is held."""
    if room.live.session.setting is Setting.PRACTICE:
        await open_wheel(room)
    else:
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_W)
    assert isinstance(on_screen(room), WheelScreen)


async def take(room: Room, *words: str) -> None:
    """Ben takes the laptop, and picks these; what is on no wheel he writes."""
    await room.hands.press("Ben guesses first")
    await room.hands.press("I am Ben")
    for word in words:
        if word == MARKER:
            await tab_to(room, "Find a word")
            await type_in(room, word)
            await room.strike(Qt.Key.Key_Return)
        else:
            await room.hands.press(word)


async def guess(room: Room, *words: str) -> None:
    """Ben guesses, and gives the laptop back."""
    await take(room, *words)
    await room.hands.press("Done")


def chosen(room: Room) -> set[str]:
    return {box.accessibleName() for box in checked(room)}
