"""Covered answers leave the vault with whatever leaves them behind."""

from collections.abc import Sequence
from typing import Any

import pytest
from msgspec.structs import replace

from desktop.domain.exercise.format import Actor, StepKind
from desktop.domain.flow import events as ev
from desktop.domain.flow.inputs import UNDERSTOOD
from desktop.domain.flow.steps import asked_item
from desktop.domain.people import Partner
from desktop.domain.session import Session
from desktop.services.live import LiveSession, MakeEvent
from desktop.services.sessions import Plan, SessionService
from desktop.services.vault import OpenVault
from tests.exercises import a_part, a_step, an_exercise

MARKER = "marker-of-a-covered-answer"
ASK = a_step("ask", StepKind.WRITE, Actor.BOTH, sealed=True)


class Covered:
    """A session in a vault, at a step to which Ana has given a covered answer."""

    def __init__(self, vault: OpenVault, plan: Plan) -> None:
        self.vault = vault
        exercise = an_exercise(a_part(a_step("talk", StepKind.SPEAK), ASK))
        self.live: LiveSession = vault.sessions.begin(replace(plan, exercise=exercise))
        self.happen(lambda id, at: ev.StepFinished(id=id, at=at))
        self.item = asked_item(self.live.state.core) or ""
        self.seal(MARKER)

    @property
    def session(self) -> Session:
        return self.live.session

    def happen(self, make: MakeEvent) -> None:
        entry = self.live.happen(make)
        self.vault.sessions.save(self.session.id, entry.seq, entry.event, entry.withdrawn)

    def seal(self, answer: str) -> None:
        self.happen(
            lambda id, at: ev.Sealed(id=id, at=at, item=self.item, partner=Partner.A, answer=answer)
        )

    def stored(self) -> list[ev.SealedAnswer]:
        """The covered answers that the vault holds, whatever became of them since."""
        events = Stored(self.vault.sessions).events(self.session.id)
        return [event.answer for event in events if isinstance(event, ev.Sealed)]

    def assert_gone(self) -> None:
        """No covered answer is left, and what is left folds to the session as it is."""
        assert set(self.stored()) == {None}
        assert self.vault.sessions.resume(self.session.id).state == self.live.state
        assert MARKER not in repr(self.vault.sessions.one(self.session.id))


class Stored(SessionService):
    """The sessions of a vault, and their events as they are stored."""

    def __init__(self, inner: SessionService) -> None:
        self.__dict__.update(inner.__dict__)

    def events(self, session_id: str) -> Sequence[ev.AnyEvent]:
        return self._sessions.events(session_id)


@pytest.fixture
def covered(vault: OpenVault, plan: Plan) -> Covered:
    return Covered(vault, plan)


def test_a_covered_answer_is_kept_until_it_is_given_up(covered: Covered) -> None:
    assert covered.stored() == [MARKER]
    assert MARKER not in repr(covered.vault.sessions.one(covered.session.id))
    covered.happen(lambda id, at: ev.SealAbandoned(id=id, at=at, item=covered.item))
    covered.assert_gone()


@pytest.mark.parametrize("move", list(ev.GuideMove))
def test_it_goes_with_every_way_out_of_the_step(covered: Covered, move: ev.GuideMove) -> None:
    covered.happen(lambda id, at: ev.GuideMoved(id=id, at=at, move=move))
    covered.assert_gone()


def test_an_answer_that_was_changed_is_not_kept_either(covered: Covered) -> None:
    covered.seal("another")
    assert covered.stored() == [None, "another"]


def test_it_goes_when_the_session_is_closed_as_it_is(covered: Covered) -> None:
    covered.vault.sessions.close_as_it_is(covered.session.id)
    assert covered.stored() == [None]


def test_it_goes_with_the_review(covered: Covered) -> None:
    covered.happen(lambda id, at: ev.GuideMoved(id=id, at=at, move=ev.GuideMove.END))
    covered.happen(
        lambda id, at: ev.Sealed(id=id, at=at, item=UNDERSTOOD, partner=Partner.B, answer=MARKER)
    )
    covered.happen(lambda id, at: ev.SessionFinished(id=id, at=at))
    covered.assert_gone()


def test_what_both_looked_at_stays(covered: Covered) -> None:
    facts: dict[str, Any] = {"item": covered.item, "partner": Partner.B, "answer": None}
    covered.happen(lambda id, at: ev.Sealed(id=id, at=at, **facts))
    covered.happen(lambda id, at: ev.Revealed(id=id, at=at, item=covered.item))
    covered.vault.sessions.close_as_it_is(covered.session.id)
    assert covered.stored() == [MARKER, None]
