"""What both picked on the stage, and where a word leads: to a card, or to what is under it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop.content.library import Library
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.ui.stage.window import StageWindow
from tests.several_exercises import make_library
from tests.ui.finding import words
from tests.ui.hearing import given_away
from tests.ui.room.answering import A, B
from tests.ui.room.guesses import MARKER, go_to_wheel, guess
from tests.ui.room.rooms import Room, Rooms
from tests.ui.room.test_wheel_and_cards import open_wheel, picked

DECK = "about-sadness"


# What the couple's stage shows


def stage() -> list[str]:
    """What the couple's own window shows."""
    (window,) = [
        window
        for window in QApplication.topLevelWidgets()
        if isinstance(window, StageWindow) and window.isVisible()
    ]
    return words(window)


def test_the_stage_shows_the_words_while_the_wheel_is_open(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("A window to share")
        room.window.activateWindow()
        await room.until(room.window.isActiveWindow)
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_W)
        await guess(room, MARKER)
        await room.hands.press("stung")
        await room.hands.press("Ben chooses")
        await room.hands.press("fond")
        assert {"Ana", "stung, clear", "Ben", "fond, clear"} <= set(stage())
        assert given_away((MARKER,)) == set()
        assert MARKER not in repr(room.live.stage)
        await room.hands.press("Undo")
        assert "fond, clear" not in stage()
        await room.hands.press("These fit")
        assert "stung, clear" not in stage()

    practice.begin(act)


# A word and its card


def with_deck(folder: Path, *tags: str) -> Library:
    """The library with a deck whose cards go with these words."""
    library = make_library(folder)
    for other in set(library.decks.ids()) - {"emotional-closeness"}:
        (folder / "decks" / f"{other}.toml").unlink()
    cards = "".join(
        f'[[cards]]\nid = "c{n}"\ntext = "Card {n}?"\nfollow-up = ""\ndepth = 1\n'
        f"tags = {list(tags)}\n\n".replace("'", '"')
        for n in range(20)
    )
    text = f'format = 1\nid = "{DECK}"\ntitle = "About it"\naim = "To see."\nlanguage = "en"\n\n'
    (folder / "decks" / f"{DECK}.toml").write_text(text + cards, encoding="utf-8")
    return library


@pytest.fixture
def with_cards(practice: Rooms, tmp_path: Path) -> Callable[..., Rooms]:
    """Rooms with cards that go with some words."""

    def make(*tags: str, setting: Setting = Setting.PRACTICE) -> Rooms:
        library = with_deck(tmp_path / "with-deck", *tags)
        return replace(practice, library=library, setting=setting)

    return make


NOTICE, DRAW = "What is it asking me to notice?", "Draw a card about it"


@pytest.mark.parametrize("tag", ["sad", "stung"])
def test_a_word_leads_to_a_card(with_cards: Callable[..., Rooms], tag: str) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("stung")
        await room.hands.press(NOTICE)
        await room.hands.press(DRAW)
        card = room.live.state.core.card
        assert card is not None
        assert card.card.deck_id == DECK
        assert card.partner is Partner.A
        assert room.live.stage.card == card.card
        assert "Pause" in room.buttons()

    with_cards(tag).begin(act)


def test_at_home_the_card_comes_up(with_cards: Callable[..., Rooms]) -> None:
    async def act(room: Room) -> None:
        await go_to_wheel(room)
        await room.hands.press("stung")
        await room.hands.press(NOTICE)
        await room.hands.press(DRAW)
        assert "Keep this one" in room.buttons()
        await room.hands.press("Done")
        assert room.live.state.core.card is None

    with_cards("sad", setting=Setting.HOME).begin(act)


def test_without_a_card_none_is_offered(with_cards: Callable[..., Rooms]) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("stung")
        await room.hands.press(NOTICE)
        assert DRAW not in room.buttons()

    with_cards("glad").begin(act)


def test_a_deck_that_needs_a_plan_is_left_out_at_home(
    with_cards: Callable[..., Rooms], tmp_path: Path
) -> None:
    async def act(room: Room) -> None:
        await go_to_wheel(room)
        await room.hands.press("stung")
        await room.hands.press(NOTICE)
        assert DRAW not in room.buttons()

    rooms = with_cards("sad", setting=Setting.HOME)
    file = tmp_path / "with-deck" / "decks" / f"{DECK}.toml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("aim =", 'where = "home-with-plan"\naim ='), encoding="utf-8")
    rooms.begin(act)


def test_a_deck_that_cannot_be_read_offers_nothing(
    with_cards: Callable[..., Rooms], tmp_path: Path
) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("stung")
        await room.hands.press(NOTICE)
        assert DRAW not in room.buttons()

    rooms = with_cards("sad")
    (tmp_path / "with-deck" / "decks" / f"{DECK}.toml").write_text("damaged", encoding="utf-8")
    rooms.begin(act)


def test_a_feeling_found_under_a_word_stands_beside_it(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("left out")
        await room.hands.press("What is under it?")
        await room.hands.press("Add “Lonely”")
        assert picked(room) == [(A, "left out", 3), (A, "Lonely", 3)]
        await room.hands.press("Undo")
        assert picked(room) == [(A, "left out", 3)]
        await room.hands.press("Ben chooses")
        await room.hands.press("fond")
        assert picked(room)[1:] == [(B, "fond", 3)]

    practice.begin(act)
