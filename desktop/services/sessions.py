"""Beginning, resuming, closing and listing sessions."""

from collections.abc import Collection, Mapping, Sequence
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from desktop.domain.exercise.format import Exercise
from desktop.domain.flow.advance import fold
from desktop.domain.flow.events import (
    AgendaChosen,
    AnyEvent,
    ExerciseBegan,
    PlannedExercise,
    SessionBegan,
    SessionFinished,
    ShownWord,
)
from desktop.domain.flow.readout import SessionReadout, read_out
from desktop.domain.flow.state import State
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import Clock, Couples, SessionLine, Sessions
from desktop.domain.session import Session, Setting, title_of
from desktop.domain.words_used import WORD_EVENTS, most_used, standing
from desktop.services.clock import RunClock, local_day
from desktop.services.live import LiveSession


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """What is known when a session begins.

    ``then`` is what comes after the first exercise; ``prepared`` the id of the preparation that
    all this was kept in, if any.
    """

    couple_id: str
    setting: Setting
    topic: str
    exercise: Exercise
    first: Partner
    screened: bool = False
    then: tuple[PlannedExercise, ...] = ()
    prepared: str | None = None


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A session with what a list shows of it."""

    session: Session
    couple: Couple
    readout: SessionReadout


class OpenSession(msgspec.Struct, frozen=True, kw_only=True):
    """A session that can be resumed, and where it stands."""

    session: Session
    couple: Couple
    state: State


def planned(exercise: Exercise) -> PlannedExercise:
    """An exercise as one that is to come."""
    return PlannedExercise(id=exercise.id, title=exercise.title)


class SessionService:
    """The sessions of a vault."""

    def __init__(self, sessions: Sessions, couples: Couples, clock: Clock) -> None:
        self._sessions = sessions
        self._couples = couples
        self._clock = clock

    def begin(self, plan: Plan) -> LiveSession:
        """Begin a session with its first exercise; its events are saved when this returns.

        Raises:
            NotFoundError: there is no such couple.
        """
        couple = self._couples.get(plan.couple_id)
        session = Session(
            id=uuid4().hex,
            couple_id=couple.id,
            setting=plan.setting,
            topic=plan.topic,
            title=title_of((plan.exercise.title,)),
            began_at=self._clock.wall(),
        )
        if plan.screened and couple.screened_on is None:
            self._couples.replace(replace(couple, screened_on=local_day(session.began_at)))
        events = self._first_events(couple, plan)
        self._sessions.add(session, events, plan.prepared)
        return LiveSession(session, events, self._clock)

    def _first_events(self, couple: Couple, plan: Plan) -> Sequence[AnyEvent]:
        at = RunClock(self._clock).stamp()
        began = SessionBegan(
            id=uuid4().hex,
            at=at,
            name_a=couple.name_a,
            name_b=couple.name_b,
            topic=plan.topic,
        )
        first = ExerciseBegan(id=uuid4().hex, at=at, exercise=plan.exercise, first=plan.first)
        if not plan.then:
            return began, first
        # Before the first exercise, so that an undo at its first step does not undo the plan.
        whole = (planned(plan.exercise), *plan.then)
        return began, AgendaChosen(id=uuid4().hex, at=at, exercises=whole), first

    def resume(self, session_id: str) -> LiveSession:
        """An open session at the step where it stands. Raises NotFoundError."""
        session = self._sessions.get(session_id)
        return LiveSession(session, self._sessions.events(session_id), self._clock)

    def save(
        self, session_id: str, seq: int, event: AnyEvent, withdrawn: Collection[str] = ()
    ) -> None:
        """Save one event; the last one ends the session. Raises ConflictError, NotSavedError.

        ``withdrawn`` are the ids of the covered answers that it did away with, and that are
        deleted together with it.
        """
        self._sessions.append(session_id, seq, event, withdrawn)

    def close_as_it_is(self, session_id: str) -> None:
        """End an open session without resuming it, at the time of what happened last in it.

        Raises NotFoundError, MoveRefusedError.
        """
        live = self.resume(session_id)
        last = live.state.at
        entry = live.happen(lambda id, _: SessionFinished(id=id, at=last))
        self.save(session_id, entry.seq, entry.event, entry.withdrawn)

    def open_sessions(self) -> Sequence[OpenSession]:
        """What can be resumed, newest first."""
        return [
            OpenSession(
                session=session,
                couple=self._couples.get(session.couple_id),
                state=fold(self._sessions.events(session.id)),
            )
            for session in self._sessions.open()
        ]

    def recent(self, limit: int, couple_id: str | None = None) -> Sequence[Listed]:
        """The newest sessions with what happened in them."""
        return [self._listed(session) for session in self._sessions.recent(limit, couple_id)]

    def lines(self, limit: int) -> Sequence[SessionLine]:
        """The newest sessions with the names of their couples, without what happened in them."""
        return self._sessions.lines(limit)

    def words_used(
        self, couple_id: str, last: int | None = None
    ) -> Mapping[Partner, tuple[ShownWord, ...]]:
        """The words that each partner of a couple used most, the most used first.

        A word counts once for each session at whose end it stood; ``last`` are at most so many
        sessions that have ended. Couples without any have no words.
        """
        happened = self._sessions.events_with(couple_id, WORD_EVENTS, last)
        return most_used(standing(events) for events in happened)

    def one(self, session_id: str) -> Listed:
        """One session with what happened in it. Raises NotFoundError."""
        return self._listed(self._sessions.get(session_id))

    def _listed(self, session: Session) -> Listed:
        return Listed(
            session=session,
            couple=self._couples.get(session.couple_id),
            readout=read_out(self._sessions.events(session.id)),
        )
