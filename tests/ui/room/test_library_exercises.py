"""Exercises that come with Turnstone, led through the windows of the room."""

from PySide6.QtCore import Qt

from desktop.content.library import Library
from desktop.domain.flow.inputs import revealed_answers
from desktop.domain.flow.state import Outcome
from desktop.domain.flow.steps import asked_item
from tests.ui.room.answering import A, B, press_by_key
from tests.ui.room.rooms import Room, Rooms

EXERCISES = Library().exercises


async def skip_to(room: Room, step_id: str) -> None:
    """The guide leads past gates and steps until one is open."""
    for _ in range(40):
        run = room.live.state.core.open_run
        if run is not None and run.step is not None and run.step.id == step_id:
            return
        await room.strike(Qt.Key.Key_K)
    raise AssertionError(f"the exercise never comes to {step_id}")


async def write(room: Room, name: str, text: str) -> None:
    await room.hands.press(f"I am {name}")
    await room.hands.write(f"Answer, {name}", text)
    await room.hands.press("Done")


def test_both_write_ideas_and_each_picks_one(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        assert room.live.stage.entry_gate is not None
        await room.strike(Qt.Key.Key_Y)
        await skip_to(room, "ideas")
        await room.strike(Qt.Key.Key_Y)
        await write(room, "Ana", "Up at six & out by seven\nAsk Jo")
        await write(room, "Ben", "Ask Jo\nLeave it until spring")
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_Y)
        for name, idea in (("Ana", "Up at six & out by seven"), ("Ben", "Ask Jo")):
            await room.hands.press(f"I am {name}")
            await room.hands.press(idea)
            await room.hands.press("Done")
        await room.hands.press("Look together")
        core = room.live.state.core
        picked = revealed_answers(core, asked_item(core) or "")
        assert picked == {A: "Up at six & out by seven", B: "Ask Jo"}
        assert await room.saved_state() == room.live.state

    practice.begin(act, change=lambda _: EXERCISES.get("on-the-same-side"))


def test_the_listener_chooses_one_of_the_wishes_or_none_were_written(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await skip_to(room, "wishes")
        await room.strike(Qt.Key.Key_Y)
        await write(room, "Ana", "Tea on Tuesday\nA walk")
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_Y)
        await press_by_key(room, "I am Ben")
        await room.hands.press("A walk")
        await room.hands.press("Done")
        written = room.live.state.core.written
        assert [(w.partner, w.text) for w in written][1:] == [(B, "A walk")]
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_F)
        await skip_to(room, "gift")
        assert "Give an answer" not in room.buttons()
        await room.strike(Qt.Key.Key_Right)
        assert room.reading("Step") == "Pass the floor, 12 of 12"

    practice.begin(act, change=lambda _: EXERCISES.get("mirror-make-sense-feel-with"))


def test_both_answer_one_card_and_the_other_turns_over_the_next(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_Y)
        card = room.live.stage.card
        assert card is not None
        assert room.reading("Floor") == "Ana"
        await room.strike(Qt.Key.Key_Right)
        assert (room.live.stage.card, room.reading("Floor")) == (card, "Ben")
        await room.strike(Qt.Key.Key_Right)
        assert (room.live.stage.card, room.reading("Floor")) == (None, "Ben")

    practice.begin(act, change=lambda _: EXERCISES.get("growing-questions-light"))


def test_at_home_quiet_turns_go_from_one_to_the_other(at_home: Rooms) -> None:
    async def act(room: Room) -> None:
        floor: list[str] = []
        while (holder := room.live.stage.holder) is not None:
            floor.append(room.live.stage.name(holder))
            await room.hands.press("Next step")
        assert floor == ["Ana", "Ben"] * 2
        assert room.shows("Stay together for a moment, without a word.")
        await room.hands.press("Next step")
        run = room.live.state.core.run
        assert run is not None
        assert run.outcome is Outcome.COMPLETED

    at_home.begin(act, change=lambda _: EXERCISES.get("quiet-turns-two-tens"))
