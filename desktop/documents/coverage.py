"""Which characters the bundled fonts can show, and what stands for those that they can't.

Typst refuses a PDF/UA file in which one character has no glyph. So before a text is set, line
breaks of all kinds become one kind, control characters go, and what no font has becomes a visible
mark. The table is written by ``packaging/font_coverage.py``.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

UNSHOWN: Final = "\N{REPLACEMENT CHARACTER}"
_JOINER: Final = "\N{ZERO WIDTH JOINER}"
_ATTACHED: Final = (
    range(0x1160, 0x1200),  # vowels and tails of Korean syllables that are written apart
    range(0x200C, 0x200E),  # zero width joiner and non-joiner
    range(0x1F3FB, 0x1F400),  # skin tones
    range(0xE0020, 0xE0080),  # tags, as in the flag of Scotland
)
_LINE_BREAK: Final = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")


class _Table(msgspec.Struct, frozen=True):
    families: tuple[str, ...]
    starts: tuple[int, ...]
    masks: tuple[int, ...]


class Coverage:
    """What the bundled fonts can show."""

    def __init__(self, table: bytes) -> None:
        """Take the table as ``packaging/font_coverage.py`` wrote it."""
        self._table = msgspec.json.decode(table, type=_Table)

    @classmethod
    def read(cls, file: Path) -> "Coverage":
        """The coverage that a file tells."""
        return cls(file.read_bytes())

    @property
    def families(self) -> tuple[str, ...]:
        """The font families, in the order in which they are to be tried."""
        return self._table.families

    def fit(self, text: str) -> tuple[str, int]:
        """The text as it can be shown, and how many characters of it a mark stands for.

        A mark that sits on a letter counts with its letter, as a reader would count them.
        """
        plain = _without_controls(text)
        letters = set(plain) - {"\n"}
        if not any(map(_joins, letters)) and all(map(self._families_with, letters)):
            return plain, 0
        fitted = [self._fit_cluster(cluster) for cluster in _clusters(plain)]
        return "".join(shown for shown, _ in fitted), sum(missing for _, missing in fitted)

    def _fit_cluster(self, cluster: str) -> tuple[str, int]:
        if cluster == "\n" or self._families_with(cluster):
            return cluster, 0
        first = cluster[0]
        kept = first if len(cluster) > 1 and self._families_with(first) else ""
        return kept + UNSHOWN, 1

    def _families_with(self, cluster: str) -> int:
        """The families, as bits, that have all characters of a cluster: one font must set it."""
        mask = -1
        for character in cluster:
            place = bisect_right(self._table.starts, ord(character)) - 1
            mask &= self._table.masks[place]
        return mask


def _without_controls(text: str) -> str:
    """The text with ``\\n`` for each line break, a space for a tab, and no control character."""
    if text.isprintable():
        return text
    lined = _LINE_BREAK.sub("\n", text).replace("\t", " ")
    return "".join(c for c in lined if c == "\n" or not _is_control(c))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) == "Cc" or character == "\N{ZERO WIDTH NO-BREAK SPACE}"


def _clusters(text: str) -> Iterator[str]:
    """Letters with all that sits on them, put together into one character where there is one."""
    start = 0
    for place in range(1, len(text) + 1):
        inside = place < len(text) and (_joins(text[place]) or text[place - 1] == _JOINER)
        if not inside:
            yield _composed(text[start:place])
            start = place


def _composed(cluster: str) -> str:
    """One character for a letter and its mark; a letter alone keeps its own form, as in names."""
    return unicodedata.normalize("NFC", cluster) if len(cluster) > 1 else cluster


def _joins(character: str) -> bool:
    """Whether a text shaper sets the character together with the one before it."""
    if unicodedata.category(character).startswith("M"):
        return True
    return any(ord(character) in attached for attached in _ATTACHED)
