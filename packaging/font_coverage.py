"""Writes down which characters the bundled fonts can show, for ``desktop.documents.coverage``.

Run after a change to ``resources/fonts``: ``python packaging/font_coverage.py``. It needs
fonttools, which the app itself does without; a test says when the table is no longer that of the
fonts.

The table is JSON. ``families`` are the font families in the order in which typst tries them. From
code point ``starts[i]`` up to the next start, a character is in the families of ``masks[i]``,
where bit ``n`` stands for ``families[n]``.
"""

import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "resources" / "fonts"
TABLE = ROOT / "resources" / "documents" / "coverage.json"

FIRST = ("Atkinson Hyperlegible Next", "Noto Sans")
"""The family of the design, then the one whose letters stand best beside it."""

LAST = (
    "Droid Sans Fallback",
    "NanumGothicCoding",
    "Noto Emoji",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "Noto Sans Math",
)
"""Families that also hold characters of others, which those show better."""

HIDDEN = (
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x17B4, 0x17B5),
    (0x180B, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0xFE00, 0xFE0F),
    (0xE0001, 0xE0FFF),
)
"""What a text shaper shows nothing for, so that no font needs it (Unicode: default ignorable)."""

REFUSED = {0xFEFF}
"""What PDF/A forbids although a font may hold it; control and private characters come on top."""


def table(folder: Path) -> dict[str, list[str] | list[int]]:
    """The table of the fonts below a folder."""
    covered = _covered(folder)
    families = _in_order(covered)
    masks: defaultdict[int, int] = defaultdict(int)
    for number, family in enumerate(families):
        for code in covered[family]:
            masks[code] |= 1 << number
    for first, last in HIDDEN:
        for code in range(first, last + 1):
            masks[code] = (1 << len(families)) - 1
    starts = list(_starts(masks))
    return {"families": families, "starts": starts, "masks": [masks.get(s, 0) for s in starts]}


def _covered(folder: Path) -> dict[str, set[int]]:
    """The code points of each family: those that all of its faces share."""
    covered: dict[str, set[int]] = {}
    for path in sorted(folder.rglob("*.ttf")):
        with TTFont(path, lazy=True) as font:
            family = font["name"].getBestFamilyName() or path.stem
            codes = {code for code in font.getBestCmap() or () if _allowed(code)}
        covered[family] = covered[family] & codes if family in covered else codes
    return covered


def _allowed(code: int) -> bool:
    return unicodedata.category(chr(code)) not in {"Cc", "Co", "Cs"} and code not in REFUSED


def _in_order(families: Iterable[str]) -> list[str]:
    between = sorted(set(families) - {*FIRST, *LAST})
    return [*FIRST, *between, *LAST]


def _starts(masks: dict[int, int]) -> Iterator[int]:
    """Where the mask changes, from code point 0 on."""
    yield 0
    before = masks.get(0, 0)
    for code in range(1, sys.maxunicode + 1):
        mask = masks.get(code, 0)
        if mask != before:
            yield code
            before = mask


def main() -> None:
    """Write the table for the fonts of this checkout."""
    text = json.dumps(table(FONTS), separators=(",", ":"))
    TABLE.write_text(text + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
