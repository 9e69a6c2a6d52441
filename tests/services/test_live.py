"""A session in memory: what people do becomes events with a number."""

import pytest

from desktop.domain.errors import MoveRefusedError
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
