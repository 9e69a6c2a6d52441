"""A language that nobody speaks: it shows which texts were never handed to a translator."""

import re
from collections.abc import Container, Generator
from contextlib import contextmanager
from itertools import groupby

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéïñöşüÿÀÇÉÏÑÖŞÜŸ")
_PLAIN = {accented: letter for letter, accented in _ACCENTS.items()}
_UNCHANGED = re.compile("[aceinosuy]", re.IGNORECASE)
_HELD = re.compile(r"(\{[^{}]*\}|%n|%\d)")
LONGER = 0.4


def pseudo(text: str) -> str:
    """The text in brackets, accented and 40 % longer; placeholders stay."""
    accented = "".join(
        part if _HELD.fullmatch(part) else part.translate(_ACCENTS) for part in _HELD.split(text)
    )
    return f"⟦{accented}{'·' * round(len(text) * LONGER)}⟧"


def plain(text: str) -> str:
    """The text from which a text in the pseudo-language was made, with what was filled into it."""
    return re.sub("·*⟧", "", text.replace("⟦", "")).translate(_PLAIN)


def left_out(text: str, data: Container[str]) -> list[str]:
    """The runs of words in a text that no translator made and that are no data.

    ``text`` may be a piece of a sentence. A word that the translator made shows its accents.
    """
    words = re.sub("[⟦⟧·\u200b]", " ", text).split(" ")
    runs = groupby(words, key=lambda word: _UNCHANGED.search(word) is not None)
    found = [" ".join(run) for unchanged, run in runs if unchanged]
    return [run for run in found if run not in data]


class PseudoTranslator(QTranslator):
    """Translates every text into the pseudo-language."""

    def translate(
        self,
        _context: str,
        source: str,
        /,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str:
        """The text in the pseudo-language."""
        return pseudo(source)

    def isEmpty(self) -> bool:
        """It has a word for everything."""
        return False


@contextmanager
def pseudo_language(app: QApplication) -> Generator[QObject]:
    """Speaks the pseudo-language for a while."""
    translator = PseudoTranslator()
    app.installTranslator(translator)
    try:
        yield translator
    finally:
        app.removeTranslator(translator)
