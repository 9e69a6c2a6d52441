"""The emotion wheel as data: families and words in three rings."""

from collections.abc import Iterator
from typing import Final

import msgspec


class Word(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """One emotion word.

    ``energy`` and ``pleasantness`` run from -1 to 1. ``judgement`` marks a word that says what
    another person did ("ignored") more than what is felt; ``may_hide`` then names the ids of
    feelings that often lie under it.
    """

    id: str
    label: str
    definition: str
    body: str
    signal: str
    need: str
    energy: float
    pleasantness: float
    judgement: bool = False
    may_hide: tuple[str, ...] = ()
    words: tuple["Word", ...] = ()

    def feels(self, cue: str) -> bool:
        """Whether the body text has a cue such as "tight chest" in it."""
        return bool(cue.strip()) and cue.casefold() in self.body.casefold()


class Wheel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A wheel: families (ring 1), each a word with words (ring 2) with words (ring 3).

    ``body_cues`` are the phrases by which someone may look for a word: each stands in the body
    text of some of the words.
    """

    format: int
    id: str
    title: str
    language: str
    families: tuple[Word, ...]
    body_cues: tuple[str, ...] = ()

    def walk(self) -> Iterator[tuple["WordPath", Word]]:
        """Each word with its path, family first, in the order of the file."""

        def below(
            path: tuple[Word, ...], words: tuple[Word, ...]
        ) -> Iterator[tuple["WordPath", Word]]:
            for word in words:
                here = (*path, word)
                yield WordPath(tuple(w.id for w in here), tuple(w.label for w in here)), word
                yield from below(here, word.words)

        return below((), self.families)


class WordPath(msgspec.Struct, frozen=True):
    """Where a word stands: ids and labels from the family outwards, the word itself last."""

    ids: tuple[str, ...]
    labels: tuple[str, ...]

    @property
    def id(self) -> str:
        """The path id, such as ``sad/hurt/stung``: the same word may stand in two families."""
        return "/".join(self.ids)

    @property
    def label(self) -> str:
        """The word itself, as shown."""
        return self.labels[-1]

    @property
    def family(self) -> str:
        """The id of the family."""
        return self.ids[0]

    def covers(self, other: "WordPath") -> bool:
        """Whether the other word stands on the branch below this one."""
        return len(self.ids) < len(other.ids) and other.ids[: len(self.ids)] == self.ids


MAX_DEPTH: Final = 3
MAX_LABEL: Final = 24
"""Characters in a label: what an outer wedge has room for."""

MAX_TEXT: Final = 120
"""Characters in a definition or another text about a word: what the reading line has room for."""

MAX_TITLE: Final = 60
"""Characters in a wheel's title."""

MAX_CUE: Final = 24
"""Characters in a body cue, which is written on a button."""

MOST_OUTER: Final = 120
"""The most words in the outer ring. Each has 3 degrees then, a line of text at 1000 pixels."""

OWN_FAMILY: Final = "own"
"""The family under which a person's own words are kept; no wheel may use its id."""


def folded(label: str) -> str:
    """A label as it is compared with others: without capitals and double blanks."""
    return " ".join(label.casefold().split())


def outer_words(word: Word) -> tuple[Word, ...]:
    """The outermost words on a word's branch; a word without any is its own."""
    if not word.words:
        return (word,)
    return tuple(outer for finer in word.words for outer in outer_words(finer))
