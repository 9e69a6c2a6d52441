"""Sessions and their events in the record file."""

import secrets
from collections.abc import Collection, Sequence
from typing import Any, Final

import msgspec
from msgspec.structs import replace
from sqlalchemy import Connection, Row, Select, bindparam, select, update
from sqlalchemy.dialects.sqlite import insert

from desktop.domain.errors import ConflictError, NotFoundError
from desktop.domain.flow.events import (
    AnyEvent,
    Event,
    ExerciseBegan,
    Sealed,
    SessionFinished,
    decode,
    encode,
)
from desktop.domain.ports import SessionLine
from desktop.domain.session import Session, title_of
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile
from desktop.storage.repositories.preparations import REMOVE
from desktop.storage.repositories.stored_events import by_session, decoded, tags_of

_SESSION: Final = tuple(rows.session.c[name] for name in Session.__struct_fields__)
_NEWEST: Final = (rows.session.c.began_at.desc(), rows.session.c.id)
_ADD: Final = insert(rows.session).on_conflict_do_nothing()
_CHANGE: Final = update(rows.session).where(rows.session.c.id == bindparam("of"))
_TITLE: Final = select(rows.session.c.title).where(rows.session.c.id == bindparam("of"))
_APPEND: Final = insert(rows.event).on_conflict_do_nothing()
_PAYLOAD: Final = select(rows.event.c.payload).where(
    rows.event.c.session_id == bindparam("session_id"), rows.event.c.seq == bindparam("seq")
)
_PAYLOADS: Final = (
    select(rows.event.c.payload)
    .where(rows.event.c.session_id == bindparam("session_id"))
    .order_by(rows.event.c.seq)
)


_BY_ID: Final = (
    rows.event.c.id == bindparam("of"),
    rows.event.c.session_id == bindparam("of_session"),
)
_SEALED: Final = select(rows.event.c.payload).where(*_BY_ID)
_BLANK: Final = update(rows.event).where(*_BY_ID)


class VaultSessions:
    """The ``Sessions`` port over the record file."""

    def __init__(self, record: DatabaseFile) -> None:
        self._record = record

    def add(
        self, session: Session, events: Sequence[AnyEvent] = (), prepared: str | None = None
    ) -> None:
        """Keep a new session together with its first events; it is prepared no more.

        Raises:
            ConflictError: the id, or that of an event, is taken.
            NotFoundError: there is no such couple.
        """
        values = {**msgspec.structs.asdict(session), "process_link": secrets.token_hex(16)}
        with self._record.transaction() as transaction:
            if not transaction.execute(_ADD, values).rowcount:
                raise ConflictError
            for seq, event in enumerate(events):
                _append(transaction, session.id, seq, event)
            if prepared is not None:
                transaction.execute(REMOVE, {"of": prepared})

    def get(self, session_id: str) -> Session:
        """One session; raises NotFoundError."""
        query = select(*_SESSION).where(rows.session.c.id == session_id)
        with self._record.reading() as reading:
            row = reading.execute(query).one_or_none()
        if row is None:
            raise NotFoundError
        return _session(row)

    def replace(self, session: Session) -> None:
        """Keep a changed session; raises NotFoundError."""
        with self._record.transaction() as transaction:
            values = msgspec.structs.asdict(session)
            if not transaction.execute(_CHANGE, {"of": session.id, **values}).rowcount:
                raise NotFoundError

    def recent(self, limit: int, couple_id: str | None = None) -> Sequence[Session]:
        """The newest sessions, newest first."""
        return [line.session for line in self.lines(limit, couple_id)]

    def open(self) -> Sequence[Session]:
        """Sessions that have not ended, newest first."""
        query = select(*_SESSION).where(rows.session.c.ended_at.is_(None)).order_by(*_NEWEST)
        with self._record.reading() as reading:
            return [_session(row) for row in reading.execute(query)]

    def lines(self, limit: int, couple_id: str | None = None) -> Sequence[SessionLine]:
        """The newest sessions with the names of their couples, newest first."""
        query = _lines(limit)
        if couple_id is not None:
            query = query.where(rows.session.c.couple_id == couple_id)
        with self._record.reading() as reading:
            return [_line(row) for row in reading.execute(query)]

    def append(
        self, session_id: str, seq: int, event: AnyEvent, withdrawn: Collection[str] = ()
    ) -> None:
        """Save the event with the number ``seq``; the same one again is no error.

        In the same transaction the last event of a session ends it, and an exercise that begins
        comes into its title. In it, too, the answers of the ``withdrawn`` events are deleted, and
        then the log is brought into the file, since a log keeps what was there before.

        Raises:
            ConflictError: another event has the number, or this one has another number.
            NotFoundError: there is no such session.
        """
        with self._record.transaction() as transaction:
            _append(transaction, session_id, seq, event)
            if isinstance(event, ExerciseBegan):
                title = transaction.scalar(_TITLE, {"of": session_id}) or ""
                title = title_of((*title.splitlines(), event.exercise.title))
                transaction.execute(_CHANGE, {"of": session_id, "title": title})
            if isinstance(event, SessionFinished):
                transaction.execute(_CHANGE, {"of": session_id, "ended_at": event.at.wall})
            _withdraw(transaction, session_id, withdrawn)
        if withdrawn:
            self._record.bring_in_log()

    def events(self, session_id: str) -> Sequence[AnyEvent]:
        """All events of a session in order.

        Raises:
            NewerVaultError: one of them is of a kind that this Turnstone does not know.
        """
        with self._record.reading() as reading:
            payloads = reading.scalars(_PAYLOADS, {"session_id": session_id}).all()
        return decoded(payloads)

    def events_with(
        self, couple_id: str, kinds: Collection[type[Event]], last: int | None = None
    ) -> Sequence[Sequence[AnyEvent]]:
        """The events of some kinds in a couple's sessions that have ended, a list for each session.

        The newest session comes first; ``last`` are at most so many sessions.

        Raises:
            NewerVaultError: one of them has a form that this Turnstone does not know.
        """
        with self._record.reading() as reading:
            found = reading.execute(_events_with(couple_id, tags_of(kinds), last)).all()
        return by_session(found)


