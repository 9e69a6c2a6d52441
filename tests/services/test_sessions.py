"""Sessions are begun, resumed, closed and listed; each change is whole or not at all."""

import pytest
from msgspec.structs import replace

from desktop.domain.errors import (
    ConflictError,
    MoveRefusedError,
    NotFoundError,
    UnusableTextError,
)
from desktop.domain.flow import events as ev
from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting
from desktop.services.clock import local_day
from desktop.services.demo import DemoClock
from desktop.services.live import LiveSession
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault

from .conftest import NOON, Unlock

MINUTE = 60_000


def step(live: LiveSession, vault: OpenVault) -> None:
    """One step on, saved."""
    entry = live.happen(lambda id, at: ev.StepFinished(id=id, at=at))
    vault.sessions.save(live.session.id, entry.seq, entry.event)


def finish(live: LiveSession, vault: OpenVault) -> None:
    entry = live.happen(lambda id, at: ev.SessionFinished(id=id, at=at))
    vault.sessions.save(live.session.id, entry.seq, entry.event)


def test_a_session_begins_with_its_exercise(vault: OpenVault, plan: Plan, couple: Couple) -> None:
    live = vault.sessions.begin(plan)
    assert live.session.title == "Speaker and listener"
    assert (live.session.began_at, live.session.ended_at) == (NOON, None)
    assert (live.stage.name_a, live.stage.name_b, live.stage.topic) == ("Ana", "Ben", "the move")
    (found,) = vault.sessions.open_sessions()
    assert (found.session, found.couple) == (live.session, couple)
    assert found.state == live.state


def test_the_session_keeps_the_names_of_its_day(vault: OpenVault, plan: Plan) -> None:
    plan = replace(plan, first=Partner.B, setting=Setting.HOME)
    live = vault.sessions.begin(plan)
    step(live, vault)
    assert live.stage.holder is Partner.B
    assert live.session.setting is Setting.HOME


def test_nothing_is_begun_by_half(vault: OpenVault, plan: Plan) -> None:
    with pytest.raises(UnusableTextError):
        vault.sessions.begin(replace(plan, topic="half \ud83d"))
    with pytest.raises(NotFoundError):
        vault.sessions.begin(replace(plan, couple_id="none"))
    assert vault.sessions.open_sessions() == []
    assert vault.sessions.lines(10) == []


def test_the_screening_of_the_first_session_is_kept(
    vault: OpenVault, plan: Plan, couple: Couple, clock: DemoClock
) -> None:
    vault.sessions.begin(plan)
    assert vault.couples.get(couple.id).screened_on is None
    vault.sessions.begin(replace(plan, screened=True))
    first = vault.couples.get(couple.id).screened_on
    assert first == local_day(NOON)
    clock.pass_by(7 * 24 * 60 * MINUTE)
    vault.sessions.begin(replace(plan, screened=True))
    assert vault.couples.get(couple.id).screened_on == first


def test_a_session_is_resumed_where_it_stood(
    unlock: Unlock, vault: OpenVault, plan: Plan, clock: DemoClock
) -> None:
    live = vault.sessions.begin(plan)
    for _ in range(2):
        clock.pass_by(20_000)
        step(live, vault)
    vault.close()
    opened = unlock()
    resumed = opened.sessions.resume(live.session.id)
    opened.close()
    assert resumed.state == live.state
    assert resumed.session == live.session


def test_the_run_time_goes_on_from_the_last_event(
    vault: OpenVault, plan: Plan, clock: DemoClock
) -> None:
    """What lies between two openings counts for nothing, and so does another day's clock."""
    live = vault.sessions.begin(plan)
    clock.pass_by(20_000)
    step(live, vault)
    clock.pass_by(10_000)
    assert live.run_time() == 30_000
    clock.pass_by(45 * MINUTE)
    resumed = vault.sessions.resume(live.session.id)
    assert resumed.run_time() == 20_000
    clock.set_wall(NOON - 24 * 60 * MINUTE)
    clock.pass_by(5_000)
    step(resumed, vault)
    assert resumed.state.at.run == 25_000
    again = vault.sessions.resume(live.session.id)
    assert again.state == resumed.state
    assert again.console.floor_a == 5_000


