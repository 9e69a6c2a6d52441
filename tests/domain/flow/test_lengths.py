"""Lengths that are changed before a step comes and while it goes on."""

import pytest

from desktop.domain.exercise.format import Exercise, StepKind, Timer, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.idle import WhenIdle, when_idle
from desktop.domain.flow.lengths import timed_steps
from desktop.domain.flow.present import step_lines
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.timing import LEAST_LENGTH, MOST_LENGTH
from tests.domain.flow.course import MINUTE, SECOND, A, B, Course
from tests.exercises import a_part, a_step, an_exercise

HALF = 30 * SECOND


def timed(step_id: str, minutes: float, kind: str = "soft") -> Exercise:
    """Two rounds of a timed step for each, after one that both do."""
    timer = Timer(kind="hard" if kind == "hard" else "soft", seconds=round(minutes * 60))
    return an_exercise(
        a_part(a_step("settle", StepKind.BREATHE, timer=timer), id="first", turns=Turns.TOGETHER),
        a_part(a_step(step_id, StepKind.SPEAK, timer=timer), rounds=2),
    )


def planned(course: Course) -> int | None:
    return course.run.clock.planned


def ahead(course: Course) -> list[int | None]:
    return [line.planned for line in step_lines(course.run, course.run_time)]


def test_it_holds_for_all_turns_that_are_to_come() -> None:
    course = Course(timed("speak", 3))

    course.happen(ev.LengthSet, step_id="speak", milliseconds=5 * MINUTE)

    assert ahead(course) == [3 * MINUTE, *[5 * MINUTE] * 4]
    for _ in range(4):
        assert planned(course.next()) == 5 * MINUTE


def test_it_can_hold_for_one_of_them_alone() -> None:
    course = Course(timed("speak", 3))

    course.happen(ev.LengthSet, step_id="speak", speaker=B, milliseconds=2 * MINUTE)
    assert ahead(course)[1:] == [3 * MINUTE, 2 * MINUTE, 3 * MINUTE, 2 * MINUTE]

    course.happen(ev.LengthSet, step_id="speak", milliseconds=4 * MINUTE)
    assert ahead(course)[1:] == [4 * MINUTE] * 4


def test_the_open_step_has_its_new_length_at_once() -> None:
    course = Course(timed("speak", 3)).next().wait(60)

    course.happen(ev.LengthSet, step_id="speak", speaker=A, milliseconds=2 * MINUTE)

    assert planned(course) == 2 * MINUTE
    assert course.spent == MINUTE


def test_the_other_ones_length_leaves_the_open_step_alone() -> None:
    course = Course(timed("speak", 3)).next().happen(ev.TimeAdded, milliseconds=MINUTE)

    course.happen(ev.LengthSet, step_id="speak", speaker=B, milliseconds=2 * MINUTE)

    assert planned(course) == 4 * MINUTE


def test_a_length_means_what_it_says_whatever_was_added() -> None:
    course = Course(timed("speak", 3)).next().happen(ev.TimeAdded, milliseconds=MINUTE)

    course.happen(ev.LengthSet, step_id="speak", milliseconds=3 * MINUTE)

    assert planned(course) == 3 * MINUTE


def test_whoever_speaks_keeps_half_a_minute_to_finish() -> None:
    course = Course(timed("speak", 5)).next().wait(3 * 60)

    course.happen(ev.LengthSet, step_id="speak", milliseconds=MINUTE)

    assert planned(course) == 3 * MINUTE + HALF
    assert planned(course.next()) == MINUTE


def test_time_that_is_over_does_not_come_back_by_less_of_it() -> None:
    course = Course(timed("speak", 5)).next().wait(6 * 60)

    course.happen(ev.LengthSet, step_id="speak", milliseconds=MINUTE)

    assert planned(course) == 5 * MINUTE


