"""Answers in the steps of an exercise: handed over, covered, and looked at together."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import StageMode
from desktop.ui.handover.screen import HandOverScreen
from tests.ui.room.answering import MARKER, A, B, answers, asks, begin, on_screen, reachable
from tests.ui.room.neighbours import answer
from tests.ui.room.rooms import Room, Rooms
from tests.ui.running import PASSPHRASE
from tests.ui.sweeps import assert_accessible, everything_told


def test_only_the_answer_can_be_reached(practice: Rooms) -> None:
    """No key of the room does anything, whatever has the keyboard."""
    keys = (
        *(Qt.Key(Qt.Key.Key_A + number) for number in range(26)),
        *(Qt.Key.Key_F11, Qt.Key.Key_F1, Qt.Key.Key_Menu, Qt.Key.Key_Escape, Qt.Key.Key_Right),
        *(Qt.Key.Key_Left, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Question),
        *(Qt.Key.Key_1, Qt.Key.Key_9, Qt.Key.Key_Alt, Qt.Key.Key_F10),
    )
    held = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier)

    async def act(room: Room) -> None:
        await begin(room)
        for page in ("passing", "answering"):
            before = room.live.state.core
            for key in keys:
                for modifier in held:
                    await room.strike(key, modifier)
            for key in (Qt.Key.Key_Z, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Return):
                await room.strike(key, Qt.KeyboardModifier.ControlModifier)
            assert room.live.state.core == before
            assert isinstance(on_screen(room), HandOverScreen)
            assert not room.dialogs()
            assert room.fields() <= {"Answer, Ana"}
            if page == "passing":
                await room.hands.press("I am Ana")
        assert reachable(room) == {"Answer, Ana", "Done", "I'd rather not say", "Not now"}
        assert_accessible(room.window)

    practice.begin(act, change=asks(StepKind.WRITE))


def test_locking_stays_in_reach(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        wishes: list[str] = []
        room.window.lock_requested.connect(lambda: wishes.append("lock"))
        room.window.hide_requested.connect(lambda: wishes.append("hide"))
        await begin(room)
        await room.hands.press("I am Ana")
        await room.strike(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        await room.strike(Qt.Key.Key_F12)
        assert wishes == ["lock", "hide"]

    practice.begin(act, change=asks(StepKind.WRITE))


def test_a_covered_answer_is_nowhere_until_both_look(
    practice: Rooms, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(0)

    async def act(room: Room) -> None:
        await begin(room)
        await room.hands.press("I am Ana")
        await room.hands.write("Answer, Ana", MARKER)
        await room.hands.press("Done")
        windows = QApplication.topLevelWidgets()
        assert not [text for w in windows for text in everything_told(w) if MARKER in text]
        assert MARKER not in repr(room.live.console)
        assert MARKER not in caplog.text
        await room.hands.press("I am Ben")
        await room.hands.press("I'd rather not say")
        await room.hands.press("Look together")
        assert [text for w in windows for text in everything_told(w) if MARKER in text]

    practice.begin(act, change=asks(StepKind.WRITE))


def test_leaving_early_has_to_be_allowed_and_deletes(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        await room.hands.press("I am Ana")
        await room.hands.write("Answer, Ana", MARKER)
        await room.hands.press("Done")
        await room.hands.press("I am Ben")
        await room.hands.press("Not now")
        await answer(room.hands, "a guess", "Passphrase")
        await room.hands.find(QAbstractButton, "Continue")
        assert isinstance(on_screen(room), HandOverScreen)
        assert room.live.stage.mode is StageMode.ANSWERING
        await answer(room.hands, PASSPHRASE, "Passphrase")
        await room.until(lambda: room.live.stage.mode is StageMode.TURN)
        assert (await room.saved_state()).core.sealed == ()
        room.window.activateWindow()  # as the window system does when a dialog goes
        await room.until(room.window.isActiveWindow)
        await room.strike(Qt.Key.Key_Right)
        assert room.reading("Step").startswith("talk")

    practice.begin(act, change=asks(StepKind.WRITE))


def test_the_laptop_comes_back_with_covered_notes(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        for name in ("Ana", "Ben"):
            await room.hands.press(f"I am {name}")
            await room.hands.press("I'd rather not say")
        await room.hands.press("Look together")
        assert room.fields() == set()
        await room.hands.press("Open the notes")
        assert "Progress note" in room.fields()

    practice.begin(act, change=asks(StepKind.WRITE))


def test_the_guide_can_turn_it_round(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        assert "Ben first" in room.buttons()
        await room.strike(Qt.Key.Key_N)
        assert room.shows("Please hand the laptop to Ben")

    practice.begin(act, change=asks(StepKind.WRITE))


def test_an_answer_can_be_changed_before_both_look(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        for name in ("Ana", "Ben"):
            await room.hands.press(f"I am {name}")
            await room.hands.write(f"Answer, {name}", f"first of {name}")
            await room.hands.press("Done")
        await room.hands.press("Change my answer, Ana")
        await room.hands.press("I am Ana")
        assert "first of Ana" not in list(everything_told(room.window))
        await room.hands.write("Answer, Ana", "second of Ana")
        await room.hands.press("Done")
        await room.hands.press("Change my answer, Ben")
        await room.hands.press("I am Ben")
        await room.hands.press("Keep my answer")
        await room.hands.press("Look together")
        assert answers(room) == {A: "second of Ana", B: "first of Ben"}

    practice.begin(act, change=asks(StepKind.WRITE))


@pytest.mark.parametrize(("answered", "next_one"), [(0, "Ana"), (1, "Ben"), (2, "")])
def test_the_hand_over_comes_back_after_another_start(
    practice: Rooms, answered: int, next_one: str
) -> None:
    async def first(room: Room) -> None:
        await begin(room)
        for name in ("Ana", "Ben")[:answered]:
            await room.hands.press(f"I am {name}")
            await room.hands.press("I'd rather not say")
        if next_one:
            await room.hands.press(f"I am {next_one}")
            await room.hands.write(f"Answer, {next_one}", MARKER)

    async def then(room: Room) -> None:
        assert isinstance(on_screen(room), HandOverScreen)
        assert MARKER not in list(everything_told(room.window))
        if next_one:
            assert reachable(room) == {f"I am {next_one}"}
        else:
            await room.hands.press("Look together")
            assert answers(room) == {A: None, B: None}

    practice.resume(practice.begin(first, change=asks(StepKind.WRITE)), then)
