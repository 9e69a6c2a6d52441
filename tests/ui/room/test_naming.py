""" "I don't know", starting over and the pad within a session: recorded, undone, and restored."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QSlider

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import AnswerView
from desktop.domain.people import Partner
from tests.ui.finding import described, told
from tests.ui.room.answering import A, B, asks
from tests.ui.room.rooms import Room, Rooms

NOT_KNOWN = "I don't know, and that's fine"
SHOWN = "I don’t know, and that’s fine"


async def open_wheel(room: Room) -> None:
    await room.hands.press("Nothing")
    await room.strike(Qt.Key.Key_Right)
    await room.strike(Qt.Key.Key_W)


def undo(room: Room) -> QAbstractButton:
    """What takes the newest thing back on the page of the wheel."""
    buttons = room.window.findChildren(QAbstractButton)
    return next(b for b in buttons if b.isVisible() and told(b) == "Undo")


def labels(room: Room) -> list[str]:
    return [pick.word.path.label for pick in room.live.state.core.picks]


def test_not_knowing_is_saved_and_there_again_after_another_start(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press(NOT_KNOWN)
        assert room.shows(SHOWN)
        assert (await room.saved_state()).core.unknown == {Partner.A}

    async def then(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        assert room.shows(SHOWN)
        assert room.live.state.core.unknown == {Partner.A}
        await room.hands.press("left out")
        assert not room.shows(SHOWN)
        assert (await room.saved_state()).core.unknown == set()

    practice.resume(practice.begin(first), then)


def test_undo_says_what_it_takes_back_and_takes_one_thing(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        await room.hands.press(NOT_KNOWN)
        assert described(undo(room)) == "Undo: “I don’t know”"
        for word in ("left out", "fond", "calm"):
            await room.hands.press(word if word != "calm" else "Calm")
        assert labels(room) == ["left out", "fond", "Calm"]
        await room.hands.press("Start over")
        assert labels(room) == []
        assert described(undo(room)) == "Undo: start over"
        await room.hands.press("Undo")
        assert labels(room) == ["left out", "fond", "Calm"]
        assert described(undo(room)) == "Undo: word picked"
        for _ in range(3):
            await room.hands.press("Undo")
        assert room.shows(SHOWN)
        await room.hands.press("Undo")
        assert not room.shows(SHOWN)

    practice.begin(act)


def test_a_covered_not_knowing_is_an_answer(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("I am Ana")
        await room.hands.press(NOT_KNOWN)
        assert room.live.state.core.unknown == set()
        await room.hands.press("I am Ben")
        assert not room.shows(SHOWN)
        await room.hands.press("fond")
        await room.hands.press("These fit")
        await room.hands.press("Look together")
        asked = room.live.stage.asked
        assert asked is not None
        assert asked.answers[0] == AnswerView(partner=A, unknown=True)
        assert [word.word.path.label for word in asked.answers[1].words] == ["fond"]
        assert (await room.saved_state()).core.unknown == {A}
        assert labels(room) == ["fond"]
        assert [pick.partner for pick in room.live.state.core.picks] == [B]

    practice.begin(act, change=asks(StepKind.WHEEL))


def test_what_the_first_one_looked_at_is_gone_for_the_second(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("I am Ana")
        await room.hands.press("heavy")
        boxes = room.window.findChildren(QAbstractButton)
        next(b for b in boxes if b.isVisible() and told(b) == "left out").setFocus()
        await room.hands.press(NOT_KNOWN)
        await room.hands.press("I am Ben")
        boxes = room.window.findChildren(QAbstractButton)
        assert not [b for b in boxes if b.isChecked() and b.isVisible()]
        assert not room.shows("left out")

    practice.begin(act, change=asks(StepKind.WHEEL))


def test_a_digit_on_the_pad_is_no_mark_of_the_therapist(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await open_wheel(room)
        events = len(room.live.state.past)
        sliders = room.window.findChildren(QSlider)
        energy = next(s for s in sliders if s.isVisible() and told(s) == "Energy")
        energy.setFocus()
        await room.strike(Qt.Key.Key_7)
        place = told(energy, QAccessible.Text.Description)
        assert place == "more energy, unpleasant"
        assert len(room.live.state.past) == events
        assert (await room.saved_state()).core.unknown == set()

    practice.begin(act)