def test_a_hard_step_that_is_made_shorter_does_not_end_at_once() -> None:
    course = Course(timed("speak", 5, "hard")).next().wait(4 * 60)
    course.happen(ev.LengthSet, step_id="speak", milliseconds=MINUTE)

    assert course.refused(ev.TimeRanOut) == Refusal.TIME_IS_LEFT
    course.wait(30).happen(ev.TimeRanOut)
    assert course.holder is B


def test_a_soft_step_never_ends_by_itself() -> None:
    course = Course(timed("speak", 1)).next().wait(10 * 60)

    assert course.refused(ev.TimeRanOut) == Refusal.NO_HARD_TIMER


def test_a_minute_can_be_taken_away_while_there_is_one() -> None:
    course = Course(timed("speak", 3)).next()

    assert planned(course.happen(ev.TimeAdded, milliseconds=-MINUTE)) == 2 * MINUTE
    course.wait(60).happen(ev.TimeAdded, milliseconds=-MINUTE)
    assert planned(course) == MINUTE + HALF
    assert not course.console.moves.take_minute
    assert course.refused(ev.TimeAdded, milliseconds=-MINUTE) == Refusal.NO_TIME_TO_TAKE


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"step_id": "speak", "milliseconds": LEAST_LENGTH - 1}, Refusal.LENGTH),
        ({"step_id": "speak", "milliseconds": MOST_LENGTH + 1}, Refusal.LENGTH),
        ({"step_id": "no such", "milliseconds": MINUTE}, Refusal.NO_SUCH_STEP),
        ({"step_id": "settle", "speaker": A, "milliseconds": MINUTE}, Refusal.NO_SUCH_STEP),
    ],
)
def test_what_makes_no_sense_is_refused(facts: dict[str, object], why: Refusal) -> None:
    assert Course(timed("speak", 3)).refused(ev.LengthSet, **facts) == why


def test_a_step_without_an_end_has_no_length() -> None:
    course = Course()

    assert course.refused(ev.LengthSet, step_id="check", milliseconds=MINUTE) == (
        Refusal.NO_PLANNED_TIME
    )
    assert {step.step_id for step in timed_steps(course.run)} == {
        "settle",
        "speak",
        "mirror",
        "thank",
    }


def test_it_can_be_changed_before_the_first_step_and_in_a_break() -> None:
    course = Course().to("speak").wait(10)
    course.happen(ev.BreakCalled, pause=ev.BreakKind.BREAK, until=course.wall + 20 * MINUTE)

    course.happen(ev.LengthSet, step_id="speak", milliseconds=4 * MINUTE).happen(ev.BreakEnded)

    assert planned(course) == 4 * MINUTE


def test_after_the_exercise_there_is_none_to_change() -> None:
    over = Course().move(ev.GuideMove.END)

    assert over.refused(ev.LengthSet, step_id="speak", milliseconds=MINUTE) == Refusal.NO_STEP


def test_each_speaker_has_a_line_whatever_the_rounds() -> None:
    course = Course(timed("speak", 3)).happen(
        ev.LengthSet, step_id="speak", speaker=B, milliseconds=MINUTE
    )

    told = [(step.step_id, step.speaker, step.length) for step in timed_steps(course.run)]
    assert told == [
        ("settle", None, 3 * MINUTE),
        ("speak", A, 3 * MINUTE),
        ("speak", B, MINUTE),
    ]


def test_a_turn_that_was_made_longer_is_forgotten_later() -> None:
    course = Course(timed("speak", 3)).next().wait(10 * 60)
    assert when_idle(course.state, course.run_time) is WhenIdle.LOCK

    course.happen(ev.LengthSet, step_id="speak", milliseconds=5 * MINUTE)

    assert when_idle(course.state, course.run_time) is WhenIdle.CURTAIN
    assert when_idle(course.state, course.run_time + 5 * MINUTE) is WhenIdle.LOCK


def test_undo_gives_the_length_back() -> None:
    course = Course(timed("speak", 3)).next().wait(10)
    before = course.state.core

    course.happen(ev.LengthSet, step_id="speak", milliseconds=5 * MINUTE)

    assert course.undo().state.core == before
