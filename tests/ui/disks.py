"""A vault on a disk that is full, or slow, for a while."""

from collections.abc import Collection, Sequence
from threading import Event

import pytest

from desktop.domain.errors import NotSavedError
from desktop.domain.flow.events import AnyEvent
from desktop.domain.marks import Label, Mark
from desktop.domain.notes import Note, NoteKind
from desktop.domain.ports import Marks, Notes
from desktop.services.sessions import SessionService
from desktop.services.vault import OpenVault


class Disk:
    """Where a vault saves. While ``full``, nothing can be; while ``held``, all saving waits.

    ``tries`` counts how often something was to be saved.
    """

    def __init__(self) -> None:
        self.full = False
        self.tries = 0
        self._free = Event()
        self._free.set()

    def hold(self) -> None:
        """Let all saving wait."""
        self._free.clear()

    def release(self) -> None:
        """Let it go on."""
        self._free.set()

    def write(self) -> None:
        """Wait while the disk is held, and raise NotSavedError while it is full."""
        self.tries += 1
        assert self._free.wait(10)
        if self.full:
            raise NotSavedError("disk-full")

    def carry(self, vault: OpenVault, monkeypatch: pytest.MonkeyPatch) -> None:
        """Have a vault save here."""
        monkeypatch.setattr(vault, "notes", NotesOnDisk(self, vault.notes))
        monkeypatch.setattr(vault, "marks", MarksOnDisk(self, vault.marks))
        monkeypatch.setattr(vault, "sessions", SessionsOnDisk(self, vault.sessions))


class NotesOnDisk:
    """The notes of a vault."""

    def __init__(self, disk: Disk, inner: Notes) -> None:
        self._disk = disk
        self._inner = inner

    def save(self, session_id: str, kind: NoteKind, text: str, at: int) -> Note:
        self._disk.write()
        return self._inner.save(session_id, kind, text, at)

    def get(self, session_id: str, kind: NoteKind) -> Note:
        return self._inner.get(session_id, kind)


class MarksOnDisk:
    """The marks of a vault."""

    def __init__(self, disk: Disk, inner: Marks) -> None:
        self._disk = disk
        self._inner = inner
        self.of = inner.of
        self.labels = inner.labels

    def put(self, session_id: str, mark: Mark) -> None:
        self._disk.write()
        self._inner.put(session_id, mark)

    def take_back(self, session_id: str, mark_id: str) -> None:
        self._disk.write()
        self._inner.take_back(session_id, mark_id)

    def keep_labels(self, labels: Sequence[Label]) -> None:
        self._disk.write()
        self._inner.keep_labels(labels)


class SessionsOnDisk(SessionService):
    """The sessions of a vault; only events are saved on the disk."""

    def __init__(self, disk: Disk, inner: SessionService) -> None:
        self.__dict__.update(inner.__dict__)
        self._disk = disk

    def save(
        self, session_id: str, seq: int, event: AnyEvent, withdrawn: Collection[str] = ()
    ) -> None:
        self._disk.write()
        super().save(session_id, seq, event, withdrawn)
