"""Files of small wheels, as somebody may add them."""

import json
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from desktop.domain.emotions import Wheel, Word
from tests.domain.wheels import branch, wheel

_TEXTS: Final = ("id", "label", "definition", "body", "signal", "need")

SEA: Final = replace(
    wheel(branch("ebb"), branch("flow", pleasantness=0.5)), id="sea", title="The sea"
)
"""A sound wheel whose families are none of the built-in one's."""


def toml_of(of: Wheel) -> str:
    """The file of a wheel."""
    head = [f"{name} = {json.dumps(getattr(of, name))}" for name in ("id", "title", "language")]
    lines = [f"format = {of.format}", *head]
    for family in of.families:
        lines += _tables(family, "families")
    return "\n".join(lines) + "\n"


def wheel_file(folder: Path, of: Wheel = SEA, name: str = "sea.turnstone-wheel") -> Path:
    """Write the file of a wheel into a folder."""
    path = folder / name
    path.write_text(toml_of(of), encoding="utf-8")
    return path


def _tables(word: Word, name: str) -> list[str]:
    lines = [f"[[{name}]]", *(f"{text} = {json.dumps(getattr(word, text))}" for text in _TEXTS)]
    lines += [f"energy = {word.energy}", f"pleasantness = {word.pleasantness}"]
    for finer in word.words:
        lines += _tables(finer, f"{name}.words")
    return lines
