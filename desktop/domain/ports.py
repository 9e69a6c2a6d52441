"""What the inner rooms ask of the outer ones."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from typing import Protocol

import msgspec

from desktop.domain.flow.events import AnyEvent, Event
from desktop.domain.marks import Label, Mark
from desktop.domain.notes import Note, NoteKind
from desktop.domain.people import Couple
from desktop.domain.preparation import Preparation
from desktop.domain.session import Session


class Clock(Protocol):
    """The one source of time."""

    def wall(self) -> int:
        """Milliseconds since 1970, UTC. May jump."""
        ...

    def monotonic(self) -> int:
        """Milliseconds since some start, never back, standing still while the machine sleeps."""
        ...

    def asleep(self) -> int:
        """Milliseconds for which the machine slept since some start; never back.

        Together with ``monotonic`` it counts on through sleep, whatever is set on the wall.
        """
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


class SessionLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line in a list of sessions: the session and who met in it."""

    session: Session
    name_a: str
    name_b: str


class Sessions(Protocol):
    """The sessions in the vault and what happened in them."""

    def add(
        self, session: Session, events: Sequence[AnyEvent] = (), prepared: str | None = None
    ) -> None:
        """Keep a new session together with its first events.

        ``prepared`` is the id of the preparation that it began from, which is deleted with that.
        """
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

    def lines(self, limit: int, couple_id: str | None = None) -> Sequence[SessionLine]:
        """The newest sessions with the names of their couples, newest first."""
        ...

    def append(
        self, session_id: str, seq: int, event: AnyEvent, withdrawn: Collection[str] = ()
    ) -> None:
        """Save the event with the number ``seq`` (from 0).

        Saving the same event again under the same number does nothing; another event under a
        used number raises ConflictError. A ``SessionFinished`` also ends the session, and an
        ``ExerciseBegan`` is named in its title.
        ``withdrawn`` are the ids of ``Sealed`` events of the session whose answers are deleted
        together with it.
        """
        ...

    def events(self, session_id: str) -> Sequence[AnyEvent]:
        """All events of a session in order."""
        ...

    def events_with(
        self, couple_id: str, kinds: Collection[type[Event]], last: int | None = None
    ) -> Sequence[Sequence[AnyEvent]]:
        """The events of some kinds in a couple's sessions that have ended, a list for each session.

        The newest session comes first, and its events are in order; ``last`` are at most so many
        sessions. A session without such an event is left out.
        """
        ...


class Preparations(Protocol):
    """The sessions that were prepared and have not begun."""

    def keep(self, preparation: Preparation) -> None:
        """Keep a preparation, in place of an earlier one with its id; raises NotFoundError."""
        ...

    def get(self, preparation_id: str) -> Preparation:
        """One preparation; raises NotFoundError."""
        ...

    def all(self) -> Sequence[Preparation]:
        """All of them, the one kept first at the beginning."""
        ...

    def remove(self, preparation_id: str) -> None:
        """Forget one; it need not be there."""
        ...


class Notes(Protocol):
    """Notes, each kind in the file where it belongs."""

    def save(self, session_id: str, kind: NoteKind, text: str, at: int) -> Note:
        """Save a new revision, unless the text is the one already saved."""
        ...

    def get(self, session_id: str, kind: NoteKind) -> Note:
        """The newest revision, or an empty note with revision 0."""
        ...


class Marks(Protocol):
    """The marks of the sessions and the list of what the keys mean, apart from the record."""

    def put(self, session_id: str, mark: Mark) -> None:
        """Keep a new mark, or one that was changed; the same one again is no error."""
        ...

    def take_back(self, session_id: str, mark_id: str) -> None:
        """Delete a mark; one that is not there is no error."""
        ...

    def of(self, session_id: str) -> Sequence[Mark]:
        """The marks of a session in the order in which they were set."""
        ...

    def labels(self) -> Sequence[Label]:
        """The list as it was edited; empty where it never was."""
        ...

    def keep_labels(self, labels: Sequence[Label]) -> None:
        """Keep a list in place of the one before; an empty one is as if it was never edited."""
        ...


class SettingKey(StrEnum):
    """What the vault keeps about how Turnstone is used."""

    SETTING = "setting"
    CLINICIAN = "clinician"
    LANGUAGE = "language"
    THEME = "theme"
    PAPER = "paper"
    IDLE_MINUTES = "idle-minutes"
    SESSION_MINUTES = "session-minutes"
    LEFT_ROOM = "left-room"
    KEY_SLOTS = "key-slots"
    PIN = "pin"
    BACKUP_FOLDER = "backup-folder"


class Settings(Protocol):
    """How Turnstone is used with this vault. Values are text; what they mean is the caller's."""

    def get(self, key: SettingKey) -> str | None:
        """A value; None when it was never set."""
        ...

    def put(self, key: SettingKey, value: str) -> None:
        """Keep a value in place of the one before."""
        ...
