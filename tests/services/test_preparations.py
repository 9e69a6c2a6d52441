"""Sessions that are prepared, and begin later."""

import pytest
from msgspec.structs import replace

from desktop.domain.errors import NotFoundError
from desktop.domain.flow.events import PlannedExercise, StepFinished
from desktop.domain.people import Couple, Partner
from desktop.domain.preparation import Preparation
from desktop.services.demo import DemoClock
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault

from .conftest import NOON

FIRST = PlannedExercise(id="speaker-and-listener", title="Speaker and listener")
SIX = PlannedExercise(id="six", title="Six feelings")


def keep(vault: OpenVault, couple: Couple, changes: str | None = None) -> Preparation:
    return vault.preparations.keep(
        couple_id=couple.id,
        topic="the move",
        exercises=[FIRST, SIX],
        first=Partner.B,
        changes=changes,
    )


def test_what_is_prepared_is_listed_with_its_couple(
    vault: OpenVault, couple: Couple, clock: DemoClock
) -> None:
    kept = keep(vault, couple)
    clock.pass_by(60_000)
    later = keep(vault, vault.couples.add("Mara", "Joel"))
    assert (kept.exercises, kept.kept_at) == ((FIRST, SIX), NOON)
    assert [(one.preparation, one.couple.name_a) for one in vault.preparations.all()] == [
        (kept, "Ana"),
        (later, "Mara"),
    ]
    assert vault.preparations.one(kept.id).couple == couple


def test_what_is_changed_stays_one(vault: OpenVault, couple: Couple) -> None:
    kept = keep(vault, couple)
    other = vault.couples.add("Mara", "Joel")
    changed = keep(vault, other, changes=kept.id)
    (one,) = vault.preparations.all()
    assert (one.preparation.id, one.couple) == (kept.id, other)
    assert changed.id == kept.id


def test_what_was_removed_can_be_put_back(vault: OpenVault, couple: Couple) -> None:
    kept = keep(vault, couple)
    removed = vault.preparations.remove(kept.id)
    assert vault.preparations.all() == []
    with pytest.raises(NotFoundError):
        vault.preparations.remove(kept.id)
    vault.preparations.put_back(removed)
    assert vault.preparations.one(kept.id).preparation == kept


def test_a_session_begins_with_its_plan_and_is_prepared_no_more(
    vault: OpenVault, couple: Couple, plan: Plan
) -> None:
    kept = keep(vault, couple)
    live = vault.sessions.begin(replace(plan, then=(SIX, FIRST), prepared=kept.id))
    assert vault.preparations.all() == []
    assert live.console.agenda == (SIX, FIRST)
    assert vault.sessions.resume(live.session.id).state == live.state


def test_an_undo_at_the_first_step_does_not_undo_the_plan(vault: OpenVault, plan: Plan) -> None:
    live = vault.sessions.begin(replace(plan, then=(SIX,)))
    assert not live.console.moves.undo
    entry = live.happen(lambda id, at: StepFinished(id=id, at=at))
    vault.sessions.save(live.session.id, entry.seq, entry.event)
    live.undo()
    assert live.console.agenda == (SIX,)


def test_a_session_that_could_not_begin_stays_prepared(
    vault: OpenVault, couple: Couple, plan: Plan
) -> None:
    kept = keep(vault, couple)
    with pytest.raises(NotFoundError):
        vault.sessions.begin(replace(plan, couple_id="none", prepared=kept.id))
    assert [one.preparation for one in vault.preparations.all()] == [kept]
