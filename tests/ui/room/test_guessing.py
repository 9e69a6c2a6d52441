"""The wheel in the turn: the listener guesses under a cover, the speaker picks, looks, corrects."""

import pytest
from PySide6.QtCore import Qt

from desktop.domain.flow.events import Sealed
from desktop.domain.flow.views import StageMode
from desktop.domain.session import Setting
from desktop.storage.vault.keys import Purpose
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import open_slots
from desktop.ui.handover.screen import HandOverScreen
from desktop.ui.wheel.screen import WheelScreen
from tests.storage.stored_pages import is_stored
from tests.ui.hearing import given_away
from tests.ui.room.answering import (
    A,
    focused,
    on_screen,
    press_by_key,
    reachable,
    tab_to,
    type_in,
)
from tests.ui.room.guesses import COVERED, MARKER, chosen, go_to_wheel, guess, take
from tests.ui.room.neighbours import answer
from tests.ui.room.rooms import Room, Rooms
from tests.ui.room.test_wheel_and_cards import open_wheel, picked
from tests.ui.running import PASSPHRASE
from tests.ui.sweeps import assert_accessible


def test_the_whole_way(rooms: Rooms) -> None:
    async def act(room: Room) -> None:
        await go_to_wheel(room)
        await guess(room, "stung", "Lonely")
        assert isinstance(on_screen(room), WheelScreen)
        assert room.shows("Ana, what is here right now?")
        assert room.shows(COVERED)
        assert picked(room) == []
        await room.hands.press("stung")
        await room.hands.press("Look at Ben's guess")
        for line in ("Ana picked: stung", "Ben guessed: stung, Lonely", "Both named: stung"):
            assert room.shows(line)
        assert picked(room) == [(A, "stung", 3)]
        await room.hands.press("Take over “Lonely”")
        assert picked(room) == [(A, "stung", 3), (A, "Lonely", 3)]
        assert room.shows("Both named: stung, Lonely")
        await room.hands.press("Undo")
        assert picked(room) == [(A, "stung", 3)]
        assert room.shows("Ben guessed: stung, Lonely")
        assert (await room.saved_state()).core == room.live.state.core

    rooms.begin(act)


