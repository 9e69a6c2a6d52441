"""Writing a document of a session without a window."""

import sys
from pathlib import Path

from desktop.services.paperwork import Choice, Kind, Paper
from desktop.services.vault import OpenVault
from desktop.ui.phrases import QtPhrases


def write_document(
    vault: OpenVault, session_id: str, kind: Kind, out: Path, paper: str | None = None
) -> None:
    """Set a document with all that may be in it and write it. Raises DocumentError."""
    chosen = Paper(paper or vault.preferences.load().paper)
    work = vault.paperwork
    document = work.gather(session_id, Choice(kind=kind, paper=chosen), QtPhrases())
    pdf = work.set_pdf(document, chosen)
    work.write(out, pdf)
    if pdf.unshown:
        print(
            f"{pdf.unshown} characters have no glyph in the fonts; a mark stands for each.",
            file=sys.stderr,
        )
