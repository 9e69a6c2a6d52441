"""Several exercises in one session: between them, after the review, and after a restart."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QListWidget, QPlainTextEdit

from desktop.domain.flow.events import PlannedExercise
from desktop.domain.flow.state import Outcome
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.ui.stage.window import StageWindow
from tests.several_exercises import make_library
from tests.ui.finding import named, told, words
from tests.ui.room.rooms import Room, Rooms

SIX = PlannedExercise(id="six-feelings", title="Six feelings")
THANKS = PlannedExercise(id="thank-you", title="Thank you for")
GONE = PlannedExercise(id="gone", title="Rain")
BEGIN = "Begin the next exercise"
CONTROL = Qt.KeyboardModifier.ControlModifier


async def tell_who_looks_on(room: Room) -> None:
    """Answer the room check where it is asked; without that, nothing comes after an exercise."""
    if "Nothing" in room.buttons():
        await room.hands.press("Nothing")


async def end(room: Room) -> None:
    """End the exercise early, and come to what is next."""
    await tell_who_looks_on(room)
    await room.strike(Qt.Key.Key_E)
    await room.hands.find(QAbstractButton, "Go to the review")


async def in_room(room: Room) -> None:
    """Wait until an exercise goes on."""
    await room.hands.find(QAbstractButton, "End exercise")


async def looking_back(room: Room) -> None:
    """Wait for the review."""
    await room.hands.find(QPlainTextEdit, "Takeaway, Ana")


def done(room: Room) -> list[tuple[str, Partner, Outcome | None]]:
    runs = room.live.state.core.runs
    return [(run.exercise.title, run.first, run.outcome) for run in runs]


def to_come(room: Room) -> list[str]:
    return [planned.title for planned in room.live.state.core.agenda]


FIRST = ("Speaker and listener", Partner.A, Outcome.ENDED_EARLY)


@pytest.fixture(params=["practice", "home"])
def anywhere(request: pytest.FixtureRequest, several: Rooms, at_home: Rooms) -> Rooms:
    """Rooms in a practice, and at home."""
    return several if request.param == "practice" else at_home


# Between two exercises


def test_the_next_one_is_offered_and_begun_with_the_other_speaking_first(anywhere: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.strike(Qt.Key.Key_Right)
        await end(room)
        assert room.shows("Next: Six feelings")
        assert room.shows("About 5 to 10 minutes.")
        await room.hands.press(BEGIN)
        await in_room(room)
        assert room.reading("Step") == "Tell"
        assert room.reading("Floor") == "Ben"
        assert done(room) == [FIRST, ("Six feelings", Partner.B, None)]
        assert to_come(room) == ["Thank you for"]
        assert await room.saved_state() == room.live.state

    anywhere.begin(act, then=(SIX, THANKS))


def test_a_session_goes_through_all_its_exercises_by_a_presenters_remote(several: Rooms) -> None:
    async def act(room: Room) -> None:
        await end(room)
        for title in ("Six feelings", "Thank you for"):
            await room.until(lambda title=title: room.shows(f"Next: {title}"))
            for _ in range(3):  # begin it, and both turns
                await room.strike(Qt.Key.Key_PageDown)
        await looking_back(room)
        assert done(room) == [
            FIRST,
            ("Six feelings", Partner.B, Outcome.COMPLETED),
            ("Thank you for", Partner.A, Outcome.COMPLETED),
        ]

    several.begin(act, then=(SIX, THANKS))


def test_another_exercise_can_be_taken_and_the_plan_waits(anywhere: Rooms) -> None:
    async def act(room: Room) -> None:
        await end(room)
        await room.strike(Qt.Key.Key_A)
        exercises = named(room.window, QListWidget, "Exercise")
        assert QApplication.focusWidget() is exercises
        exercises.setCurrentRow(2)
        assert room.shows("Next: Thank you for")
        await room.strike(Qt.Key.Key_X)
        await room.hands.press(BEGIN)
        await in_room(room)
        assert done(room)[-1] == ("Thank you for", Partner.A, None)
        assert to_come(room) == ["Six feelings"]

    anywhere.begin(act, then=(SIX,))


def test_one_can_go_to_the_review_instead(several: Rooms) -> None:
    async def act(room: Room) -> None:
        await end(room)
        await room.strike(Qt.Key.Key_R)
        await looking_back(room)
        assert to_come(room) == ["Six feelings"]

    several.begin(act, then=(SIX,))


@pytest.mark.parametrize("key", [Qt.Key.Key_Left, Qt.Key.Key_PageUp])
@pytest.mark.parametrize("completed", [True, False])
def test_back_leads_into_the_exercise_that_is_over(
    several: Rooms, key: Qt.Key, completed: bool
) -> None:
    async def act(room: Room) -> None:
        await end(room)
        await room.hands.press(BEGIN)
        await in_room(room)
        for _ in range(2 if completed else 1):
            await room.strike(Qt.Key.Key_Right)
        if not completed:
            await room.strike(Qt.Key.Key_E)
        await room.hands.find(QAbstractButton, BEGIN)
        await room.strike(key)
        await in_room(room)
        assert room.reading("Step") == "Tell"
        assert done(room)[-1] == ("Six feelings", Partner.B, None)
        assert await room.saved_state() == room.live.state

    several.begin(act, then=(SIX, THANKS))


def test_the_end_is_undone_by_the_key_for_that(several: Rooms) -> None:
    async def act(room: Room) -> None:
        await end(room)
        await room.strike(Qt.Key.Key_Z, CONTROL)
        await in_room(room)
        assert done(room) == [(*FIRST[:2], None)]
        await end(room)

    several.begin(act, then=(SIX,))


def test_what_is_not_in_the_library_any_more_is_told_and_left_out(several: Rooms) -> None:
    async def act(room: Room) -> None:
        await end(room)
        assert room.shows("Not in the library any more, and so left out: Rain.")
        assert room.shows("Next: Six feelings")

    several.begin(act, then=(GONE, SIX))


def test_where_all_that_was_planned_is_gone_one_chooses(several: Rooms) -> None:
    async def act(room: Room) -> None:
        await end(room)
        assert room.shows("Which exercise comes next?")
        assert BEGIN not in room.buttons()
        await room.strike(Qt.Key.Key_Right)
        assert done(room) == [FIRST]
        named(room.window, QListWidget, "Exercise").setCurrentRow(0)
        await room.hands.press(BEGIN)
        await in_room(room)

    several.begin(act, then=(GONE,))


def test_an_arrow_among_who_speaks_first_chooses_and_begins_nothing(several: Rooms) -> None:
    async def act(room: Room) -> None:
        await end(room)
        ben = await room.hands.find(QAbstractButton, "Ben speaks first")
        assert ben.isChecked()
        ben.setFocus()
        await room.strike(Qt.Key.Key_Left)
        assert not ben.isChecked()
        assert done(room) == [FIRST]

    several.begin(act, then=(SIX,))


def test_nothing_private_stands_between(several: Rooms) -> None:
    async def act(room: Room) -> None:
        await room.hands.press("Nothing")
        await room.hands.write("Progress note", "Slow and kind.")
        await room.choose("This screen")
        await end(room)
        assert room.fields() == set()
        await room.strike(Qt.Key.Key_C)
        await room.strike(Qt.Key.Key_1, CONTROL)
        assert room.fields() == set()

    several.begin(act, then=(SIX,))


# The plan is changed on the way


async def add(room: Room) -> None:
    """Plan the first exercise of the library in the dialog."""
    await room.strike(Qt.Key.Key_A)
    await room.hands.press("Add")
    await room.hands.press("Done")
    room.window.activateWindow()
    await room.until(lambda: room.window.isActiveWindow() and not room.dialogs())


def test_what_comes_next_is_chosen_on_the_way(anywhere: Rooms) -> None:
    async def act(room: Room) -> None:
        await add(room)
        assert to_come(room) == ["Six feelings"]
        assert await room.saved_state() == room.live.state
        await end(room)
        assert room.shows("Next: Six feelings")

    anywhere.begin(act)


def test_the_console_tells_the_plan_and_undo_takes_it_back(several: Rooms) -> None:
    async def act(room: Room) -> None:
        assert room.shows("Then: Thank you for")
        await add(room)
        assert room.shows("Then: Thank you for and Six feelings")
        await room.strike(Qt.Key.Key_Z, CONTROL)
        assert room.shows("Then: Thank you for")
        assert (await room.saved_state()).core.agenda == (THANKS,)

    several.begin(act, then=(THANKS,))


def test_a_plan_that_is_left_as_it_is_is_no_event(several: Rooms) -> None:
    async def act(room: Room) -> None:
        before = room.live.state
        for name in ("Cancel", "Done"):
            await room.hands.press("What comes next")
            await room.hands.press(name)
        assert room.live.state == before

    several.begin(act, then=(SIX,))


# After the review


def test_without_a_plan_the_review_comes_and_leads_to_one_more(anywhere: Rooms) -> None:
    async def act(room: Room) -> None:
        await tell_who_looks_on(room)
        await room.strike(Qt.Key.Key_E)
        await looking_back(room)
        await room.hands.write("Takeaway, Ana", "I was heard.")
        await room.hands.press("One more exercise")
        await room.hands.find(QListWidget, "Exercise")
        named(room.window, QListWidget, "Exercise").setCurrentRow(0)
        await room.hands.press(BEGIN)
        await in_room(room)
        assert room.reading("Floor") == "Ben"
        for _ in range(2):
            await room.strike(Qt.Key.Key_Right)
        await looking_back(room)
        field = named(room.window, QPlainTextEdit, "Takeaway, Ana")
        assert field.toPlainText() == "I was heard."
        assert done(room) == [FIRST, ("Six feelings", Partner.B, Outcome.COMPLETED)]

    anywhere.begin(act)


def test_a_note_goes_with_the_guide_from_the_room_to_the_review_and_back(several: Rooms) -> None:
    async def act(room: Room) -> None:
        def note() -> str:
            fields = room.window.findChildren(QPlainTextEdit)
            shown = [f for f in fields if f.isVisible() and told(f) == "Progress note"]
            return shown[0].toPlainText()

        await room.hands.press("Nothing")
        await room.hands.write("Progress note", "One.")
        await room.strike(Qt.Key.Key_E)
        await looking_back(room)
        assert note() == "One."
        await room.hands.write("Progress note", "One. Two.")
        await room.hands.press("One more exercise")
        await room.hands.press("Back")
        await in_room(room)
        assert note() == "One. Two."
        await room.hands.write("Progress note", "One. Two. Three.")
        room.window.setFocus()
        await room.hands.press("End exercise")
        await looking_back(room)
        assert note() == "One. Two. Three."
        assert (await room.note(NoteKind.PROGRESS)).text == "One. Two. Three."

    several.begin(act)


@pytest.mark.parametrize("sees", ["This screen", "Nothing"])
def test_the_answer_to_the_room_check_holds_for_all_exercises(several: Rooms, sees: str) -> None:
    async def act(room: Room) -> None:
        await room.hands.press(sees)
        for _ in range(2):
            await room.strike(Qt.Key.Key_E)
            await looking_back(room)
            await room.hands.press("One more exercise")
            await room.hands.find(QListWidget, "Exercise")
            named(room.window, QListWidget, "Exercise").setCurrentRow(0)
            await room.hands.press(BEGIN)
            await room.until(lambda: room.live.state.core.open_run is not None)
            await room.until(lambda: "Take a break" in room.buttons())
            assert (room.fields() == set()) is (sees == "This screen")

    several.begin(act)


def test_the_couples_window_stays_through_the_review(several: Rooms) -> None:
    def windows() -> list[StageWindow]:
        found = QApplication.topLevelWidgets()
        return [w for w in found if isinstance(w, StageWindow) and w.isVisible()]

    async def act(room: Room) -> None:
        await room.hands.press("A window to share")
        (before,) = windows()
        room.window.activateWindow()
        await room.strike(Qt.Key.Key_E)
        await looking_back(room)
        await room.hands.press("One more exercise")
        await room.hands.find(QListWidget, "Exercise")
        assert windows() == [before]
        assert any("end of the exercise" in text for text in words(before))

    several.begin(act)


# After a restart


def test_between_two_exercises_it_goes_on_between_them(several: Rooms) -> None:
    async def first(room: Room) -> None:
        await end(room)

    async def then(room: Room) -> None:
        await tell_who_looks_on(room)
        await room.hands.press(BEGIN)
        await in_room(room)
        assert done(room) == [FIRST, ("Six feelings", Partner.B, None)]

    several.resume(several.begin(first, then=(SIX,)), then)


def test_within_an_exercise_the_plan_is_still_there(several: Rooms) -> None:
    async def first(room: Room) -> None:
        await room.strike(Qt.Key.Key_Right)

    async def then(room: Room) -> None:
        assert room.shows("Then: Six feelings")
        assert room.reading("Step") == "Speak, 1 of 5"
        await end(room)

    several.resume(several.begin(first, then=(SIX,)), then)


def test_an_exercise_that_left_the_library_meanwhile_goes_on_and_comes_no_more(
    several: Rooms, tmp_path: Path
) -> None:
    async def first(room: Room) -> None:
        await end(room)
        await room.hands.press(BEGIN)
        await in_room(room)

    async def then(room: Room) -> None:
        assert room.reading("Step") == "Tell"
        await end(room)
        assert room.shows("Not in the library any more, and so left out: Six feelings.")

    session_id = several.begin(first, then=(SIX, SIX))
    left = make_library(tmp_path / "later", "six-feelings")
    replace(several, library=left).resume(session_id, then)