def test_by_the_keyboard_alone(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await press_by_key(room, "Ben guesses first")
        assert focused() == "I am Ben"
        await room.strike(Qt.Key.Key_Space)
        await tab_to(room, "Find a word")
        await type_in(room, "stung")
        await room.strike(Qt.Key.Key_Return)
        await press_by_key(room, "Done")
        await press_by_key(room, "Look at Ben's guess")
        await press_by_key(room, "Take over “stung”")
        assert picked(room) == [(A, "stung", 3)]

    practice.begin(act)


def test_while_one_guesses_only_their_wheel_can_be_reached(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press("left out")
        await room.hands.press("Ben guesses")
        assert reachable(room) == {"I am Ben"}
        assert room.shows("Ben guesses alone. The guess stays covered until Ana looks.")
        await room.hands.press("I am Ben")
        assert room.shows("Ben, what may Ana feel right now?")
        assert room.shows("Up to three words. They stay covered until Ana looks.")
        assert {"I'd rather not guess", "Not now", "Done"} <= reachable(room)
        away = {"Undo", "Ana chooses", "Ben guesses", "Look at both", "Pause", "These fit"}
        assert away.isdisjoint(reachable(room) | room.buttons())
        assert "left out" not in chosen(room)
        for key in (Qt.Key.Key_F11, Qt.Key.Key_Question, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            await room.strike(key)
        assert isinstance(on_screen(room), HandOverScreen)
        assert room.live.stage.mode is StageMode.ANSWERING
        assert_accessible(room.window)

    practice.begin(act)


def test_a_guess_is_nowhere_before_the_speaker_looks(
    rooms: Rooms, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)

    async def act(room: Room) -> None:
        await go_to_wheel(room)
        await guess(room, MARKER, "Lonely")
        assert given_away((MARKER,)) == set()
        assert "Lonely" not in chosen(room)
        console = room.live.console
        assert not console.moves.undo
        assert "Undo" not in room.buttons()
        gathered = await room.kit.worker.run(room.vault.sessions.one, room.live.session.id)
        for told in (repr(console), repr(gathered), caplog.text):
            assert MARKER not in told
            assert "Lonely" not in told
        await room.hands.press("Look at Ben's guess")
        assert given_away((MARKER,)) == {MARKER}
        await room.hands.press(f"Take over “{MARKER}”")
        assert picked(room) == [(A, MARKER, 3)]

    rooms.begin(act)


@pytest.mark.parametrize("way", ["let go", "step left"])
def test_a_guess_that_nobody_looked_at_is_deleted(practice: Rooms, way: str) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await guess(room, MARKER)
        (sealed,) = room.live.state.core.sealed
        assert MARKER in repr(sealed)
        if way == "let go":
            await room.hands.press("Let the guess go")
            assert not room.shows(COVERED)
            assert "Ben guesses first" in room.buttons()
        else:
            await room.hands.press("These fit")
            await room.strike(Qt.Key.Key_Right)
        saved = await room.saved_state()
        assert saved.core.sealed == ()
        assert saved.core == room.live.state.core

    practice.begin(act)
    folder = practice.folder / "vault"
    keys = open_slots(folder, RecoveryKey.parse(practice.made.recovery_key))
    assert not is_stored(MARKER, folder, keys.derived(Purpose.RECORD_FILE))


def test_what_was_looked_at_is_kept(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await guess(room, MARKER)
        await room.hands.press("Look at Ben's guess")
        await room.hands.press("These fit")
        await room.strike(Qt.Key.Key_Right)
        assert [type(s) for s in (await room.saved_state()).core.sealed] == [Sealed]

    practice.begin(act)
    folder = practice.folder / "vault"
    keys = open_slots(folder, RecoveryKey.parse(practice.made.recovery_key))
    assert is_stored(MARKER, folder, keys.derived(Purpose.RECORD_FILE))


@pytest.mark.parametrize("way", ["I'd rather not guess", "I don't know, and that's fine"])
def test_who_has_no_guess_has_answered(practice: Rooms, way: str) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await take(room)
        await room.hands.press(way)
        assert room.shows(COVERED)
        await room.hands.press("Look at Ben's guess")
        assert room.shows("Ben has no guess.")

    practice.begin(act)


def test_to_leave_early_has_to_be_allowed_in_a_practice(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await take(room, MARKER)
        await room.hands.press("Not now")
        await answer(room.hands, "no idea", "Passphrase")
        assert isinstance(on_screen(room), HandOverScreen)
        await answer(room.hands, PASSPHRASE, "Passphrase")
        await room.until(lambda: isinstance(on_screen(room), WheelScreen))
        assert given_away((MARKER,)) == set()
        assert room.live.state.core.guess is None

    practice.begin(act)


def test_at_home_it_may_be_left(at_home: Rooms) -> None:
    async def act(room: Room) -> None:
        await go_to_wheel(room)
        await take(room, MARKER)
        await room.hands.press("Not now")
        assert isinstance(on_screen(room), WheelScreen)
        assert given_away((MARKER,)) == set()

    at_home.begin(act)


def test_the_notes_stay_covered_after_a_guess(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await guess(room, "Lonely")
        await room.hands.press("These fit")
        assert room.fields() == set()
        await room.hands.press("Open the notes")
        assert "Progress note" in room.fields()

    practice.begin(act)


# After another start


def test_a_guess_in_the_making_begins_anew(rooms: Rooms) -> None:
    async def first(room: Room) -> None:
        await go_to_wheel(room)
        await take(room, MARKER)

    async def then(room: Room) -> None:
        assert reachable(room) == {"I am Ben"}
        await room.hands.press("I am Ben")
        assert given_away((MARKER,)) == set()
        await room.hands.press("Lonely")
        await room.hands.press("Done")
        assert room.shows(COVERED)
        assert isinstance(on_screen(room), WheelScreen)

    rooms.resume(rooms.begin(first), then)


async def back_to_wheel(room: Room) -> None:
    if room.live.session.setting is Setting.PRACTICE:
        await room.hands.press("Nothing")
    await room.strike(Qt.Key.Key_W)


def test_a_covered_guess_is_still_covered(rooms: Rooms) -> None:
    async def first(room: Room) -> None:
        await go_to_wheel(room)
        await guess(room, MARKER)
        await room.hands.press("stung")
        assert (await room.saved_state()).core == room.live.state.core

    async def then(room: Room) -> None:
        await back_to_wheel(room)
        assert room.shows(COVERED)
        assert given_away((MARKER,)) == set()
        await room.hands.press("Look at Ben's guess")
        assert room.shows(f"Ben guessed: {MARKER}")
        assert picked(room) == [(A, "stung", 3)]

    rooms.resume(rooms.begin(first), then)


def test_between_the_look_and_the_correction_all_is_as_it_was(rooms: Rooms) -> None:
    async def first(room: Room) -> None:
        await go_to_wheel(room)
        await guess(room, "Lonely")
        await room.hands.press("stung")
        await room.hands.press("Look at Ben's guess")
        assert (await room.saved_state()).core == room.live.state.core

    async def then(room: Room) -> None:
        await back_to_wheel(room)
        assert room.shows("Ana picked: stung")
        assert room.shows("Ben guessed: Lonely")
        await room.hands.press("Take over “Lonely”")
        assert [label for _, label, _ in picked(room)] == ["stung", "Lonely"]

    rooms.resume(rooms.begin(first), then)
