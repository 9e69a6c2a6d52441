"""How long the PDF of a session takes, from the vault to the file."""

import subprocess
import time
from pathlib import Path

from harness import Row, against_floor, in_turn, program
from invented import vault_with_session

from desktop import resources
from desktop.documents.compile import Typesetter
from desktop.documents.coverage import Coverage
from desktop.documents.data import as_data
from desktop.documents.model import Document, Paper
from desktop.services.paperwork import Choice, Paperwork
from desktop.services.printed_picture import PrintedPicture
from desktop.services.vault import OpenVault
from desktop.ui.phrases import QtPhrases

_CHOICE = Choice(kind="progress")


def session_pdf(folder: Path, rounds: int) -> Row:
    """The first progress note of an app beside typst alone on the same document."""
    with vault_with_session(folder) as (vault, session_id):
        document = vault.paperwork.gather(session_id, _CHOICE, QtPhrases())
        data = barely_prepared(document)

        def ours() -> float:
            started = time.perf_counter()
            export(vault, session_id, folder / "ours.pdf")
            return time.perf_counter() - started

        def bare() -> float:
            started = time.perf_counter()
            set_barely(data, folder / "bare.pdf")
            return time.perf_counter() - started

        in_turn(ours, bare, 1)  # reads every file once
        figures, floors = in_turn(ours, bare, rounds)
    return against_floor("PDF of a session", "s", figures, floors, bar=1.3)


def export(vault: OpenVault, session_id: str, out: Path) -> None:
    """What the window does, with nothing kept from the document before."""
    picture = PrintedPicture(vault.session_words.wheel_of)
    work = Paperwork(vault.sessions, vault.notes, vault.preferences, Typesetter(), picture)
    document = work.gather(session_id, _CHOICE, QtPhrases())
    work.write(out, work.set_pdf(document, _CHOICE.paper))


def barely_prepared(document: Document) -> bytes:
    """The document as typst is given it."""
    coverage = Coverage.read(resources.path("documents", "coverage.json"))
    data, _ = as_data(document, Paper.A4, coverage)
    return data


def set_barely(data: bytes, out: Path) -> None:
    """Typst and nothing else, in a process of its own."""
    template = resources.path("documents", "progress-note.typ")
    places = map(str, (resources.path(), template, resources.path("fonts"), out))
    subprocess.run(program("bare_pdf", *places), input=data, check=True)
