"""Coming back from a break: the time is agreed on, and both are asked whether they are ready."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given

from desktop.domain.exercise.format import EntryGate, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import advance, fold
from desktop.domain.flow.events import BreakKind, GuideMove
from desktop.domain.flow.present import allows, stage_view
from desktop.domain.flow.readout import SessionReadout, read_out
from desktop.domain.flow.refusals import Refusal
from desktop.domain.flow.returning import return_after
from desktop.domain.flow.views import ReturnView, StageMode
from tests.exercises import a_part, a_step, an_exercise

from .course import MINUTE, Course
from .test_properties import COURSES, Played

HOUR = 60 * MINUTE
DAY = 24 * HOUR
FIXTURES = Path(__file__).parents[2] / "fixtures"


def on_break(kind: BreakKind = BreakKind.BREAK) -> Course:
    """A minute into Ana's turn a break is called, with the length that is usual."""
    course = Course().to("speak").wait(60)
    minutes = 20 if kind is BreakKind.BREAK else 5
    return course.happen(ev.BreakCalled, pause=kind, until=course.wall + minutes * MINUTE)


def asked() -> Course:
    """The time has come, and both are asked."""
    return on_break().away(20 * 60).happen(ev.ReturnAsked)


def returning(course: Course) -> ReturnView:
    shown = course.console.stage.returning
    assert shown is not None
    return shown


def minutes(course: Course) -> list[float]:
    """How far ahead the times are that can be chosen by one press."""
    return [(time - course.wall) / MINUTE for time in returning(course).times]


# Agreeing


@pytest.mark.parametrize(
    ("kind", "offered"), [(BreakKind.BREAK, [20, 30, 60]), (BreakKind.SETTLE, [1, 3, 5, 10])]
)
def test_a_break_called_offers_times_to_agree_on(kind: BreakKind, offered: list[float]) -> None:
    course = on_break(kind)
    assert minutes(course) == offered
    assert not returning(course).agreed


def test_the_times_do_not_change_while_one_looks_at_them() -> None:
    course = on_break()
    times = returning(course).times
    for _ in range(19):
        assert returning(course.wait(60)).times == times
    settle = on_break(BreakKind.SETTLE).wait(130)
    assert [round(m) for m in minutes(settle)] == [1, 3, 8]


def test_agreeing_is_no_extension_and_can_be_done_again() -> None:
    course = on_break()
    for time in (30, 60, 20):
        until = course.wall + time * MINUTE
        course.happen(ev.ReturnAgreed, until=until)
        assert course.stage.back_at == until
        assert returning(course).agreed
        assert course.stage.can_extend
    assert read_out(course.events).breaks == 1


@pytest.mark.parametrize(
    ("kind", "least", "most"),
    [(BreakKind.BREAK, 20 * MINUTE, DAY), (BreakKind.SETTLE, MINUTE, 10 * MINUTE)],
)
def test_an_agreed_time_has_bounds(kind: BreakKind, least: int, most: int) -> None:
    course = on_break(kind)
    for inside in (least, most):
        fold([*course.events, course.event(ev.ReturnAgreed, until=course.wall + inside)])
    for outside in (least - MINUTE - 1, most + MINUTE + 1):
        refusal = course.refused(ev.ReturnAgreed, until=course.wall + outside)
        assert refusal == Refusal.RETURN_TIME


def test_whatever_is_offered_is_taken_however_late_it_is_pressed() -> None:
    for kind in BreakKind:
        course = on_break(kind)
        times = returning(course).times
        course.wait(9 * 60)
        for time in times:
            assert allows(course.state, course.event(ev.ReturnAgreed, until=time))


def test_any_other_time_of_a_break_lies_between_twenty_minutes_and_a_day() -> None:
    course = on_break()
    shown = returning(course)
    assert shown.earliest == course.wall + 20 * MINUTE
    assert shown.latest == course.wall + DAY
    for time in (shown.earliest, shown.latest):
        assert allows(course.state, course.event(ev.ReturnAgreed, until=time))
    settle = returning(on_break(BreakKind.SETTLE))
    assert (settle.earliest, settle.latest) == (None, None)


def test_a_time_is_agreed_on_only_during_a_break() -> None:
    course = Course().to("speak")
    until = course.wall + HOUR
    assert course.refused(ev.ReturnAgreed, until=until) == Refusal.NOT_ON_BREAK
    assert asked().refused(ev.ReturnAgreed, until=until) == Refusal.RETURN_ASKED


def test_a_time_of_return_is_a_full_minute() -> None:
    assert return_after(30_000, MINUTE) == 2 * MINUTE
    assert return_after(0, MINUTE) == MINUTE


# The return check


def test_the_return_check_is_part_of_the_state() -> None:
    course = asked()
    course.state = fold(ev.decode(ev.encode(event)) for event in course.events)
    assert course.stage.mode is StageMode.RETURN
    assert course.refused(ev.ReturnAsked) == Refusal.RETURN_ASKED
    assert course.refused(ev.StepFinished) == Refusal.ON_BREAK
    assert Course().refused(ev.ReturnAsked) == Refusal.NOT_ON_BREAK


def test_yes_leads_back_to_the_same_step_with_its_time() -> None:
    course = asked().wait(90).happen(ev.BreakEnded).wait(5)
    assert (course.stage.mode, course.step, course.spent) == (StageMode.TURN, "speak", 65_000)
    assert course.stage.returning is None


