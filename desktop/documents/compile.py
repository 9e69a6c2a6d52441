"""Sets documents in a child process, as a PDF or as pictures of its pages."""

import subprocess
import sys
import threading
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import Final, Literal

import msgspec

from desktop import resources
from desktop.documents.child import ARGUMENT, LENGTH_BYTES, REFUSED
from desktop.documents.coverage import Coverage
from desktop.documents.data import as_data
from desktop.documents.errors import DocumentError, DocumentFault
from desktop.documents.model import Document, Handout, Paper, ProgressNote, RecoverySheet

PATIENCE: Final = 60.0
"""Seconds after which a compile is given up; a long record takes about one."""


class Pdf(msgspec.Struct, frozen=True, kw_only=True):
    """A document as a file. ``unshown`` counts the characters that a mark stands for."""

    data: bytes
    unshown: int


class Preview(msgspec.Struct, frozen=True, kw_only=True):
    """A document as a PNG for each page. ``unshown`` is as for ``Pdf``."""

    pages: tuple[bytes, ...]
    unshown: int


class Cancellation:
    """A handle to end a compile from another thread; it serves for one compile."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._cancelled = False

    @property
    def cancelled(self) -> bool:
        """Whether ``cancel`` was called."""
        return self._cancelled

    def cancel(self) -> None:
        """End the compile that runs, or the one that is to begin. May be called again."""
        with self._lock:
            self._cancelled = True
            if self._process is not None:
                self._process.kill()

    @contextmanager
    def holding(self, process: subprocess.Popen[bytes]) -> Generator[None]:
        """Let ``cancel`` kill this process as long as the block lasts."""
        with self._lock:
            self._process = process
            if self._cancelled:
                process.kill()
        try:
            yield
        finally:
            with self._lock:
                self._process = None


class Typesetter:
    """Makes PDFs and previews. Its methods block: call them on a worker thread."""

    def __init__(self, *, command: Sequence[str] | None = None, patience: float = PATIENCE) -> None:
        """Take the command that starts the child, if not the usual one, and seconds to wait."""
        self._command = tuple(command or _usual_command())
        self._patience = patience

    def compile_pdf(
        self, document: Document, paper: Paper, cancellation: Cancellation | None = None
    ) -> Pdf:
        """The document as a tagged PDF (PDF/UA-1 and PDF/A-2a).

        Raises:
            DocumentError: it was cancelled, took too long, was refused, or the child crashed.
        """
        pages, unshown = self._set("pdf", document, paper, 72, cancellation)
        return Pdf(data=pages[0], unshown=unshown)

    def pages_as_png(
        self,
        document: Document,
        paper: Paper,
        ppi: float,
        cancellation: Cancellation | None = None,
    ) -> Preview:
        """The pages as pictures, with so many dots per inch, looking as in the PDF.

        Raises:
            DocumentError: as for ``compile_pdf``.
        """
        pages, unshown = self._set("png", document, paper, ppi, cancellation)
        return Preview(pages=pages, unshown=unshown)

    @cached_property
    def _coverage(self) -> Coverage:
        return Coverage.read(resources.path("documents", "coverage.json"))

    def _set(
        self,
        kind: Literal["pdf", "png"],
        document: Document,
        paper: Paper,
        ppi: float,
        cancellation: Cancellation | None,
    ) -> tuple[tuple[bytes, ...], int]:
        data, unshown = as_data(document, paper, self._coverage)
        command = (
            *self._command,
            kind,
            str(resources.path()),
            str(resources.path("documents", _template(document))),
            str(resources.path("fonts")),
            str(ppi),
        )
        output = _run(command, data, self._patience, cancellation or Cancellation())
        return _pages(output), unshown


def _template(document: Document) -> str:
    match document:
        case Handout():
            return "handout.typ"
        case ProgressNote():
            return "progress-note.typ"
        case RecoverySheet():
            return "recovery-sheet.typ"


def _usual_command() -> tuple[str, ...]:
    """How the child is started; ``-P`` keeps our modules from standing in for Python's own."""
    if getattr(sys, "frozen", False):
        return (sys.executable, ARGUMENT)
    return (sys.executable, "-P", str(Path(__file__).with_name("child.py")))


def _run(command: Sequence[str], data: bytes, patience: float, cancellation: Cancellation) -> bytes:
    """What the child wrote."""
    process = subprocess.Popen(  # noqa: S603  # our own program, and no argument from outside
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=_creation_flags(),
    )
    with process, cancellation.holding(process):
        try:
            output, _ = process.communicate(data, timeout=patience)
        except subprocess.TimeoutExpired:
            process.kill()
            raise DocumentError(DocumentFault.TIMED_OUT) from None
    if cancellation.cancelled:
        raise DocumentError(DocumentFault.CANCELLED)
    if process.returncode:
        refused = process.returncode == REFUSED
        raise DocumentError(DocumentFault.REFUSED if refused else DocumentFault.CRASHED)
    return output


def _creation_flags() -> int:
    """On Windows: no console window, and a lower priority, which elsewhere the child takes."""
    if sys.platform == "win32":
        return subprocess.CREATE_NO_WINDOW | subprocess.BELOW_NORMAL_PRIORITY_CLASS
    return 0


def _pages(output: bytes) -> tuple[bytes, ...]:
    """The parts of the child's output; raises DocumentError when it is cut short or empty."""
    pages: list[bytes] = []
    place = 0
    while place < len(output):
        start = place + LENGTH_BYTES
        place = start + int.from_bytes(output[place:start], "big")
        pages.append(output[start:place])
    if not pages or place != len(output):
        raise DocumentError(DocumentFault.CRASHED)
    return tuple(pages)
