"""Time that stands still: pause, added time, break and settle pause, also over a restart."""

import pytest

from desktop.domain.exercise.format import StepKind, Timer
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import fold
from desktop.domain.flow.events import BreakKind
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.views import StageMode
from tests.exercises import a_part, a_step, an_exercise

from .course import MINUTE, A, B, Course

HOUR = 60 * MINUTE


def on_break(minutes: float = 30, kind: BreakKind = BreakKind.BREAK) -> Course:
    """Forty seconds into Ana's turn a break is called."""
    course = Course().to("speak").wait(40)
    return course.happen(ev.BreakCalled, pause=kind, until=course.wall + round(minutes * MINUTE))


def test_a_pause_stops_the_time_and_the_floor() -> None:
    course = Course().to("speak").wait(40).happen(ev.Paused).wait(100)
    assert course.spent == 40_000
    assert (course.console.floor_a, course.console.floor_running) == (40_000, None)
    assert course.stage.paused
    course.happen(ev.Resumed).wait(5)
    assert course.spent == 45_000
    assert (course.console.floor_a, course.console.floor_running) == (45_000, A)


def test_several_pauses_add_up() -> None:
    course = Course().to("speak")
    for _ in range(3):
        course.wait(10).happen(ev.Paused).wait(7).happen(ev.Resumed)
    assert course.spent == 30_000


def test_a_step_that_is_entered_during_a_pause_does_not_run() -> None:
    course = Course().to("speak").happen(ev.Paused).wait(10).next().wait(10)
    assert (course.step, course.spent) == ("mirror", 0)
    assert course.happen(ev.Resumed).wait(3).spent == 3_000


def test_pause_and_resume_need_something_to_stop_and_to_let_go() -> None:
    course = Course().to("speak")
    assert course.refused(ev.Resumed) == Refusal.NOT_PAUSED
    assert course.happen(ev.Paused).refused(ev.Paused) == Refusal.PAUSED
    assert (course.console.moves.pause, course.console.moves.resume) == (False, True)
    assert Course().to_the_end().refused(ev.Paused) == Refusal.NO_STEP


def test_the_end_of_an_exercise_ends_its_pause() -> None:
    course = Course().to("thank").happen(ev.Paused).next()
    assert not course.state.core.paused


def test_added_time_makes_the_step_longer() -> None:
    course = Course().to("speak").wait(10)
    timer = course.stage.timer
    assert timer is not None
    before = timer.left_at(course.run_time)
    timer = course.happen(ev.TimeAdded, milliseconds=MINUTE).stage.timer
    assert timer is not None
    assert before is not None
    assert timer.left_at(course.run_time) == before + MINUTE
    assert course.spent == 10_000


def test_added_time_is_for_this_stay_only() -> None:
    course = Course().to("speak").happen(ev.TimeAdded, milliseconds=MINUTE)
    assert course.run.clock.planned == 4 * MINUTE
    assert course.to("pass").pass_floor().run.clock.planned == 3 * MINUTE


def test_a_step_without_an_end_gets_no_time() -> None:
    course = Course().to("check")
    assert course.stage.timer is None
    assert course.refused(ev.TimeAdded, milliseconds=MINUTE) == Refusal.NO_PLANNED_TIME
    talk = a_step("talk", StepKind.SPEAK, timer=Timer(kind="open"))
    course = Course(an_exercise(a_part(talk))).wait(5)
    assert course.refused(ev.TimeAdded, milliseconds=MINUTE) == Refusal.NO_PLANNED_TIME
    timer = course.stage.timer
    assert timer is not None
    assert (timer.planned, timer.spent_at(course.run_time)) == (None, 5_000)


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [(BreakKind.BREAK, 20 * MINUTE, 24 * HOUR), (BreakKind.SETTLE, MINUTE, 10 * MINUTE)],
)
def test_the_time_of_return_has_bounds(kind: BreakKind, least: int, most: int) -> None:
    """Times are agreed in whole minutes, so a minute more or less is let through."""
    course = Course().to("speak")
    for inside in (least - MINUTE, least, most, most + MINUTE):
        called = course.event(ev.BreakCalled, pause=kind, until=course.wall + inside)
        assert fold([*course.events, called]).core.pause is not None
    for outside in (least - MINUTE - 1, most + MINUTE + 1, -HOUR):
        refusal = course.refused(ev.BreakCalled, pause=kind, until=course.wall + outside)
        assert refusal == Refusal.RETURN_TIME


def test_a_break_is_called_in_a_step_and_once() -> None:
    until = Course().wall + 30 * MINUTE
    facts = {"pause": BreakKind.BREAK, "until": until}
    assert Course(exercise=None).refused(ev.BreakCalled, **facts) == Refusal.NO_STEP
    assert Course().to_the_end().refused(ev.BreakCalled, **facts) == Refusal.NO_STEP
    assert on_break().refused(ev.BreakCalled, **facts) == Refusal.ON_BREAK


