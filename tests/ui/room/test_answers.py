"""Answers in the steps of an exercise: handed over, covered, and looked at together."""

from collections.abc import Callable
from dataclasses import replace as changed
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop.domain.exercise.format import Actor, Exercise, StageText, StepKind
from desktop.domain.flow.inputs import revealed_answers
from desktop.domain.flow.steps import asked_item
from desktop.domain.flow.views import StageMode
from desktop.domain.people import Partner
from desktop.ui.handover.screen import HandOverScreen
from tests.exercises import a_part, a_step, an_exercise
from tests.ui.finding import focusable, told
from tests.ui.room.rooms import Room, Rooms
from tests.ui.sweeps import assert_accessible, everything_told

MARKER = "marker of a covered answer"
TEXT = StageText(speaker="What do you fear?", listener="What do you hope?")
TALK = a_step("talk", StepKind.SPEAK)
NEEDED: dict[StepKind, dict[str, Any]] = {
    StepKind.CHOOSE: {"choices": ("The sea", "The hills")},
    StepKind.CARD: {"deck": "emotional-closeness"},
}
A, B = Partner.A, Partner.B


def asks(
    kind: StepKind, actor: Actor = Actor.BOTH, *, sealed: bool = True
) -> Callable[[Exercise], Exercise]:
    """Makes an exercise that asks in each turn, and then lets one talk."""
    step = a_step("ask", kind, actor, sealed=sealed, text=TEXT, **NEEDED.get(kind, {}))
    return lambda _: an_exercise(a_part(step, TALK))


def answers(room: Room) -> dict[Partner, Any] | None:
    """The answers to the open step as both may see them."""
    core = room.live.state.core
    return revealed_answers(core, asked_item(core) or "")


def on_screen(room: Room) -> QWidget:
    """What fills the window."""
    widget = room.flow.screen.currentWidget()
    assert widget is not None
    return widget


def reachable(room: Room) -> set[str]:
    """The names of all that the keyboard can reach in the window."""
    return {told(widget) for widget in focusable(room.window)}


