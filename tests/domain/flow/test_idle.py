"""What is done when nobody has touched the computer: by what the session is doing."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.exercise.format import EntryGate, StepKind, Timer, Turns
from desktop.domain.flow import events as ev
from desktop.domain.flow.idle import WhenIdle, turn_planned, turn_spent, when_idle
from desktop.domain.flow.state import Place
from tests.domain.flow.course import MINUTE, A, Course
from tests.exercises import a_part, a_step, an_exercise

CURTAIN, LOCK = WhenIdle.CURTAIN, WhenIdle.LOCK


def timed(minutes: float, kind: Any = "soft") -> Timer:
    return Timer(kind=kind, seconds=round(minutes * 60))


THREE_AND_TWO = an_exercise(
    a_part(
        a_step("speak", StepKind.SPEAK, timer=timed(3)),
        a_step("mirror", StepKind.MIRROR, timer=timed(2)),
    ),
    minutes=(10, 60),
)
"""Two turns of five minutes each."""

PARTLY_TIMED = an_exercise(
    a_part(
        a_step("speak", StepKind.SPEAK, timer=timed(3)),
        a_step("mirror", StepKind.MIRROR, timer=Timer(kind="open")),
        a_step("pass", StepKind.PASS),
    ),
    minutes=(10, 30),
)
"""Two turns, which share thirty minutes."""


def done(course: Course) -> WhenIdle:
    return when_idle(course.state, course.run_time)


def test_pages_lock() -> None:
    assert when_idle(None, 0) is LOCK


def test_a_running_turn_is_only_curtained() -> None:
    assert done(Course(THREE_AND_TWO).wait(5 * 60)) is CURTAIN


def test_what_nobody_holds_the_floor_in_is_only_curtained() -> None:
    together = an_exercise(
        a_part(a_step("settle", StepKind.BREATHE, timer=timed(3)), turns=Turns.TOGETHER)
    )

    assert done(Course(together).wait(5 * 60)) is CURTAIN


def test_before_an_exercise_it_locks() -> None:
    assert done(Course(exercise=None)) is LOCK


def test_before_its_first_step_it_locks() -> None:
    gated = an_exercise(*THREE_AND_TWO.parts, entry=(EntryGate.CALM,))

    assert done(Course(gated)) is LOCK


def test_a_paused_turn_locks_and_goes_on_after() -> None:
    course = Course(THREE_AND_TWO).happen(ev.Paused)
    assert done(course) is LOCK

    assert done(course.happen(ev.Resumed)) is CURTAIN


@pytest.mark.parametrize(("kind", "minutes"), [(ev.BreakKind.BREAK, 20), (ev.BreakKind.SETTLE, 5)])
def test_a_break_locks(kind: ev.BreakKind, minutes: int) -> None:
    course = Course(THREE_AND_TWO)

    course.happen(ev.BreakCalled, pause=kind, until=course.wall + minutes * MINUTE)

    assert done(course) is LOCK
    assert done(course.happen(ev.BreakEnded)) is CURTAIN


def test_the_review_locks() -> None:
    assert done(Course(THREE_AND_TWO).move(ev.GuideMove.END)) is LOCK


def test_a_finished_session_locks() -> None:
    over = Course(THREE_AND_TWO).move(ev.GuideMove.END).happen(ev.SessionFinished)

    assert done(over) is LOCK


def test_a_turn_of_three_times_its_length_locks() -> None:
    course = Course(THREE_AND_TWO).wait(4 * 60).next().wait(11 * 60 - 1)
    assert done(course) is CURTAIN

    assert done(course.wait(1)) is LOCK


def test_the_next_turn_begins_anew() -> None:
    course = Course(THREE_AND_TWO).wait(14 * 60).next().next()

    assert done(course.wait(14 * 60)) is CURTAIN


def test_time_that_was_added_counts_threefold() -> None:
    course = Course(THREE_AND_TWO).happen(ev.TimeAdded, milliseconds=2 * MINUTE)

    assert done(course.wait(20 * 60)) is CURTAIN
    assert done(course.wait(60)) is LOCK


def test_time_in_a_pause_is_no_part_of_a_turn() -> None:
    course = Course(THREE_AND_TWO).wait(60).happen(ev.Paused).wait(60 * 60).happen(ev.Resumed)

    assert done(course) is CURTAIN


def test_a_swap_begins_the_turn_anew() -> None:
    course = Course(THREE_AND_TWO).wait(14 * 60).move(ev.GuideMove.SWAP)

    assert done(course.wait(14 * 60)) is CURTAIN


def test_steps_without_an_end_share_the_time_of_the_exercise() -> None:
    course = Course(PARTLY_TIMED).next().wait(45 * 60 - 1)
    assert done(course) is CURTAIN

    assert done(course.wait(1)) is LOCK


def test_a_turn_is_never_shorter_than_its_timed_steps() -> None:
    short = an_exercise(*PARTLY_TIMED.parts, minutes=(1, 2))

    assert turn_planned(Course(short).run, Place(0, 0, 0, 0)) == 3 * MINUTE


def test_a_turn_takes_all_its_steps_and_no_others() -> None:
    course = Course(THREE_AND_TWO, first=A).wait(60).next().wait(30).next().wait(10)

    assert turn_spent(course.run, Place(0, 0, 0, 0), course.run_time) == 90_000
    assert turn_spent(course.run, Place(0, 0, 1, 0), course.run_time) == 10_000


@given(st.integers(0, 24 * 60), st.integers(0, 24 * 60))
def test_a_turn_that_runs_on_never_gets_younger(first: int, more: int) -> None:
    """Once it is to be locked, it stays so."""
    course = Course(THREE_AND_TWO).wait(first * 60)
    before = done(course)

    after = done(course.wait(more * 60))

    assert (before, after) in {(CURTAIN, CURTAIN), (CURTAIN, LOCK), (LOCK, LOCK)}
