"""The gate holds by itself, also in a file that no checker saw."""

from desktop.domain.exercise.checker import check_exercise
from desktop.domain.exercise.format import Step, StepKind, Timer
from desktop.domain.flow import events as ev
from desktop.domain.flow.refusals import Refusal
from tests.exercises import a_part, a_step, an_exercise

from .course import B, Course

TALK = a_step("talk", StepKind.SPEAK)
AGAIN = a_step("again", StepKind.SPEAK)
CHECK = a_step("check", StepKind.CHECK, back_to="talk")
PASS = a_step("pass", StepKind.PASS)


def unsound(*steps: Step) -> Course:
    """A course through a gated part that the checker refuses."""
    exercise = an_exercise(a_part(*steps, gated=True))
    assert [f.field for f in check_exercise(exercise)] == ["parts[0].gated"]
    return Course(exercise)


def test_without_a_check_no_turn_ends() -> None:
    course = unsound(a_step("talk", StepKind.SPEAK, timer=Timer(kind="hard", seconds=1))).wait(1)
    for kind in (ev.StepFinished, ev.FloorPassed, ev.TimeRanOut):
        assert course.refused(kind) == Refusal.NOT_UNDERSTOOD
    assert course.move(ev.GuideMove.SKIP).holder is B


def test_what_comes_after_more_must_be_understood_itself() -> None:
    more = a_step("more", StepKind.MORE, back_to="again", next="pass")
    course = unsound(TALK, CHECK, more, AGAIN, PASS)
    course.next().yes().more(True).next()
    assert course.refused(ev.FloorPassed) == Refusal.NOT_UNDERSTOOD


def test_a_yes_to_one_check_is_none_to_the_next() -> None:
    summary = a_step("summary", StepKind.CHECK, back_to="again", next="pass")
    course = unsound(TALK, CHECK, summary, AGAIN, PASS)
    course.next().yes().not_quite().next()
    assert course.refused(ev.FloorPassed) == Refusal.NOT_UNDERSTOOD


def test_a_yes_in_one_turn_is_none_in_the_next() -> None:
    ask = a_step("ask", StepKind.MORE, back_to="talk", next="pass")
    course = unsound(ask, TALK, CHECK, PASS)
    course.more(True).next().yes().pass_floor().more(False)
    assert (course.step, course.holder) == ("pass", B)
    assert course.refused(ev.FloorPassed) == Refusal.NOT_UNDERSTOOD