def focused() -> str:
    """The name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return told(widget) if widget is not None else ""


async def type_in(room: Room, text: str) -> None:
    """Type where the focus is, as a person would."""
    for letter in text:
        key = Qt.Key.Key_Space if letter == " " else getattr(Qt.Key, f"Key_{letter.upper()}")
        await room.strike(key)


async def tab_to(room: Room, name: str) -> None:
    """Press Tab until something has the keyboard."""
    for _ in range(300):
        if focused() == name:
            return
        await room.strike(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never comes to {name}")


async def press_by_key(room: Room, name: str) -> None:
    await tab_to(room, name)
    await room.strike(Qt.Key.Key_Space)


async def begin(room: Room) -> None:
    """From the console to the hand-over."""
    await room.hands.press("Nothing")
    await room.strike(Qt.Key.Key_Y)


def test_two_texts_by_the_keyboard_alone(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        assert room.shows("Please hand the laptop to Ana")
        assert reachable(room) == {"I am Ana"}
        assert focused() == "I am Ana"
        await room.strike(Qt.Key.Key_Space)
        assert room.shows("What do you fear?")
        await type_in(room, "the sea")
        await press_by_key(room, "Done")
        assert room.shows("Please hand the laptop to Ben")
        await room.strike(Qt.Key.Key_Space)
        assert room.shows("What do you hope?")
        await type_in(room, "rain")
        await press_by_key(room, "Done")
        assert room.shows("You have both answered.")
        assert answers(room) is None
        await press_by_key(room, "Look together")
        assert answers(room) == {A: "the sea", B: "rain"}
        assert "Pause" in room.buttons()
        await room.strike(Qt.Key.Key_Right)
        assert room.reading("Step").startswith("talk")

    practice.begin(act, change=asks(StepKind.WRITE))


def test_two_ratings_in_words(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        for name, more in (("Ana", 4), ("Ben", 2)):
            await press_by_key(room, f"I am {name}")
            assert focused() == f"Answer, {name}"
            for _ in range(more):
                await room.strike(Qt.Key.Key_Right)
            await press_by_key(room, "Done")
        await press_by_key(room, "Look together")
        assert answers(room) == {A: 4, B: 2}

    practice.begin(act, change=asks(StepKind.RATE))


def test_two_choices(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        for name, choice in (("Ana", "The hills"), ("Ben", "The sea")):
            await press_by_key(room, f"I am {name}")
            if choice == "The hills":
                await room.strike(Qt.Key.Key_Down)
            await room.strike(Qt.Key.Key_Space)
            await press_by_key(room, "Done")
        await press_by_key(room, "Look together")
        assert answers(room) == {A: "The hills", B: "The sea"}

    practice.begin(act, change=asks(StepKind.CHOOSE))


def test_words_of_the_wheel_that_the_other_has_not_seen(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("I am Ana")
        await room.hands.press("left out")
        await room.hands.slide("Intensity", 5)
        assert "Ben chooses" not in reachable(room) | room.buttons()
        assert "Undo" not in room.buttons()
        await press_by_key(room, "These fit")
        await room.hands.press("I am Ben")
        assert "left out" not in {told(w) for w in checked(room)}
        assert room.live.state.core.picks == ()
        await room.hands.press("fond")
        await room.hands.press("These fit")
        await room.hands.press("Look together")
        picks = room.live.state.core.picks
        assert [(p.partner, p.word.path.label, p.intensity) for p in picks] == [
            (A, "left out", 5),
            (B, "fond", 3),
        ]

    practice.begin(act, change=asks(StepKind.WHEEL))


def checked(room: Room) -> list[QAbstractButton]:
    boxes = room.window.findChildren(QAbstractButton)
    return [box for box in boxes if box.isChecked() and box.isVisible()]


def test_both_write_to_one_card_of_the_step_s_own_deck(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Y)
        card = room.live.state.core.card
        assert card is not None
        assert card.card.deck_id == "emotional-closeness"
        await room.strike(Qt.Key.Key_Y)
        for name in ("Ana", "Ben"):
            await press_by_key(room, f"I am {name}")
            assert room.shows(card.card.text)
            await type_in(room, name)
            await press_by_key(room, "Done")
        await press_by_key(room, "Look together")
        assert answers(room) == {A: "ana", B: "ben"}
        await room.strike(Qt.Key.Key_Right)
        assert room.live.stage.card is None

    practice.begin(act, change=asks(StepKind.CARD))


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


def test_a_covered_answer_is_nowhere_until_both_look(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        await room.hands.press("I am Ana")
        await room.hands.write("Answer, Ana", MARKER)
        await room.hands.press("Done")
        windows = QApplication.topLevelWidgets()
        assert not [text for w in windows for text in everything_told(w) if MARKER in text]
        assert MARKER not in repr(room.live.console)
        await room.hands.press("I am Ben")
        await room.hands.press("I'd rather not say")
        await room.hands.press("Look together")
        assert [text for w in windows for text in everything_told(w) if MARKER in text]

    practice.begin(act, change=asks(StepKind.WRITE))


def test_leaving_early_has_to_be_allowed_and_deletes(practice: Rooms) -> None:
    asked: list[bool] = []
    allowed = [False, True]

    async def may_leave() -> bool:
        asked.append(True)
        return allowed[len(asked) - 1]

    async def act(room: Room) -> None:
        await begin(room)
        await room.hands.press("I am Ana")
        await room.hands.write("Answer, Ana", MARKER)
        await room.hands.press("Done")
        await room.hands.press("I am Ben")
        await room.hands.press("Not now")
        assert isinstance(on_screen(room), HandOverScreen)
        assert room.live.stage.mode is StageMode.ANSWERING
        await room.hands.press("Not now")
        assert len(asked) == 2
        assert room.live.stage.mode is StageMode.TURN
        assert (await room.saved_state()).core.sealed == ()
        await room.strike(Qt.Key.Key_Right)
        assert room.reading("Step").startswith("talk")

    changed(practice, may_leave=may_leave).begin(act, change=asks(StepKind.WRITE))


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


def test_a_text_too_long_for_the_stage_waits_to_be_shortened(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        await room.hands.press("I am Ana")
        await room.hands.write("Answer, Ana", "word " * 200)
        assert "Done" not in room.buttons()
        assert any("a little shorter" in text for text in everything_told(room.window))
        await room.hands.write("Answer, Ana", "word")
        assert "Done" in room.buttons()

    practice.begin(act, change=asks(StepKind.WRITE))


def test_an_open_answer_by_one(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await begin(room)
        await room.hands.press("I am Ben")
        await room.hands.slide("Answer, Ben", 3)
        await room.hands.press("Done")
        (written,) = (await room.saved_state()).core.written
        assert (written.partner, written.rating) == (B, 3)
        assert room.live.stage.mode is StageMode.ANSWERS

    practice.begin(act, change=asks(StepKind.RATE, Actor.LISTENER, sealed=False))


def test_an_open_wheel_step_lets_its_actor_choose(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Y)
        await room.hands.press("fond")
        (pick,) = room.live.state.core.picks
        assert pick.partner is B

    practice.begin(act, change=asks(StepKind.WHEEL, Actor.LISTENER, sealed=False))