def test_after_a_break_they_are_at_the_same_step_with_its_time() -> None:
    course = on_break().wait(25 * 60)
    assert course.stage.mode is StageMode.BREAK
    assert course.spent == 40_000
    course.happen(ev.BreakEnded).wait(5)
    assert (course.stage.mode, course.step, course.holder) == (StageMode.TURN, "speak", A)
    assert (course.spent, course.console.floor_a) == (45_000, 45_000)


def test_after_a_break_the_gate_stands_as_it_stood() -> None:
    course = Course().to("pass")
    course.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=course.wall + 30 * MINUTE)
    assert course.happen(ev.BreakEnded).pass_floor().holder is B
    course.to("check").not_quite()
    course.happen(ev.BreakCalled, pause=BreakKind.SETTLE, until=course.wall + 5 * MINUTE)
    assert course.happen(ev.BreakEnded).run.not_quite == 1


def test_a_break_outlives_the_app() -> None:
    course = on_break()
    until = course.wall + 30 * MINUTE
    course.state = fold(ev.decode(ev.encode(event)) for event in course.events)
    course.away(28 * 60)
    assert (course.stage.mode, course.stage.back_at) == (StageMode.BREAK, until)
    course.happen(ev.BreakEnded).wait(5)
    assert (course.step, course.spent) == ("speak", 45_000)


def test_during_a_break_nothing_goes_on() -> None:
    course = on_break()
    for kind in (ev.StepFinished, ev.FloorPassed, ev.Paused, ev.TimeRanOut):
        assert course.refused(kind) == Refusal.ON_BREAK
    assert course.refused(ev.TimeAdded, milliseconds=MINUTE) == Refusal.ON_BREAK
    paused = Course().to("speak").happen(ev.Paused)
    paused.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=paused.wall + 30 * MINUTE)
    assert paused.refused(ev.Resumed) == Refusal.ON_BREAK


def test_a_break_ends_and_is_extended_only_while_it_lasts() -> None:
    course = Course().to("speak")
    assert course.refused(ev.BreakEnded) == Refusal.NOT_ON_BREAK
    later = course.wall + HOUR
    assert course.refused(ev.BreakExtended, until=later) == Refusal.NOT_ON_BREAK
    assert on_break().happen(ev.BreakEnded).refused(ev.BreakEnded) == Refusal.NOT_ON_BREAK


def test_a_break_is_extended_once_and_to_a_later_time() -> None:
    course = on_break(minutes=30)
    assert course.stage.can_extend
    first = course.stage.back_at
    assert course.refused(ev.BreakExtended, until=first) == Refusal.RETURN_TIME
    course.away(30 * 60)
    until = course.wall + 20 * MINUTE
    course.happen(ev.BreakExtended, until=until)
    assert (course.stage.back_at, course.stage.can_extend) == (until, False)
    assert course.refused(ev.BreakExtended, until=until + HOUR) == Refusal.ALREADY_EXTENDED
    assert course.happen(ev.BreakEnded).step == "speak"


def test_a_later_time_has_the_same_bounds() -> None:
    course = on_break(minutes=30)
    too_late = course.wall + 24 * HOUR + MINUTE + 1
    assert course.refused(ev.BreakExtended, until=too_late) == Refusal.RETURN_TIME
    settle = on_break(minutes=5, kind=BreakKind.SETTLE)
    assert settle.stage.settle
    assert settle.refused(ev.BreakExtended, until=settle.wall + HOUR) == Refusal.RETURN_TIME


def test_a_break_can_be_extended_again_after_another_was_called() -> None:
    course = on_break()
    course.happen(ev.BreakExtended, until=course.wall + HOUR).happen(ev.BreakEnded)
    course.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=course.wall + 30 * MINUTE)
    assert course.stage.can_extend


def test_a_break_within_a_pause_comes_back_to_the_pause() -> None:
    course = Course().to("speak").wait(10).happen(ev.Paused).wait(10)
    course.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=course.wall + 30 * MINUTE)
    course.wait(60).happen(ev.BreakEnded).wait(10)
    assert (course.stage.paused, course.spent) == (True, 10_000)
    assert course.happen(ev.Resumed).wait(1).spent == 11_000


def test_a_stamp_from_before_takes_no_time_away() -> None:
    """The run time never goes back; a clock that says otherwise is not believed."""
    course = Course().to("speak").wait(50).happen(ev.CardDrawn, card=CARD)
    early = ev.Stamp(course.wall, course.run_time - 30_000)
    until = course.wall + 30 * MINUTE
    course.happen(ev.BreakCalled, at=early, pause=BreakKind.BREAK, until=until)
    assert course.spent == 50_000
    assert course.state.at.run == course.run_time


def test_a_wall_clock_that_is_set_back_changes_no_timer() -> None:
    course = Course().to("speak").wait(50)
    course.wall -= 5 * HOUR
    course.happen(ev.Paused)
    assert course.spent == 50_000


CARD = ev.ShownCard(deck_id="deck", deck_title="Deck", id="one", text="?")
