"""A session in a practice: what is pressed becomes events, and who sees what."""

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit

from desktop.domain.exercise.format import Exercise, Timer
from desktop.domain.flow.state import CheckAnswer
from tests.ui.finding import heard
from tests.ui.room.rooms import Room, Rooms

NOTES = {"Progress note", "Process note"}
CONTROL = Qt.KeyboardModifier.ControlModifier


def answers(room: Room) -> list[CheckAnswer]:
    run = room.live.state.core.run
    return [time.answer for time in run.times if time.answer] if run is not None else []


def test_what_is_pressed_is_saved(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.go_to_check()
        for name in ("Not quite", "Pause", "Resume", "Add a minute", "Next step"):
            await room.hands.press(name)
        for name in ("Yes, that's it", "Yes, there is more"):
            await room.hands.press(name)

        assert await room.saved_state() == room.live.state
        assert answers(room) == [CheckAnswer.NOT_QUITE, CheckAnswer.YES]
        assert room.reading("Step") == "Speak, 1 of 5"
        assert room.reading("Floor") == "Ana"

    practice.begin(act)


@pytest.mark.parametrize("sees", ["This screen", "A window to share", "Nothing"])
def test_who_answers_the_room_check_by_the_keyboard_goes_on_by_it(
    practice: Rooms, sees: str
) -> None:
    async def act(room: Room) -> None:
        (await room.hands.find(QAbstractButton, sees)).setFocus()
        for _ in range(2):  # the second time it is the key of the room
            await room.strike(Qt.Key.Key_Space)
        assert room.live.state.core.paused

    practice.begin(act)


def test_a_key_that_comes_too_late_is_no_error(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        before = room.live.state
        for key in (Qt.Key.Key_Y, Qt.Key.Key_N, Qt.Key.Key_F, Qt.Key.Key_Left):
            await room.strike(key)
        assert room.live.state == before

    practice.begin(act)


def test_undo_leads_back_and_is_saved_too(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.go_to_check()
        before = room.live.state
        await room.hands.press("Not quite")
        assert room.reading("Step") == "Say back, 2 of 5"
        await room.strike(Qt.Key.Key_Z, CONTROL)
        assert room.reading("Step") == "Check, 3 of 5"
        assert (await room.saved_state()).core == before.core

    practice.begin(act)


def test_there_is_an_end_to_what_can_be_undone(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        for _ in range(3):
            await room.strike(Qt.Key.Key_Z, CONTROL)
        assert room.reading("Step") == "Settle"

    practice.begin(act)


def hard(exercise: Exercise) -> Exercise:
    """The exercise with a first step that ends by itself after a minute."""
    part = exercise.parts[0]
    step = replace(part.steps[0], timer=Timer(kind="hard", seconds=60))
    return replace(exercise, parts=(replace(part, steps=(step,)), *exercise.parts[1:]))


def test_a_hard_time_ends_the_step(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        room.clock.pass_by(60_000)
        # What the timer was set to is told by an event: it is the time that was left.
        await room.hands.press("Pause")
        await room.hands.press("Resume")
        await room.until(lambda: room.reading("Step") == "Speak, 1 of 5")
        assert await room.saved_state() == room.live.state

    practice.begin(act, change=hard)


def test_it_goes_on_where_it_was_left(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.hands.write("Progress note", "Slow and kind.")
        await room.hands.write("Process note", "I held back.")
        await room.go_to_check()

    async def then(room: Room) -> None:
        assert room.reading("Step") == "Check, 3 of 5"
        assert room.fields() == set()
        await room.hands.press("Nothing")
        for name, text in (("Progress note", "Slow and kind."), ("Process note", "I held back.")):
            field = await room.hands.find(QPlainTextEdit, name)
            assert field.toPlainText() == text
        await room.hands.press("Resume")
        await room.hands.press("Yes, that's it")

    practice.resume(practice.begin(first), then)


def test_the_timer_waits_until_both_are_back(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Right)
        room.clock.pass_by(60_000)

    async def then(room: Room) -> None:
        await room.hands.press("Nothing")
        room.clock.pass_by(60_000)
        assert room.reading("Time left") == "2:00"
        await room.hands.press("Resume")

    practice.resume(practice.begin(first), then)


# Who sees what


def test_the_notes_stay_closed_until_it_is_known_what_the_couple_sees(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        assert room.fields() == set()
        await room.strike(Qt.Key.Key_2, CONTROL)
        assert room.fields() == set()
        await room.hands.press("Nothing")
        assert room.fields() == NOTES

    practice.begin(act)


def test_on_one_screen_the_couple_sees_the_stage_alone(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("This screen")
        assert room.fields() == set()
        assert room.buttons() == {"Take a break"}
        await room.strike(Qt.Key.Key_1, CONTROL)
        await room.strike(Qt.Key.Key_C)
        assert room.fields() == set()
        for _ in range(2):
            await room.strike(Qt.Key.Key_F11)
            assert "Pause" in room.buttons()
            assert room.fields() == set()
            await room.strike(Qt.Key.Key_C)
            assert room.fields() == NOTES
            await room.strike(Qt.Key.Key_F11)
            assert room.fields() == set()
            assert room.buttons() == {"Take a break"}

    practice.begin(act)


def test_who_swaps_while_writing_goes_on_there(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("This screen")
        await room.strike(Qt.Key.Key_F11)
        await room.strike(Qt.Key.Key_C)
        await room.strike(Qt.Key.Key_2, CONTROL)
        note = await room.hands.find(QPlainTextEdit, "Process note")
        QTest.keyClicks(note, "I held")
        for key in (Qt.Key.Key_F11, Qt.Key.Key_F11, Qt.Key.Key_C):
            await room.strike(key)
        QTest.keyClicks(room.window.focusWidget(), " back")
        assert note.toPlainText() == "I held back"

    practice.begin(act)


def test_without_a_stage_there_is_nothing_to_swap(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_F11)
        assert room.fields() == NOTES

    practice.begin(act)


@pytest.mark.parametrize(("sees", "has_note"), [("This screen", False), ("Nothing", True)])
def test_the_review_shows_the_note_only_to_the_guide(
    practice: Rooms, sees: str, has_note: bool
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.hands.write("Progress note", "Slow and kind.")
        await room.choose(sees)
        await room.strike(Qt.Key.Key_E)
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        assert ("Progress note" in room.fields()) is has_note
        assert "Process note" not in room.fields()

    practice.begin(act)


def test_it_can_be_locked_from_the_console(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        locked = heard(room.flow.lock_requested)
        await room.hands.press("Lock")
        assert len(locked) == 1

    practice.begin(act)
