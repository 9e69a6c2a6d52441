"""What the inner rooms ask of the outer ones."""

from collections.abc import Sequence
from typing import Protocol

from desktop.domain.flow.events import AnyEvent
from desktop.domain.notes import Note, NoteKind
from desktop.domain.people import Couple
from desktop.domain.session import Session


class Clock(Protocol):
    """The one source of time."""

    def wall(self) -> int:
        """Milliseconds since 1970, UTC. May jump."""
        ...

    def monotonic(self) -> int:
        """Milliseconds since some start, never back, standing still while the machine sleeps."""
        ...


class Couples(Protocol):
    """The couples in the vault."""

    def add(self, couple: Couple) -> None:
        """Keep a new couple."""
        ...

    def get(self, couple_id: str) -> Couple:
        """One couple; raises NotFoundError."""
        ...

    def replace(self, couple: Couple) -> None:
        """Keep a changed couple; raises NotFoundError."""
        ...

    def all(self) -> Sequence[Couple]:
        """All couples, by name."""
        ...


class Sessions(Protocol):
    """The sessions in the vault and what happened in them."""

    def add(self, session: Session) -> None:
        """Keep a new session."""
        ...

    def get(self, session_id: str) -> Session:
        """One session; raises NotFoundError."""
        ...

    def replace(self, session: Session) -> None:
        """Keep a changed session; raises NotFoundError."""
        ...

    def recent(self, limit: int, couple_id: str | None = None) -> Sequence[Session]:
        """The newest sessions, newest first."""
        ...

    def open(self) -> Sequence[Session]:
        """Sessions that have not ended, newest first."""
        ...

    def append(self, session_id: str, seq: int, event: AnyEvent) -> None:
        """Save the event with the number ``seq`` (from 0).

        Saving the same event again under the same number does nothing; another event under a
        used number raises ConflictError.
        """
        ...

    def events(self, session_id: str) -> Sequence[AnyEvent]:
        """All events of a session in order."""
        ...


class Notes(Protocol):
    """Notes, each kind in the file where it belongs."""

    def save(self, session_id: str, kind: NoteKind, text: str, at: int) -> Note:
        """Save a new revision, unless the text is the one already saved."""
        ...

    def get(self, session_id: str, kind: NoteKind) -> Note:
        """The newest revision, or an empty note with revision 0."""
        ...
