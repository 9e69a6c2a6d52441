"""A language that nobody speaks: it shows which texts were never handed to a translator."""

import re
from collections.abc import Generator
from contextlib import contextmanager

from PySide6.QtCore import QObject, QTranslator
from PySide6.QtWidgets import QApplication

_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "àçéïñöşüÿÀÇÉÏÑÖŞÜŸ")
_HELD = re.compile(r"(\{[^{}]*\}|%n|%\d|&.)")
LONGER = 0.4


def pseudo(text: str) -> str:
    """The text in brackets, accented and 40 % longer; placeholders and Alt letters stay."""
    accented = "".join(
        part if _HELD.fullmatch(part) else part.translate(_ACCENTS) for part in _HELD.split(text)
    )
    return f"⟦{accented}{'·' * round(len(text) * LONGER)}⟧"


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
