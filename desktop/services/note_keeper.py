"""Saves a note while it is typed."""

import asyncio
from collections.abc import Callable
from typing import Final

from msgspec.structs import replace

from desktop.domain.notes import Note, NoteKind
from desktop.domain.ports import Clock, Notes
from desktop.services.saving import SaveQueue

PAUSE_SECONDS: Final = 0.4
"""After so long without a key the text is saved; it must be acknowledged within a second."""

LONGEST_SECONDS: Final = 2.0
"""So often it is saved while somebody types on; it must be acknowledged every three seconds."""


class NoteKeeper:
    """Keeps the notes of one session saved.

    ``edited`` is called at every change; the newest text is handed to the queue after a pause
    in typing, or every two seconds without one.
    """

    def __init__(self, session_id: str, notes: Notes, queue: SaveQueue, clock: Clock) -> None:
        self._session_id = session_id
        self._notes = notes
        self._queue = queue
        self._clock = clock
        self._newest: dict[NoteKind, str] = {}
        self._waiting: dict[NoteKind, str] = {}
        self._pause: asyncio.TimerHandle | None = None
        self._longest: asyncio.TimerHandle | None = None

    @property
    def idle(self) -> bool:
        """Whether no typed text waits to be handed to the queue."""
        return not self._waiting

    def load(self, kind: NoteKind) -> Note:
        """The saved note. Runs on the worker."""
        return self._notes.get(self._session_id, kind)

    def newest(self, note: Note) -> Note:
        """The saved note with the text typed last, which may not be saved yet."""
        return replace(note, text=self._newest.get(note.kind, note.text))

    def edited(self, kind: NoteKind, text: str) -> None:
        """Take the newest text of a note."""
        self._newest[kind] = self._waiting[kind] = text
        loop = asyncio.get_running_loop()
        if self._pause is not None:
            self._pause.cancel()
        self._pause = loop.call_later(PAUSE_SECONDS, self.flush)
        if self._longest is None:
            self._longest = loop.call_later(LONGEST_SECONDS, self.flush)

    def flush(self) -> None:
        """Hand what waits to the queue now."""
        for handle in (self._pause, self._longest):
            if handle is not None:
                handle.cancel()
        self._pause = self._longest = None
        waiting, self._waiting = self._waiting, {}
        for kind, text in waiting.items():
            self._queue.add(self._save(kind, text))

    def _save(self, kind: NoteKind, text: str) -> Callable[[], Note]:
        at, kept = self._clock.wall(), _whole(text)
        return lambda: self._notes.save(self._session_id, kind, kept, at)


def _whole(text: str) -> str:
    """A text without half characters, which come by paste and which no file can keep.

    A note that can't be saved would keep all that comes after it from being saved.
    """
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
