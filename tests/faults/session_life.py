"""A process that holds a session through the real services until somebody kills it."""

import asyncio
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from desktop.content.library import Library
from desktop.domain.errors import TurnstoneError
from desktop.domain.flow import events as ev
from desktop.domain.flow.present import allows
from desktop.domain.flow.views import StageView
from desktop.domain.marks import Label, LabelKind
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.services.clock import SystemClock
from desktop.services.keeping import SessionKeeper
from desktop.services.live import LiveSession
from desktop.services.mark_keeper import MarkKeeper
from desktop.services.saving import Saving
from desktop.services.sessions import Plan, SessionService
from desktop.services.worker import Worker
from desktop.storage.vault.door import unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey
from tests.domain.flow.strategies import candidates

EXERCISE: Final = Library().exercises.get("speaker-and-listener")
KINDS: Final = tuple(NoteKind)
LABEL: Final = Label(id="softens", text="Softens", kind=LabelKind.NEW_MOVE)


class Found(NamedTuple):
    """The session that a life goes on with; ``seconds`` is how long it took to stand there."""

    session: str
    events: tuple[str, ...]
    stage: StageView
    notes: dict[NoteKind, str]
    marks: tuple[str, ...]
    seconds: float


class Happened(NamedTuple):
    """An event, and what the couple sees since. It may not be saved yet."""

    session: str
    event: str
    stage: StageView


class Marked(NamedTuple):
    """A mark was set. It may not be saved yet."""

    session: str
    mark: str


class Saved(NamedTuple):
    """The app said "saved": so many events and marks are, and each note's text of this number."""

    session: str
    events: int
    notes: dict[NoteKind, int]
    marks: int


Told = Found | Happened | Marked | Saved


def note_text(number: int) -> str:
    """The text of a note that is typed for the n-th time; each differs, also in length."""
    return f"{number} " * (1 + number * 37 % 400)


def note_number(text: str) -> int:
    """The number of a note's text; 0 for one that was never saved."""
    return int(text.split(maxsplit=1)[0]) if text else 0


def live(folder: Path, recovery: str, seed: int, line: Connection) -> None:
    """Open the vault, resume the session that is open, and go on with it for ever."""
    asyncio.run(_live(folder, recovery, Random(seed), line.send))


class _House(NamedTuple):
    """What a life needs; all of ``vault`` and ``sessions`` is used on the worker."""

    vault: Vault
    sessions: SessionService
    worker: Worker
    chance: Random
    tell: Callable[[Told], None]

    def enter(self, began: float) -> tuple[Found, LiveSession]:
        """The open session, or a new one where none is open. Runs on the worker."""
        open_sessions = self.sessions.open_sessions()
        session_id = (open_sessions[0] if open_sessions else self._begin()).session.id
        live_session = self.sessions.resume(session_id)
        found = Found(
            session_id,
            tuple(event.id for event in self.vault.sessions.events(session_id)),
            live_session.stage,
            {kind: self.vault.notes.get(session_id, kind).text for kind in KINDS},
            tuple(mark.id for mark in self.vault.marks.of(session_id)),
            time.perf_counter() - began,
        )
        return found, live_session

    def _begin(self) -> LiveSession:
        return self.sessions.begin(
            Plan(
                couple_id=self.vault.couples.all()[0].id,
                setting=Setting.PRACTICE,
                topic="the move",
                exercise=EXERCISE,
                first=Partner.A,
            )
        )


async def _live(folder: Path, recovery: str, chance: Random, tell: Callable[[Told], None]) -> None:
    worker = Worker()
    began = time.perf_counter()
    vault = await worker.run(unlock, folder, RecoveryKey.parse(recovery))
    sessions = SessionService(vault.sessions, vault.couples, SystemClock())
    house = _House(vault, sessions, worker, chance, tell)
    while True:
        found, live_session = await worker.run(house.enter, began)
        tell(found)
        await _Meeting(house, found, live_session).go_on()
        began = time.perf_counter()


class _Meeting:
    """One session from where it was found to its end, if nobody kills it before."""

    def __init__(self, house: _House, found: Found, live_session: LiveSession) -> None:
        self._session = found.session
        self._count = len(found.events)
        self._typed = {kind: note_number(text) for kind, text in found.notes.items()}
        self._marked = len(found.marks)
        self._live = live_session
        self._newest = ""
        self._chance = house.chance
        self._tell = house.tell
        self._all_saved = asyncio.Event()
        self._keeper = SessionKeeper(
            live_session,
            sessions=house.sessions,
            notes=house.vault.notes,
            worker=house.worker,
            clock=SystemClock(),
            told=self._on_told,
        )
        self._marks = MarkKeeper(live_session, house.vault.marks, self._keeper.keep)

    async def go_on(self) -> None:
        """Do one thing after the other, now and then waiting until it is saved."""
        while not self._live.state.core.finished:
            self._all_saved.clear()
            for _ in range(self._chance.randint(1, 3)):
                if not self._live.state.core.finished:
                    self._do_something()
            # Mostly as when the screen changes, sometimes as while somebody thinks.
            if self._chance.random() < 0.9:
                await self._keeper.saved()
            else:
                await self._all_saved.wait()
        await self._keeper.saved()

    def _do_something(self) -> None:
        if self._chance.random() < 0.2:
            self._marked += 1
            self._tell(Marked(self._session, self._marks.set_mark(LABEL).id))
            return
        if self._chance.random() < 0.4:
            kind = self._chance.choice(KINDS)
            self._typed[kind] += 1
            self._keeper.edited(kind, note_text(self._typed[kind]))
            return
        self._keeper.happen(self._event)
        self._count += 1
        # The queue saves it only once this has returned, so nothing is saved that was not told.
        self._tell(Happened(self._session, self._newest, self._live.stage))

    def _event(self, id: str, at: ev.Stamp) -> ev.AnyEvent:
        """One of the events that can happen now."""
        self._newest = id
        state = self._live.state
        if state.core.open_run is None and self._chance.random() < 0.2:
            return ev.SessionFinished(id=id, at=at)
        possible = candidates(state, id, at)
        self._chance.shuffle(possible)
        return next(event for event in possible if allows(state, event))

    def _on_told(self, saving: Saving, error: TurnstoneError | None) -> None:
        assert error is None
        if saving is Saving.SAVED:
            self._tell(Saved(self._session, self._count, dict(self._typed), self._marked))
            self._all_saved.set()
