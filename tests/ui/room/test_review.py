"""Looking back at the end of a session."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSlider, QPlainTextEdit

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import StageMode
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.ui.wheel.picture import WheelPicture
from tests.ui.finding import described, told
from tests.ui.room.answering import asks, on_screen
from tests.ui.room.neighbours import answer
from tests.ui.room.rooms import Act, Room, Rooms
from tests.ui.running import PASSPHRASE
from tests.ui.sweeps import everything_told


def looking_back(sees: str, act: Act) -> Act:
    """The same after an exercise that was ended early."""

    async def whole(room: Room) -> None:
        await room.hands.press(sees)
        await room.strike(Qt.Key.Key_E)
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        await act(room)

    return whole


def sliders(room: Room) -> set[str]:
    """The questions that can be answered now."""
    found = room.window.findChildren(QAbstractSlider)
    return {told(slider) for slider in found if slider.isVisible() and slider.isEnabled()}


def test_the_end_of_an_exercise_leads_to_the_review(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        assert "Pause" not in room.buttons()
        assert {"Export PDF", "Finish session"} <= room.buttons()

    practice.begin(looking_back("Nothing", act))


def test_what_is_written_there_is_saved(practice: Rooms) -> None:
    written = {
        "Takeaway, Ana": (NoteKind.TAKEAWAY_A, "I can stop repeating myself."),
        "Takeaway, Ben": (NoteKind.TAKEAWAY_B, "I will ask first."),
        "Practice until next time": (NoteKind.PLAN, "Tuesdays."),
        "Progress note": (NoteKind.PROGRESS, "Slow and kind."),
    }

    async def act(room: Room) -> None:
        for name, (_, text) in written.items():
            await room.hands.write(name, text)
        await room.hands.press("Print my takeaway, Ben")
        saved = await room.saved_state()
        assert saved.core.may_print == {Partner.B}
        for kind, text in written.values():
            assert (await room.note(kind)).text == text

    practice.begin(looking_back("Nothing", act))


def test_what_was_written_is_there_again(practice: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.hands.write("Takeaway, Ana", "I can stop repeating myself.")
        await room.hands.press("Print my takeaway, Ana")

    async def then(room: Room) -> None:
        await room.hands.press("Nothing")
        field = await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        assert field.toPlainText() == "I can stop repeating myself."
        assert room.live.state.core.may_print == {Partner.A}

    practice.resume(practice.begin(looking_back("Nothing", first)), then)


def test_it_waits_until_it_is_known_who_sees_the_note(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.strike(Qt.Key.Key_E)
        assert await room.saved_state() == room.live.state
        assert room.live.state.core.open_run is None
        assert room.fields() == set()
        await room.hands.press("Nothing")
        await room.hands.find(QPlainTextEdit, "Progress note")
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")

    practice.begin(act)


def test_answers_are_sealed_until_both_are_shown(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.slide("Felt understood, Ana", 4)
        await room.hands.press("Done, hand over to Ben")
        await room.until(lambda: sliders(room) == {"Felt understood, Ben"})
        assert not room.shows("mostly")
        await room.hands.slide("Felt understood, Ben", 2)
        await room.hands.press("Done, Ben")
        await room.hands.press("Show both")
        await room.until(lambda: room.shows("mostly"))

        saved = await room.saved_state()
        assert [(one.partner, one.answer) for one in saved.core.sealed] == [
            (Partner.A, 4),
            (Partner.B, 2),
        ]

    practice.begin(looking_back("This screen", act))


def test_who_answers_alone_finds_nothing_else_there(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.slide("Felt understood, Ana", 4)
        assert sliders(room) == {"Felt understood, Ana"}
        assert not {"Export PDF", "Finish session", "One more exercise"} & room.buttons()
        assert room.fields() <= {"Takeaway, Ana"}

    practice.begin(looking_back("Nothing", act))


def test_the_words_that_were_chosen_are_shown_once_more(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("This screen")
        await room.strike(Qt.Key.Key_Right)
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("left out")
        await room.hands.press("Ben chooses")
        await room.hands.press("uneasy")
        await room.hands.press("Take back")
        await room.hands.press("fond")
        await room.hands.press("These fit")
        await room.strike(Qt.Key.Key_E)
        picture = await room.hands.find(WheelPicture, "The words on the wheel")
        assert described(picture) == "Ana: left out (Sad), clear. Ben: fond (Close), clear."
        assert room.shows("fond (Close), clear")

    practice.begin(act)


def test_a_covered_word_is_not_in_the_review(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.strike(Qt.Key.Key_W)
        await room.hands.press("I am Ana")
        await room.hands.press("left out")
        await room.hands.press("These fit")
        await room.hands.press("I am Ben")
        await room.hands.press("Not now")
        await answer(room.hands, PASSPHRASE, "Passphrase")
        await room.until(lambda: room.live.stage.mode is StageMode.TURN)
        room.window.activateWindow()  # as the window system does when a dialog goes
        await room.until(room.window.isActiveWindow)
        await room.strike(Qt.Key.Key_E)
        await room.hands.find(QPlainTextEdit, "Takeaway, Ana")
        review = on_screen(room)
        assert "left out" not in " ".join(everything_told(review))
        assert not room.shows("The words of this session")

    practice.begin(act, change=asks(StepKind.WHEEL))


def test_finishing_ends_the_session(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Finish session")
        await room.until(lambda: bool(room.ends))
        assert await room.is_ended()
        assert (await room.saved_state()).core.finished

    practice.begin(looking_back("Nothing", act))


def test_pressing_finish_twice_is_no_error(practice: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Finish session")
        await room.hands.press("Finish session")
        await room.until(lambda: bool(room.ends))
        await room.hands.rest()
        assert len(room.ends) == 1

    practice.begin(looking_back("Nothing", act))
