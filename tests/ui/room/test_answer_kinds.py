"""Each kind of answer, given in the room and at home."""

from dataclasses import replace as changed

import pytest
from PySide6.QtCore import Qt

from desktop.domain.exercise.format import Actor, StepKind
from desktop.domain.flow.views import StageMode
from desktop.domain.session import Setting
from tests.ui.finding import told
from tests.ui.room.answering import (
    A,
    B,
    answers,
    asks,
    begin,
    checked,
    focused,
    press_by_key,
    reachable,
    type_in,
)
from tests.ui.room.rooms import Room, Rooms
from tests.ui.sweeps import everything_told


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


@pytest.mark.parametrize(
    ("kind", "begins"),
    [(StepKind.WRITE, "Write it down"), (StepKind.RATE, "Give an answer")],
)
def test_at_home_it_begins_on_the_stage_and_may_be_left(
    practice: Rooms, kind: StepKind, begins: str
) -> None:
    async def act(room: Room) -> None:
        await room.hands.press(begins)
        await room.hands.press("I am Ana")
        await room.hands.press("Not now")
        assert room.live.stage.mode is StageMode.TURN
        assert begins in room.buttons()

    changed(practice, setting=Setting.HOME).begin(act, change=asks(kind))


def test_at_home_a_card_is_turned_over_and_answered_on_the_stage(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Turn over a card")
        assert "Keep this one" not in room.buttons()
        await room.hands.press("Another one")
        await room.hands.press("Write it down")
        assert reachable(room) == {"I am Ana"}

    changed(practice, setting=Setting.HOME).begin(act, change=asks(StepKind.CARD))
