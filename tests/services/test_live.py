"""A session in memory: what people do becomes events with a number."""

import pytest
from msgspec.structs import replace

from desktop.domain.errors import MoveRefusedError
from desktop.domain.exercise.format import Timer
from desktop.domain.flow import events as ev
from desktop.domain.flow.refusals import Refusal
from desktop.services.demo import DemoClock
from desktop.services.live import Entry, LiveSession
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault

from .conftest import NOON


def next_step(live: LiveSession) -> Entry:
    return live.happen(lambda id, at: ev.StepFinished(id=id, at=at))


@pytest.fixture
def live(vault: OpenVault, plan: Plan) -> LiveSession:
    return vault.sessions.begin(plan)


def test_events_are_numbered_from_those_that_are_saved(live: LiveSession) -> None:
    assert [next_step(live).seq, next_step(live).seq, live.undo().seq] == [2, 3, 4]


def test_events_are_stamped_with_both_clocks(live: LiveSession, clock: DemoClock) -> None:
    clock.pass_by(7_000)
    clock.set_wall(NOON - 5)
    assert next_step(live).event.at == ev.Stamp(NOON - 5, 7_000)
    assert live.stamp() == ev.Stamp(NOON - 5, 7_000)


def test_each_event_has_an_id_of_its_own(live: LiveSession) -> None:
    ids = {next_step(live).event.id for _ in range(3)} | {live.undo().event.id}
    assert len(ids) == 4


def test_a_refusal_changes_nothing(live: LiveSession) -> None:
    before = live.state
    with pytest.raises(MoveRefusedError):
        live.happen(lambda id, at: ev.Confirmed(id=id, at=at))
    assert live.state == before
    assert next_step(live).seq == 2


def test_undo_takes_back_the_newest_event(live: LiveSession) -> None:
    with pytest.raises(MoveRefusedError) as nothing:
        live.undo()
    assert nothing.value.reason == Refusal.NOTHING_TO_UNDO
    done = next_step(live)
    undone = live.undo()
    assert isinstance(undone.event, ev.Undone)
    assert undone.event.event_id == done.event.id


def test_both_views_are_of_the_newest_state(live: LiveSession, clock: DemoClock) -> None:
    next_step(live)
    clock.pass_by(9_000)
    assert live.stage.step_title == "Speak"
    assert live.console.stage == live.stage
    assert (live.console.floor_a, live.console.so_far) == (9_000, 9_000)


def with_timer(vault: OpenVault, plan: Plan, timer: Timer | None) -> LiveSession:
    """A session that stands at a step with this timer."""
    speak = replace(plan.exercise.parts[1].steps[0], timer=timer)
    part = replace(plan.exercise.parts[1], steps=(speak,), gated=False)
    return vault.sessions.begin(replace(plan, exercise=replace(plan.exercise, parts=(part,))))


def test_a_hard_end_comes_nearer_while_the_timer_runs(
    vault: OpenVault, plan: Plan, clock: DemoClock
) -> None:
    live = with_timer(vault, plan, Timer(kind="hard", seconds=60))
    clock.pass_by(20_000)
    assert live.until_hard_end() == 40_000
    live.happen(lambda id, at: ev.Paused(id=id, at=at))
    assert live.until_hard_end() is None
    clock.pass_by(20_000)
    live.happen(lambda id, at: ev.Resumed(id=id, at=at))
    assert live.until_hard_end() == 40_000
    live.happen(lambda id, at: ev.TimeAdded(id=id, at=at, milliseconds=60_000))
    assert live.until_hard_end() == 100_000
    clock.pass_by(200_000)
    assert live.until_hard_end() == 0
    live.happen(lambda id, at: ev.TimeRanOut(id=id, at=at))
    assert live.until_hard_end() == 60_000
    live.happen(lambda id, at: ev.GuideMoved(id=id, at=at, move=ev.GuideMove.END))
    assert live.until_hard_end() is None


@pytest.mark.parametrize("timer", [Timer(kind="soft", seconds=60), Timer(kind="open"), None])
def test_other_timers_have_no_hard_end(vault: OpenVault, plan: Plan, timer: Timer | None) -> None:
    assert with_timer(vault, plan, timer).until_hard_end() is None
