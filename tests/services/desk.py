"""A session in a real vault, on the worker, in a loop whose time is the test's."""

import asyncio
import threading
from collections.abc import Callable, Collection, Coroutine
from typing import Any

from desktop.domain.errors import NotSavedError, TurnstoneError
from desktop.domain.flow.events import AnyEvent
from desktop.domain.notes import Note, NoteKind
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.services.keeping import SessionKeeper
from desktop.services.live import LiveSession
from desktop.services.saving import Saving
from desktop.services.sessions import Plan, SessionService
from desktop.services.vault import OpenVault

from .conftest import Unlock
from .timed import TimedWorker, now, run_timed


class FaultySessions(SessionService):
    """The sessions of a vault whose disk can be full, or slow, for a while."""

    def __init__(self, inner: SessionService) -> None:
        self.full = False
        self.fails_after_writing = 0
        self.under_way, self.go_on = threading.Event(), threading.Event()
        self.go_on.set()
        self._inner = inner

    def save(
        self, session_id: str, seq: int, event: AnyEvent, withdrawn: Collection[str] = ()
    ) -> None:
        self.under_way.set()
        self.go_on.wait(10)
        if self.full:
            raise NotSavedError("disk-full")
        self._inner.save(session_id, seq, event, withdrawn)
        if self.fails_after_writing:
            self.fails_after_writing -= 1
            raise NotSavedError("disk")


class Desk:
    """A session that is kept, and when "saved" was said of it."""

    def __init__(self, vault: OpenVault, worker: TimedWorker, live: LiveSession) -> None:
        self.vault = vault
        self.worker = worker
        self.live = live
        self.told: list[tuple[float, Saving]] = []
        self.acknowledged = asyncio.Event()
        self.disk = FaultySessions(vault.sessions)
        self.keeper = SessionKeeper(
            live,
            sessions=self.disk,
            notes=vault.notes,
            worker=worker,
            clock=vault.clock,
            told=self._hear,
        )

    def _hear(self, saving: Saving, _: TurnstoneError | None) -> None:
        self.told.append((now(), saving))
        if saving is Saving.SAVED:
            self.acknowledged.set()

    @property
    def saved_at(self) -> list[float]:
        return [at for at, saving in self.told if saving is Saving.SAVED]

    async def note(self, kind: NoteKind) -> Note:
        """What the vault holds of a note."""
        return await self.worker.run(self.vault.notes.get, self.live.session.id, kind)

    async def resumed(self) -> LiveSession:
        """The session as it would be found after a crash now."""
        return await self.worker.run(self.vault.sessions.resume, self.live.session.id)


def at_desk(unlock: Unlock, test: Callable[[Desk], Coroutine[Any, Any, None]]) -> None:
    """Run a test at a desk."""
    worker = TimedWorker()

    async def main() -> None:
        vault = await worker.run(unlock)
        try:
            await test(Desk(vault, worker, await worker.run(_begun, vault)))
        finally:
            await worker.run(vault.close)

    try:
        run_timed(main())
    finally:
        worker.finish()


def _begun(vault: OpenVault) -> LiveSession:
    plan = Plan(
        couple_id=vault.couples.add("Ana", "Ben").id,
        setting=Setting.PRACTICE,
        topic="the move",
        exercise=vault.library.exercises.get("speaker-and-listener"),
        first=Partner.A,
    )
    return vault.sessions.begin(plan)
