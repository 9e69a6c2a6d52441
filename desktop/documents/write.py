"""Writes a document to the place that a person chose, whole or not at all."""

import errno
import os
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop.documents.errors import DocumentError, DocumentFault
from desktop.documents.model import Document, Handout, ProgressNote, RecoverySheet

_FAULTS: Final = {
    errno.ENOSPC: DocumentFault.DISK_FULL,
    errno.EDQUOT: DocumentFault.DISK_FULL,
    errno.EACCES: DocumentFault.NOT_ALLOWED,
    errno.EPERM: DocumentFault.NOT_ALLOWED,
    errno.EROFS: DocumentFault.NOT_ALLOWED,
    errno.ENOENT: DocumentFault.NO_FOLDER,
    errno.ENOTDIR: DocumentFault.NO_FOLDER,
}


def file_name(document: Document) -> str:
    """A name for the file that tells no names: ``practice-2026-11-23.pdf``."""
    return f"{_kind(document)}-{document.date}.pdf"


def write_file(path: Path, data: bytes) -> None:
    """Write the bytes to a path, readable by its owner alone, in place of what was there.

    Raises:
        DocumentError: nothing was written, and what was there before is as it was.
    """
    try:
        part = _write_beside(path, data)
        try:
            part.replace(path)
        except OSError:
            part.unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        fault = _FAULTS.get(error.errno or 0, DocumentFault.NOT_WRITTEN)
        raise DocumentError(fault) from None


def _kind(document: Document) -> str:
    match document:
        case Handout():
            return "practice"
        case ProgressNote():
            return "note"
        case RecoverySheet():
            return "recovery-sheet"


def _write_beside(path: Path, data: bytes) -> Path:
    """A file with the bytes, safe on the disk, in the folder of the path; mode 0600."""
    handle, name = tempfile.mkstemp(prefix=".", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        part.unlink()
        raise
    return part


def _sync_folder(folder: Path) -> None:
    """Let the new name survive a power cut, where a system can do that for a folder."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