def test_a_pause_and_a_break_are_there_again(
    vault: OpenVault, plan: Plan, clock: DemoClock
) -> None:
    live = vault.sessions.begin(plan)
    step(live, vault)
    clock.pass_by(40_000)
    until = clock.wall() + 30 * MINUTE
    called = live.happen(
        lambda id, at: ev.BreakCalled(id=id, at=at, pause=ev.BreakKind.BREAK, until=until)
    )
    vault.sessions.save(live.session.id, called.seq, called.event)
    clock.pass_by(25 * MINUTE)
    resumed = vault.sessions.resume(live.session.id)
    assert resumed.stage.back_at == until
    ended = resumed.happen(lambda id, at: ev.BreakEnded(id=id, at=at))
    vault.sessions.save(live.session.id, ended.seq, ended.event)
    clock.pass_by(1_000)
    assert resumed.console.floor_a == 41_000


def test_the_same_event_twice_is_one_and_another_in_its_place_is_refused(
    vault: OpenVault, plan: Plan
) -> None:
    live = vault.sessions.begin(plan)
    other = vault.sessions.resume(live.session.id)
    entry = live.happen(lambda id, at: ev.StepFinished(id=id, at=at))
    for _ in range(2):
        vault.sessions.save(live.session.id, entry.seq, entry.event)
    assert vault.sessions.resume(live.session.id).state == live.state
    with pytest.raises(ConflictError):
        step(other, vault)


def test_the_last_event_ends_the_session(vault: OpenVault, plan: Plan, clock: DemoClock) -> None:
    live = vault.sessions.begin(plan)
    clock.pass_by(30 * MINUTE)
    finish(live, vault)
    assert vault.sessions.open_sessions() == []
    listed = vault.sessions.one(live.session.id)
    assert listed.session.ended_at == clock.wall()
    assert listed.readout.ended_at == clock.wall()
    with pytest.raises(MoveRefusedError):
        step(vault.sessions.resume(live.session.id), vault)


def test_closed_as_it_is_it_ended_when_something_last_happened(
    vault: OpenVault, plan: Plan, clock: DemoClock
) -> None:
    """Days may lie between; the record must not tell of a session that lasted so long."""
    live = vault.sessions.begin(plan)
    clock.pass_by(10 * MINUTE)
    step(live, vault)
    last = clock.wall()
    clock.pass_by(3 * 24 * 60 * MINUTE)
    vault.sessions.close_as_it_is(live.session.id)
    assert vault.sessions.open_sessions() == []
    listed = vault.sessions.one(live.session.id)
    assert (listed.session.ended_at, listed.readout.ended_at) == (last, last)
    assert listed.readout.milliseconds == 10 * MINUTE
    with pytest.raises(MoveRefusedError):
        vault.sessions.close_as_it_is(live.session.id)
    with pytest.raises(NotFoundError):
        vault.sessions.close_as_it_is("none")


def test_sessions_are_listed_newest_first(vault: OpenVault, plan: Plan, clock: DemoClock) -> None:
    other = vault.couples.add("Mara", "Joel")
    ids: list[str] = []
    for couple_id in (plan.couple_id, other.id, plan.couple_id):
        clock.pass_by(MINUTE)
        ids.append(vault.sessions.begin(replace(plan, couple_id=couple_id)).session.id)
    newest_first = [line.session.id for line in vault.sessions.lines(10)]
    assert newest_first == ids[::-1]
    assert [(line.name_a, line.name_b) for line in vault.sessions.lines(2)] == [
        ("Ana", "Ben"),
        ("Mara", "Joel"),
    ]
    hers = vault.sessions.recent(10, couple_id=other.id)
    assert [listed.session.id for listed in hers] == [ids[1]]
    assert hers[0].couple == other
    assert [listed.session.id for listed in vault.sessions.recent(1)] == [ids[2]]


def test_a_session_that_is_not_there(vault: OpenVault) -> None:
    with pytest.raises(NotFoundError):
        vault.sessions.resume("none")
    with pytest.raises(NotFoundError):
        vault.sessions.one("none")
