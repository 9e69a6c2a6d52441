"""Keeps a session that is going on: what happens is in memory at once and on the disk at once."""

import asyncio
from collections.abc import Callable
from functools import partial
from typing import Final

from desktop.domain.errors import TurnstoneError
from desktop.domain.notes import Note, NoteKind
from desktop.domain.ports import Clock, Notes
from desktop.services.live import Entry, LiveSession, MakeEvent
from desktop.services.note_keeper import NoteKeeper
from desktop.services.saving import Job, SaveQueue, Saving
from desktop.services.sessions import SessionService
from desktop.services.worker import Worker

PATIENCE: Final = 3.0
"""Seconds that a save may take before leaving is called into question."""


class SessionKeeper:
    """A live session with its saving. ``told`` hears of every change of what is saved."""

    def __init__(
        self,
        live: LiveSession,
        *,
        sessions: SessionService,
        notes: Notes,
        worker: Worker,
        clock: Clock,
        told: Callable[[Saving, TurnstoneError | None], None],
    ) -> None:
        self.live: Final = live
        self._sessions = sessions
        self._worker = worker
        self._told = told
        self._saving = Saving.SAVED
        self._queue = SaveQueue(worker, self._tell)
        self._notes = NoteKeeper(live.session.id, notes, self._queue, clock)

    def happen(self, make: MakeEvent) -> None:
        """Let something happen. Raises MoveRefusedError, and then nothing changed.

        After a sleep of the machine the step stands still first.
        """
        self.pause_after_sleep()
        self._record(self.live.happen(make))

    def undo(self) -> None:
        """Take the newest event back. Raises MoveRefusedError.

        Who wakes the machine with this key does not mean the pause that the sleep has made.
        """
        if not self.pause_after_sleep():
            self._record(self.live.undo())

    def pause_after_sleep(self) -> bool:
        """Let a running step stand still if the machine slept; says whether it does so now."""
        entry = self.live.pause_after_sleep()
        if entry is not None:
            self._record(entry)
        return entry is not None

    def edited(self, kind: NoteKind, text: str) -> None:
        """Take the newest text of a note. From now on "saved" is not said until it is."""
        self._notes.edited(kind, text)
        if self._saving is Saving.SAVED:
            self._tell(Saving.SAVING, None)

    def keep(self, job: Job) -> None:
        """Save something else of the session, after all that happened before."""
        self._queue.add(job)

    async def load(self, kind: NoteKind) -> Note:
        """The newest text of a note, as it was saved or typed since."""
        return self._notes.newest(await self._worker.run(self._notes.load, kind))

    def retry(self) -> None:
        """Try now to save what could not be saved."""
        self._queue.retry()

    async def saved(self) -> bool:
        """Wait until all is saved; False when that takes longer than it should."""
        self._notes.flush()
        self._queue.retry()
        try:
            await asyncio.wait_for(self._queue.saved(), PATIENCE)
        except TimeoutError:
            return False
        return True

    def abandon(self) -> None:
        """Give up what is not saved: the user would rather leave."""
        self._notes.flush()  # else its timers would begin to save again
        self._queue.abandon()

    def _record(self, entry: Entry) -> None:
        session_id = self.live.session.id
        save = partial(self._sessions.save, session_id, entry.seq, entry.event, entry.withdrawn)
        self._queue.add(save)

    def _tell(self, saving: Saving, error: TurnstoneError | None) -> None:
        if saving is Saving.SAVED and not self._notes.idle:
            # Somebody typed while the rest was saved, and would take "saved" for the whole text.
            asyncio.get_running_loop().call_soon(self._notes.flush)
            return
        self._saving = saving
        self._told(saving, error)
