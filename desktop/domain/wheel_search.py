"""Ways to a word other than walking the wheel: by spelling, by energy and pleasantness, by body."""

import math
import unicodedata
from collections.abc import Sequence

import msgspec

from desktop.domain.emotions import OWN_FAMILY, Wheel, Word, WordPath
from desktop.domain.flow.events import ShownWord


class Entry(msgspec.Struct, frozen=True):
    """A word of the wheel and where it stands."""

    path: WordPath
    word: Word


class WheelIndex:
    """All words of one wheel, made ready to be searched.

    ``typed`` are words that the same couple typed before; only what is typed can find them.
    """

    def __init__(self, wheel: Wheel, typed: Sequence[ShownWord] = ()) -> None:
        self._typed = tuple(typed)
        self.entries = tuple(Entry(path, word) for path, word in wheel.walk())
        self._by_id = {entry.path.id: entry for entry in self.entries}
        self._folded = tuple(_fold(entry.word.label) for entry in self.entries)

    def entry(self, path_id: str) -> Entry | None:
        """The word with a path id."""
        return self._by_id.get(path_id)

    def shown(self, entry: Entry) -> ShownWord:
        """A word in the form in which a pick keeps it."""
        return ShownWord(
            path=entry.path, family_label=entry.path.labels[0], definition=entry.word.definition
        )

    def find(self, typed: str, limit: int | None = None) -> tuple[Entry, ...]:
        """The words in which the typed letters stand, best first.

        A word that begins with them comes before one of whose parts begins with them, and that
        before any other. Accents and capitals make no difference; finer words come later.
        """
        needle = _fold(typed)
        if not needle:
            return ()
        ranked = [
            (rank, position)
            for position, label in enumerate(self._folded)
            if (rank := _rank(label, needle)) is not None
        ]
        ranked.sort()
        return tuple(self.entries[position] for _, position in ranked[:limit])

    def find_typed(self, typed: str, limit: int | None = None) -> tuple[ShownWord, ...]:
        """The words that the couple typed before, found in the same way."""
        needle = _fold(typed)
        if not needle:
            return ()
        ranked = [(_rank(_fold(word.path.label), needle), word) for word in self._typed]
        found = sorted(
            ((rank, word) for rank, word in ranked if rank is not None), key=lambda each: each[0]
        )
        return tuple(word for _, word in found[:limit])

    def spelled(self, typed: str) -> Entry | None:
        """The first word that is spelled just so."""
        needle = _fold(typed)
        found = (e for e, label in zip(self.entries, self._folded, strict=True) if label == needle)
        return next(found, None)

    def fitting(
        self, cue: str = "", mark: tuple[float, float] | None = None, limit: int | None = None
    ) -> tuple[Entry, ...]:
        """The finer words that share a body cue and lie nearest to a mark, nearest first.

        The mark is energy and pleasantness, each from -1 to 1. Without a mark the words stand in
        the order of the wheel. Families are left out: they are where one was before.
        """
        fitting = [e for e in self._finer() if not cue or e.word.feels(cue)]
        if mark is not None:
            fitting.sort(key=lambda e: math.dist((e.word.energy, e.word.pleasantness), mark))
        return tuple(fitting[:limit])

    def _finer(self) -> tuple[Entry, ...]:
        return tuple(entry for entry in self.entries if len(entry.path.ids) > 1)


def own_word(typed: str, family_label: str) -> ShownWord:
    """A person's own word, with the blanks put in order; ``family_label`` is what "own" is called.

    The same word, however it is capitalised, has the same path id.
    """
    label = " ".join(typed.split())
    path = WordPath((OWN_FAMILY, _fold(label).replace("/", " ")), (family_label, label))
    return ShownWord(path=path, family_label=family_label)


def _rank(label: str, needle: str) -> int | None:
    if label.startswith(needle):
        return 0
    if any(part.startswith(needle) for part in label.split()):
        return 1
    return 2 if needle in label else None


def _fold(text: str) -> str:
    """A text without accents, capitals and double blanks."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())
