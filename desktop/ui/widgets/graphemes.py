"""Letters as a reader sees them."""

from PySide6.QtCore import QTextBoundaryFinder


def graphemes(text: str) -> list[str]:
    """Splits a text into letters; one may be several code points: an accent, a flag, an emoji."""
    # Qt counts UTF-16 units, Python code points.
    units = text.encode("utf-16-le", errors="surrogatepass")
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    letters: list[str] = []
    start = 0
    while (end := finder.toNextBoundary()) > start:
        letters.append(units[2 * start : 2 * end].decode("utf-16-le", errors="replace"))
        start = end
    return letters
