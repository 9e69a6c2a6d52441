"""The kinds of files that Turnstone reads: their endings, their types and their checkers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final, Generic, TypeAlias, TypeVar

import msgspec

from desktop.content.gate_words import with_gate_words
from desktop.domain.cards import Deck, check_deck
from desktop.domain.emotions import Wheel, check_wheel
from desktop.domain.errors import Finding
from desktop.domain.exercise.checker import check_exercise
from desktop.domain.exercise.format import Exercise

Content: TypeAlias = Exercise | Deck | Wheel
"""What a file of content can hold."""

T = TypeVar("T", bound=Content)


def _as_written(tables: dict[str, object]) -> dict[str, object]:
    return tables


@dataclass(frozen=True)
class Kind(Generic[T]):
    """One kind of file.

    ``ending`` is that of files which people pass on. ``holds`` is the list that tells the kind
    of a plain ``.toml`` file. ``completed`` puts in what a file may leave out.
    """

    name: str
    ending: str
    holds: str
    type: type[T]
    checker: Callable[[T], tuple[Finding, ...]]
    completed: Callable[[dict[str, object]], dict[str, object]] = _as_written

    def build(self, tables: dict[str, object]) -> tuple[T, tuple[Finding, ...]]:
        """The decoded value, and what is wrong with it.

        Raises:
            msgspec.ValidationError: a field is missing, unknown or of the wrong type.
        """
        content = msgspec.convert(self.completed(tables), self.type)
        return content, self.checker(content)


AnyKind: TypeAlias = Kind[Exercise] | Kind[Deck] | Kind[Wheel]

KINDS: Final[tuple[AnyKind, ...]] = (
    Kind("exercise", ".turnstone-exercise", "parts", Exercise, check_exercise, with_gate_words),
    Kind("deck", ".turnstone-deck", "cards", Deck, check_deck),
    Kind("wheel", ".turnstone-wheel", "families", Wheel, check_wheel),
)

PLAIN: Final = ".toml"

ENDINGS: Final = (*(kind.ending for kind in KINDS), PLAIN)
"""The endings of the files that can be read, lower case, with the dot."""


def kind_of(source: str, tables: dict[str, object]) -> AnyKind | None:
    """The kind of a file by its ending or, for a plain ``.toml``, by what it holds."""
    ending = PurePath(source).suffix.lower()
    for kind in KINDS:
        if ending == kind.ending or (ending == PLAIN and kind.holds in tables):
            return kind
    return None
