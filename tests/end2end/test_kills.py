"""A session that is killed at any moment goes on where it was; what was called saved is there."""

import multiprocessing
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

import pytest

from desktop.content.library import Library
from desktop.domain.flow.advance import fold
from desktop.domain.flow.views import StageView
from desktop.domain.notes import NoteKind
from desktop.domain.session import Setting
from desktop.services.clock import SystemClock
from desktop.services.vault import VaultDoor
from desktop.storage.vault.door import unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey

from . import killed_session
from .killed_session import Found, Happened, Saved, Told, note_number, note_text

KILLS = 200
REOPENED = 1.0  # seconds
LONGEST = 0.03  # seconds that a life may go on after the moment was chosen

# A fork of a process that has imported everything already lives at once.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["pytest", killed_session.__name__])


class Witness:
    """What was said of one session, and so what must be found of it."""

    def __init__(self) -> None:
        self.events: list[str] = []
        self.stages: dict[str, StageView] = {}
        self.saved = 0
        self.notes = dict.fromkeys(NoteKind, 0)

    def hear(self, told: Happened | Saved) -> None:
        if isinstance(told, Happened):
            self.events.append(told.event)
            self.stages[told.event] = told.stage
        else:
            self.saved = told.events
            self.notes.update(told.notes)

    def compare(self, events: tuple[str, ...], notes: dict[NoteKind, str]) -> None:
        """All that was called saved is there, and nothing else but what happened after it."""
        assert len(events) >= self.saved
        assert list(events) == self.events[: len(events)]
        for kind, text in notes.items():
            number = note_number(text)
            assert number >= self.notes[kind]
            assert text == (note_text(number) if number else "")

    def find(self, found: Found) -> None:
        """The session was found by a new life, at its step."""
        if not self.events:  # it had begun and nothing was told of it yet
            self.events += found.events
        self.compare(found.events, found.notes)
        del self.events[len(found.events) :]
        assert found.stage == self.stages.setdefault(found.events[-1], found.stage)
        assert found.seconds < REOPENED


class Parent:
    """Starts one life after the other on the same vault, and ends each."""

    def __init__(self, folder: Path, recovery: str) -> None:
        self._folder = folder
        self._recovery = recovery
        self._moments = Random(20261123)
        self.sessions: dict[str, Witness] = {}
        self.heard = {Found: 0, Happened: 0, Saved: 0}

    def kill_one(self) -> None:
        """Let a life go on until a random moment."""
        line, other_end = PROCESSES.Pipe(duplex=False)
        seed = self._moments.getrandbits(32)
        life = PROCESSES.Process(
            target=killed_session.live, args=(self._folder, self._recovery, seed, other_end)
        )
        life.start()
        other_end.close()
        with line:
            try:
                for _ in range(self._moments.randrange(10)):
                    self._hear(line.recv())
                time.sleep(self._moments.uniform(0, LONGEST))
            finally:
                life.kill()
            for told in _rest(line.recv):
                self._hear(told)
        life.join()
        assert life.exitcode == -signal.SIGKILL
        life.close()

    def _hear(self, told: Told) -> None:
        witness = self.sessions.setdefault(told.session, Witness())
        self.heard[type(told)] += 1
        if isinstance(told, Found):
            witness.find(told)
        else:
            witness.hear(told)


def _rest(receive: Callable[[], Told]) -> Iterator[Told]:
    """What was said before the end. The last word may be cut off."""
    with suppress(EOFError, OSError):
        while True:
            yield receive()


@pytest.fixture
def vault_to_kill(tmp_path: Path) -> tuple[Path, str]:
    """A vault with one couple, and its recovery key, which opens it without a slow derivation."""
    folder = tmp_path / "vault"
    door = VaultDoor(folder, Library(), SystemClock())
    vault, recovery = door.create("two stones", Setting.PRACTICE, worth_guarding=False)
    vault.couples.add("Ana", "Ben")
    vault.close()
    return folder, recovery


def test_a_killed_session_goes_on_where_it_was(vault_to_kill: tuple[Path, str]) -> None:
    parent = Parent(*vault_to_kill)
    for _ in range(KILLS):
        parent.kill_one()
    assert parent.heard[Found] > KILLS / 2
    assert parent.heard[Saved] > KILLS
    folder, recovery = vault_to_kill
    with unlock(folder, RecoveryKey.parse(recovery)) as vault:
        assert_all_kept(vault, parent.sessions)


def assert_all_kept(vault: Vault, sessions: dict[str, Witness]) -> None:
    """Also the sessions that are over, which no life looked at again."""
    assert vault.check() == ()
    for session_id, witness in sessions.items():
        events = vault.sessions.events(session_id)
        notes = {kind: vault.notes.get(session_id, kind).text for kind in NoteKind}
        witness.compare(tuple(event.id for event in events), notes)
        assert fold(events).core.finished == (vault.sessions.get(session_id).ended_at is not None)
