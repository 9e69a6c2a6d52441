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
        if _inside_a_pair(units, end):
            continue
        letters.append(units[2 * start : 2 * end].decode("utf-16-le", errors="replace"))
        start = end
    return letters


def _inside_a_pair(units: bytes, end: int) -> bool:
    """Whether a boundary cuts a code point of two units, as Qt's do in scripts it doesn't know."""
    is_high = units[2 * end - 1] & 0xFC == 0xD8
    is_low = len(units) > 2 * end and units[2 * end + 1] & 0xFC == 0xDC
    return is_high and is_low
