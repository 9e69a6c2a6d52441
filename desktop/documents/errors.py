"""What can go wrong with a document. No error carries a word of it, nor a path."""

from enum import StrEnum

from desktop.domain.errors import TurnstoneError


class DocumentFault(StrEnum):
    """Why there is no document."""

    CANCELLED = "cancelled"
    TIMED_OUT = "timed-out"
    REFUSED = "refused"
    CRASHED = "crashed"
    NO_FOLDER = "no-folder"
    NOT_ALLOWED = "not-allowed"
    DISK_FULL = "disk-full"
    NOT_WRITTEN = "not-written"


class DocumentError(TurnstoneError):
    """A document could not be set or written; ``fault`` says why.

    ``cancelled`` and ``timed-out`` explain themselves. ``refused``: typst found the text or its
    layout wrong, which is a mistake of ours. ``crashed``: the child process ended early. The
    others tell why a file was not written: its folder is gone, may not be written to, or the disk
    is full; ``not-written`` is any other failure of the disk.
    """

    def __init__(self, fault: DocumentFault) -> None:
        super().__init__(fault)
        self.fault = fault
        self.code = f"document-{fault}"
