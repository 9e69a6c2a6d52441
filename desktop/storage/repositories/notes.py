"""Notes, each kind in the file where it belongs."""

from typing import Final

from sqlalchemy import RowMapping

from desktop.domain.notes import Note, NoteKind
from desktop.storage import rows
from desktop.storage.engine import DatabaseFile
from desktop.storage.repositories.process_links import process_link
from desktop.storage.repositories.shelf import Shelf

_RECORD: Final = Shelf(rows.note, rows.note_revision)
_PROCESS: Final = Shelf(rows.process_note, rows.process_note_revision)


class VaultNotes:
    """The ``Notes`` port: process notes in the process file, all others in the record file.

    The two files are tied by a random link that stands in the record file only, and no
    transaction spans both.
    """

    def __init__(self, record: DatabaseFile, process: DatabaseFile) -> None:
        self._record = record
        self._process = process

    def save(self, session_id: str, kind: NoteKind, text: str, at: int) -> Note:
        """Save a text at a wall time (ms), unless it is the one already saved.

        Returns the note as it now stands. Raises NotFoundError: there is no such session.
        """
        file, shelf, key = self._place(session_id, kind)
        with file.transaction() as transaction:
            if text or shelf.read(transaction, key):
                shelf.save(transaction, key, text, at)
            return _note(session_id, kind, shelf.read(transaction, key))

    def get(self, session_id: str, kind: NoteKind) -> Note:
        """The newest text, or an empty note with revision 0.

        Raises NotFoundError: there is no such session.
        """
        file, shelf, key = self._place(session_id, kind)
        with file.reading() as reading:
            return _note(session_id, kind, shelf.read(reading, key))

    def _place(self, session_id: str, kind: NoteKind) -> tuple[DatabaseFile, Shelf, dict[str, str]]:
        """Where a note lies: its file, its tables, and its key in them."""
        link = process_link(self._record, session_id)
        if kind is NoteKind.PROCESS:
            return self._process, _PROCESS, {"link": link}
        return self._record, _RECORD, {"session_id": session_id, "kind": kind.value}


def _note(session_id: str, kind: NoteKind, row: RowMapping | None) -> Note:
    if row is None:
        return Note(session_id=session_id, kind=kind)
    return Note(
        session_id=session_id,
        kind=kind,
        text=row["text"],
        revision=row["revision"],
        saved_at=row["saved_at"],
    )
