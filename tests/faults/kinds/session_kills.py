"""Kills of a session that is held through the real services: it goes on where it was."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from desktop.content.library import Library
from desktop.domain.flow.advance import fold
from desktop.domain.flow.views import StageView
from desktop.domain.notes import NoteKind
from desktop.domain.session import Setting
from desktop.services.clock import SystemClock
from desktop.services.vault import VaultDoor
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey
from tests.faults.kind import Attempt, Ending, Kind, LostError, Outcome
from tests.faults.lives import Life, lived
from tests.faults.opening import PROMISED, TooSlowError
from tests.faults.session_life import (
    Found,
    Happened,
    Marked,
    Saved,
    Told,
    live,
    note_number,
    note_text,
)

WORDS: Final = 10
LONGEST: Final = 0.03  # seconds that a life may go on after the moment was chosen


class Witness:
    """What was said of one session, and so what must be found of it."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.stages: dict[str, StageView] = {}
        self.saved = 0
        self.notes = dict.fromkeys(NoteKind, 0)
        self.marks: list[str] = []
        self.marks_saved = 0

    def hear(self, told: Happened | Marked | Saved) -> None:
        match told:
            case Happened():
                self.events.append(told.event)
                self.stages[told.event] = told.stage
            case Marked():
                self.marks.append(told.mark)
            case Saved():
                self.saved = told.events
                self.marks_saved = told.marks
                self.notes.update(told.notes)

    def compare(
        self, events: tuple[str, ...], notes: dict[NoteKind, str], marks: tuple[str, ...]
    ) -> None:
        """All that was called saved is there, and nothing else but what happened after it."""
        if len(marks) < self.marks_saved or list(marks) != self.marks[: len(marks)]:
            raise LostError(f"{self.marks_saved} marks were saved of {self.marks}; here: {marks}")
        if len(events) < self.saved or list(events) != self.events[: len(events)]:
            raise LostError(f"{self.saved} events were saved of {self.events}; here are {events}")
        for kind, text in notes.items():
            number = note_number(text)
            if number < self.notes[kind] or text != (note_text(number) if number else ""):
                raise LostError(
                    f"the {kind.value} note {self.notes[kind]} was saved; here is {number}"
                )

    def find(self, found: Found) -> None:
        """The session was found by a new life, at its step."""
        if not self.events:  # it had begun and nothing was told of it yet
            self.events += found.events
        self.compare(found.events, found.notes, found.marks)
        del self.events[len(found.events) :]
        del self.marks[len(found.marks) :]
        if found.stage != self.stages.setdefault(found.events[-1], found.stage):
            raise LostError("the session does not stand at its step")
        if found.seconds > PROMISED:
            raise TooSlowError(f"the session stood there after {found.seconds:.2f} s")


class Witnesses:
    """What was said of all sessions of a vault."""

    def __init__(self) -> None:
        self.sessions: dict[str, Witness] = {}

    def hear(self, told: Told) -> None:
        witness = self.sessions.setdefault(told.session, Witness())
        if isinstance(told, Found):
            witness.find(told)
        else:
            witness.hear(told)

    def ensure_all_kept(self, folder: Path, recovery: RecoveryKey) -> None:
        """Also the sessions that are over, which no life looked at again."""
        with unlock(folder, recovery) as vault:
            if findings := vault.check():
                raise LostError(f"what was found wrong: {findings}")
            for session_id, witness in self.sessions.items():
                events = vault.sessions.events(session_id)
                notes = {kind: vault.notes.get(session_id, kind).text for kind in NoteKind}
                marks = tuple(mark.id for mark in vault.marks.of(session_id))
                witness.compare(tuple(event.id for event in events), notes, marks)
                ended = vault.sessions.get(session_id).ended_at is not None
                if fold(events).core.finished != ended:
                    raise LostError("a session and its events differ on whether it is over")


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each life goes on with the session that the one before it left open."""
    door = VaultDoor(folder / "vault", Library(), SystemClock())
    opened, recovery = door.create("two stones", Setting.PRACTICE, worth_guarding=False)
    opened.couples.add("Ana", "Ben")
    opened.close()
    witnesses = Witnesses()

    def attempt(chance: Random) -> Outcome:
        life = Life(live, folder / "vault", recovery, chance.getrandbits(32))
        heard = lived(life, chance, WORDS, LONGEST)
        for told in heard:
            witnesses.hear(told)
        slowest = max((told.seconds for told in heard if isinstance(told, Found)), default=0.0)
        return Outcome(Ending.KEPT, sum(isinstance(told, Saved) for told in heard), slowest)

    yield attempt
    witnesses.ensure_all_kept(folder / "vault", RecoveryKey.parse(recovery))


KIND: Final = Kind(
    name="session-kills",
    what="killed while a session is held through the services",
    begin=begin,
    full=400,
    short=30,
    stretch=40,
)
