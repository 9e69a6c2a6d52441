"""Several exercises in one session, and what is still to come."""

import pytest

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import fold
from desktop.domain.flow.agenda import speaks_first_next
from desktop.domain.flow.events import GuideMove, PlannedExercise
from desktop.domain.flow.readout import read_out
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.state import Outcome
from tests.exercises import a_part, a_step, an_exercise

from .course import BUILT_IN, A, B, Course

SMALL = an_exercise(a_part(a_step("one", StepKind.SPEAK)))
PLANNED = PlannedExercise(id="small", title="Small")
OTHER = PlannedExercise(id="other", title="Other")


def titles(course: Course) -> list[str]:
    return [planned.title for planned in course.console.agenda]


def test_what_is_chosen_takes_the_place_of_what_was() -> None:
    course = Course().happen(ev.AgendaChosen, exercises=(PLANNED, OTHER))
    assert titles(course) == ["Small", "Other"]
    assert titles(course.happen(ev.AgendaChosen, exercises=(OTHER,))) == ["Other"]
    assert titles(course.happen(ev.AgendaChosen, exercises=())) == []


def test_the_choice_can_be_taken_back() -> None:
    course = Course().happen(ev.AgendaChosen, exercises=(PLANNED,))
    course.happen(ev.AgendaChosen, exercises=())
    assert course.console.undo_kind == "agenda-chosen"
    assert titles(course.undo()) == ["Small"]
    assert titles(course.undo()) == []


def test_an_exercise_that_begins_is_to_come_no_more() -> None:
    course = Course().happen(ev.AgendaChosen, exercises=(OTHER, PLANNED, PLANNED))
    course.move(GuideMove.END).happen(ev.ExerciseBegan, exercise=SMALL, first=B)
    assert titles(course) == ["Other", "Small"]
    course.to_the_end().happen(ev.ExerciseBegan, exercise=BUILT_IN, first=A)
    assert titles(course) == ["Other", "Small"]


def test_it_can_be_chosen_in_a_break_and_between_two_exercises_but_not_at_the_end() -> None:
    course = Course()
    course.happen(ev.BreakCalled, pause=ev.BreakKind.BREAK, until=course.wall + 30 * 60_000)
    assert course.console.moves.agenda
    course.happen(ev.AgendaChosen, exercises=(PLANNED,)).happen(ev.BreakEnded)
    course.to_the_end().happen(ev.AgendaChosen, exercises=(OTHER,))
    assert titles(course) == ["Other"]
    course.happen(ev.SessionFinished)
    assert course.refused(ev.AgendaChosen, exercises=()) == Refusal.FINISHED
    assert not course.console.moves.agenda


def test_what_was_said_in_an_exercise_ended_early_stays_when_the_next_begins() -> None:
    course = Course().wait(20).to("check").wait(30).yes()
    floor = course.console.floor_a
    course.move(GuideMove.END).happen(ev.ExerciseBegan, exercise=SMALL, first=B)
    course.wait(10).next()
    assert (course.console.floor_a, course.console.floor_b) == (floor, 10_000)
    first, second = read_out(course.to_the_end().events).exercises
    assert (first.title, first.outcome) == ("Speaker and listener", Outcome.ENDED_EARLY)
    assert (second.title, second.outcome) == ("Small", Outcome.COMPLETED)


def test_no_exercise_begins_within_another() -> None:
    refused = Course().refused(ev.ExerciseBegan, exercise=SMALL, first=A)
    assert refused == Refusal.EXERCISE_OPEN


def test_a_finished_exercise_can_be_gone_back_into_until_the_next_begins() -> None:
    course = Course().to_the_end().move(GuideMove.BACK)
    assert course.state.core.open_run is not None
    course.to_the_end().happen(ev.ExerciseBegan, exercise=SMALL, first=A)
    assert course.refused(ev.GuideMoved, move=GuideMove.BACK) == Refusal.NO_WAY_BACK


def test_the_other_one_speaks_first_next() -> None:
    assert speaks_first_next(Course(first=A).state.core) is B
    course = Course(first=A).to_the_end().happen(ev.ExerciseBegan, exercise=SMALL, first=B)
    assert speaks_first_next(course.state.core) is A
    assert speaks_first_next(Course(None).state.core) is A


def test_what_is_to_come_is_there_after_a_restart() -> None:
    course = Course().happen(ev.AgendaChosen, exercises=(PLANNED, OTHER)).to_the_end()
    restored = fold([ev.decode(ev.encode(event)) for event in course.events])
    assert restored.core.agenda == (PLANNED, OTHER)


# The smaller piece that is offered after three times "not quite"


def missed_thrice() -> Course:
    course = Course().to("check")
    for _ in range(3):
        course.to("check").not_quite()
    return course


def test_a_smaller_piece_leads_to_where_the_speaker_spoke() -> None:
    course = missed_thrice().wait(5)
    assert (course.step, course.console.offer_smaller_piece) == ("mirror", True)
    course.move(GuideMove.SMALLER_PIECE)
    assert (course.step, course.holder) == ("speak", A)
    assert not course.console.offer_smaller_piece
    assert course.refused(ev.FloorPassed) == Refusal.WAITS_FOR_SPEAKER


def test_a_smaller_piece_shuts_a_gate_that_was_open() -> None:
    course = Course().to("more").move(GuideMove.SMALLER_PIECE)
    assert not course.run.cleared
    assert course.undo().run.cleared


def test_back_from_a_smaller_piece_leads_to_the_step_that_was_left() -> None:
    course = missed_thrice().move(GuideMove.SMALLER_PIECE).move(GuideMove.BACK)
    assert course.step == "mirror"
    assert course.console.offer_smaller_piece


def test_without_a_step_to_speak_in_it_is_the_first_of_the_turn() -> None:
    silent = an_exercise(a_part(a_step("one", StepKind.WRITE), a_step("two", StepKind.WRITE)))
    assert Course(silent).next().move(GuideMove.SMALLER_PIECE).step == "one"


@pytest.mark.parametrize("course", [Course(), Course().to_the_end()])
def test_there_is_no_smaller_piece_outside_of_the_turns(course: Course) -> None:
    assert not course.console.moves.smaller_piece