def _events_with(couple_id: str, tags: Sequence[str], last: int | None) -> Select[Any, Any]:
    ended = (
        select(rows.session.c.id, rows.session.c.began_at)
        .where(rows.session.c.couple_id == couple_id, rows.session.c.ended_at.is_not(None))
        .order_by(*_NEWEST)
        .limit(last)
        .subquery()
    )
    return (
        select(rows.event.c.session_id, rows.event.c.payload)
        .join_from(ended, rows.event, rows.event.c.session_id == ended.c.id)
        .where(rows.event.c.kind.in_(tags))
        .order_by(ended.c.began_at.desc(), ended.c.id, rows.event.c.seq)
    )


def _lines(limit: int) -> Select[Any]:
    names = (rows.couple.c.name_a, rows.couple.c.name_b)
    query = select(*_SESSION, *names).join_from(rows.session, rows.couple)
    return query.order_by(*_NEWEST).limit(limit)


def _event_row(session_id: str, seq: int, event: AnyEvent) -> dict[str, object]:
    return {
        "session_id": session_id,
        "seq": seq,
        "id": event.id,
        "kind": type(event).__struct_config__.tag,
        "version": event.version,
        "wall": event.at.wall,
        "run": event.at.run,
        "payload": encode(event).decode(),
    }


def _append(transaction: Connection, session_id: str, seq: int, event: AnyEvent) -> None:
    values = _event_row(session_id, seq, event)
    if transaction.execute(_APPEND, values).rowcount:
        return
    if transaction.scalar(_PAYLOAD, values) != values["payload"]:
        raise ConflictError


def _withdraw(transaction: Connection, session_id: str, ids: Collection[str]) -> None:
    """Take the answers out of covered events; their places in the session stay."""
    for event_id in ids:
        of = {"of": event_id, "of_session": session_id}
        payload = transaction.scalar(_SEALED, of)
        event = decode(payload) if payload is not None else None
        if isinstance(event, Sealed):
            blank = encode(replace(event, answer=None)).decode()
            transaction.execute(_BLANK, {**of, "payload": blank})


def _session(row: Row[Any]) -> Session:
    return msgspec.convert(row, Session, from_attributes=True)


def _line(row: Row[Any]) -> SessionLine:
    return SessionLine(session=_session(row), name_a=row.name_a, name_b=row.name_b)
