"""Exercises, decks and wheels."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from desktop import resources
from desktop.content.kinds import KINDS, AnyKind
from tests.content.orderly import only_content_errors
from tests.faults.fuzz.target import Feed, Target
from tests.faults.fuzz.words import words_of

MARKS: Final = (b"[[", b"]]", b"{speaker}", b"{listener}", b"{topic}", b"{")


def _begin(kind: AnyKind, _: Path) -> tuple[Sequence[bytes], Feed]:
    files = sorted(resources.path(f"{kind.name}s").glob("*.toml"))

    def feed(raw: bytes) -> None:
        if error := only_content_errors(raw, f"x{kind.ending}"):
            raise error

    return [file.read_bytes() for file in files], feed


TARGETS: Final = tuple(
    Target(kind.name, partial(_begin, kind), (*MARKS, *words_of(kind.type))) for kind in KINDS
)
