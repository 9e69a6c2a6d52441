"""Notes: text that is saved while it is typed. They are rows with revisions, never events."""

from enum import StrEnum

import msgspec


class NoteKind(StrEnum):
    """What a note is for, and so in which of the two files it lies.

    The process note alone lies in the process file; all others are part of the record.
    """

    PROGRESS = "progress"
    PROCESS = "process"
    TAKEAWAY_A = "takeaway-a"
    TAKEAWAY_B = "takeaway-b"
    PLAN = "plan"


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """The newest text of a note. ``revision`` counts its saved versions from 1; 0 is unsaved."""

    session_id: str
    kind: NoteKind
    text: str = ""
    revision: int = 0
    saved_at: int | None = None