def test_it_is_put_off_once_and_the_time_can_then_be_agreed_on() -> None:
    course = asked()
    assert not returning(course).early
    course.happen(ev.BreakExtended, until=course.wall + 20 * MINUTE)
    assert (course.stage.mode, course.stage.can_extend) == (StageMode.BREAK, False)
    assert not returning(course).agreed
    assert minutes(course) == [20, 30, 60]
    course.happen(ev.ReturnAgreed, until=course.wall + HOUR).away(3600).happen(ev.ReturnAsked)
    until = course.wall + HOUR
    assert course.refused(ev.BreakExtended, until=until) == Refusal.ALREADY_EXTENDED
    assert course.move(GuideMove.END).state.core.pause is None
    assert read_out(course.events).breaks == 1


def test_not_yet_before_the_time_keeps_it_and_extends_nothing() -> None:
    course = on_break().happen(ev.ReturnAgreed, until=Course().wall + HOUR).wait(300)
    until = course.stage.back_at
    course.happen(ev.ReturnAsked)
    assert returning(course).early
    course.happen(ev.ReturnPutOff)
    assert (course.stage.mode, course.stage.back_at) == (StageMode.BREAK, until)
    assert course.stage.can_extend
    assert returning(course).agreed
    assert course.refused(ev.ReturnPutOff) == Refusal.NOT_ASKED
    assert asked().refused(ev.ReturnPutOff) == Refusal.RETURN_TIME


def test_a_break_of_days_has_its_return_check_at_the_end() -> None:
    course = on_break().away(3 * 24 * 3600).happen(ev.ReturnAsked)
    course.happen(ev.BreakExtended, until=course.wall + 20 * MINUTE)
    course.away(20 * 60).happen(ev.ReturnAsked).happen(ev.BreakEnded)
    assert (course.step, course.spent) == ("speak", 60_000)


# Before the first step


def at_entry() -> Course:
    gates = (EntryGate.CALM,)
    return Course(an_exercise(a_part(a_step("talk", StepKind.SPEAK)), entry=gates))


def test_a_break_can_be_called_before_the_first_step() -> None:
    course = at_entry()
    assert course.console.moves.take_break
    course.happen(ev.BreakCalled, pause=BreakKind.BREAK, until=course.wall + 20 * MINUTE)
    assert course.stage.mode is StageMode.BREAK
    assert course.refused(ev.EntryConfirmed, gate=EntryGate.CALM) == Refusal.ON_BREAK
    assert course.refused(ev.GuideMoved, move=GuideMove.SKIP) == Refusal.ON_BREAK
    course.wait(60).happen(ev.ReturnAsked).happen(ev.BreakEnded)
    assert (course.stage.mode, course.stage.entry_gate) == (StageMode.ENTRY, EntryGate.CALM)
    course.happen(ev.EntryConfirmed, gate=EntryGate.CALM).wait(3)
    assert (course.step, course.spent) == ("talk", 3_000)


# A clock that jumps


def set_clock(days: float) -> Callable[[Course], Course]:
    return lambda course: course.away(days * 24 * 3600)


@pytest.mark.parametrize("jump", [set_clock(-1), set_clock(1), set_clock(-0.02), set_clock(0.02)])
def test_after_a_jump_of_the_clock_all_can_still_be_done(jump: Callable[[Course], Course]) -> None:
    course = jump(on_break())
    for time in returning(course).times:
        assert time > course.wall
        assert allows(course.state, course.event(ev.ReturnAgreed, until=time))
    jump(course.happen(ev.ReturnAsked))
    later = course.event(ev.BreakExtended, until=course.wall + 20 * MINUTE)
    put_off = course.event(ev.ReturnPutOff)
    assert allows(course.state, later)
    assert allows(course.state, put_off) is returning(course).early
    assert allows(course.state, course.event(ev.BreakEnded))


def test_a_clock_set_back_opens_the_time_again_and_reckons_it_from_now() -> None:
    course = on_break()
    course.happen(ev.ReturnAgreed, until=course.wall + 30 * MINUTE).away(-24 * 3600)
    assert not returning(course).agreed
    assert minutes(course) == [20, 30, 60]


@given(COURSES)
def test_nobody_is_ever_stuck_in_a_break(played: Played) -> None:
    """Whatever happened and whatever the clock says: back, or away from here."""
    for state in played.states:
        if state.core.pause is None:
            continue
        for wall in (-DAY, 0, DAY):
            at = ev.Stamp(wall, state.at.run)
            head: dict[str, Any] = {"id": "x", "at": at}
            assert advance(state, ev.BreakEnded(**head)).core.pause is None
            assert advance(state, ev.GuideMoved(**head, move=GuideMove.END)).core.pause is None
            view = stage_view(state, wall)
            assert view.returning is not None
            if not view.returning.asked:
                assert allows(state, ev.ReturnAsked(**head))
                times = view.returning.times
                assert all(allows(state, ev.ReturnAgreed(**head, until=time)) for time in times)


# What was stored once


def stored() -> list[bytes]:
    return (FIXTURES / "events-1-returning.jsonl").read_bytes().splitlines()


def test_a_stored_break_is_read_as_it_was_then() -> None:
    kinds = {ev.kind_of(ev.decode(line)) for line in stored()}
    assert {"return-agreed", "return-asked", "return-put-off"} <= kinds
    expected = (FIXTURES / "events-1-returning.readout.json").read_bytes()
    readout = read_out([ev.decode(line) for line in stored()])
    assert readout == msgspec.json.decode(expected, type=SessionReadout)
