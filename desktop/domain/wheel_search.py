"""Ways to a word other than walking the wheel: by spelling, by energy and pleasantness, by body."""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Sequence
from enum import IntEnum
from typing import Final

import msgspec

from desktop.domain.emotions import OWN_FAMILY, Wheel, Word, WordPath
from desktop.domain.flow.events import ShownWord

LONGEST_OWN: Final = 40
"""Characters in a person's own word."""

_LEAST_MEANING: Final = 4
"""Fewer letters than these stand in nearly every sentence."""

_CUE_COUNTS: Final = 0.75
"""By how much a body cue brings a word nearer to a mark, on a pad that is 2 wide and 2 high."""

_JOINERS: Final = frozenset("\u200c\u200d")
"""Invisible, but some scripts and emoji are not written without them."""

_INVISIBLE: Final = frozenset({"Cc", "Cf", "Cs"})


class Entry(msgspec.Struct, frozen=True):
    """A word of the wheel and where it stands."""

    path: WordPath
    word: Word


class FoundBy(IntEnum):
    """What the typed letters stand in, the better place first."""

    LABEL = 0
    MEANING = 1
    BODY = 2


class Found(msgspec.Struct, frozen=True):
    """A word that a search has found, and by what."""

    entry: Entry
    by: FoundBy


class WheelIndex:
    """All words of one wheel, made ready to be searched."""

    def __init__(self, wheel: Wheel) -> None:
        self.entries = tuple(Entry(path, word) for path, word in wheel.walk())
        self._by_id = {entry.path.id: entry for entry in self.entries}
        self._labels = tuple(_fold(entry.word.label) for entry in self.entries)
        self._meanings = tuple(_plain(entry.word.definition) for entry in self.entries)
        self._bodies = tuple(_plain(entry.word.body) for entry in self.entries)

    def entry(self, path_id: str) -> Entry | None:
        """The word with a path id."""
        return self._by_id.get(path_id)

    def shown(self, entry: Entry) -> ShownWord:
        """A word in the form in which a pick keeps it."""
        return ShownWord(
            path=entry.path, family_label=entry.path.labels[0], definition=entry.word.definition
        )

    def find(self, typed: str, limit: int | None = None) -> tuple[Found, ...]:
        """The words in which the typed letters stand, best first.

        A word that begins with them comes before one of whose parts begins with them, and that
        before any other. Words whose definition or body text has a phrase that begins with them
        come last, from four letters on. Accents and capitals make no difference; finer words come
        later.
        """
        needle, plain = _fold(typed), _plain(typed)
        ranked = [
            (by, rank, position)
            for position in range(len(self.entries))
            for by, rank in self._ways_to(position, needle, plain)
        ]
        best: dict[int, FoundBy] = {}
        for by, _, position in sorted(ranked):
            best.setdefault(position, by)
        found = (Found(self.entries[position], by) for position, by in best.items())
        return tuple(found)[:limit]

    def _ways_to(self, position: int, needle: str, plain: str) -> Sequence[tuple[FoundBy, int]]:
        ways: list[tuple[FoundBy, int]] = []
        if needle and (rank := _rank(self._labels[position], needle)) is not None:
            ways.append((FoundBy.LABEL, rank))
        if len(plain) >= _LEAST_MEANING:
            texts = ((FoundBy.MEANING, self._meanings), (FoundBy.BODY, self._bodies))
            ways += [(by, 0) for by, all_of in texts if f" {plain}" in f" {all_of[position]}"]
        return ways

    def spelled(self, typed: str) -> Entry | None:
        """The first word that is spelled just so."""
        needle = _fold(typed)
        found = (e for e, label in zip(self.entries, self._labels, strict=True) if label == needle)
        return next(found, None)

    def fitting(
        self,
        cues: Collection[str] = (),
        mark: tuple[float, float] | None = None,
        limit: int | None = None,
    ) -> tuple[Entry, ...]:
        """The finer words that share body cues or lie near a mark, the best first.

        Of several cues those words come first that share most. Without a mark one word of each
        family comes before the next ones. The mark is energy and pleasantness, each from -1 to 1;
        a cue then brings a word nearer to it. Families are left out: they are where one was
        before.
        """
        finer = [entry for entry in self.entries if len(entry.path.ids) > 1]
        shares = [sum(entry.word.feels(cue) for cue in cues) for entry in finer]
        ranked: list[tuple[float, int, int]] = []
        before = Counter[tuple[int, str]]()
        for position, (entry, shared) in enumerate(zip(finer, shares, strict=True)):
            if mark is not None:
                ranked.append((_away(entry, mark) - _CUE_COUNTS * shared, 0, position))
            elif shared:
                group = (shared, entry.path.family)
                ranked.append((-shared, before[group], position))
                before[group] += 1
        return tuple(finer[position] for *_, position in sorted(ranked)[:limit])


def own_label(typed: str) -> str:
    """What a person typed, as a word: blanks put in order, nothing invisible, not too long.

    Empty where there is nothing to see in it.
    """
    seen = "".join(
        c if c in _JOINERS or unicodedata.category(c) not in _INVISIBLE else " " for c in typed
    )
    if all(c in _JOINERS or unicodedata.category(c)[0] in "MZ" for c in seen):
        return ""
    return " ".join(seen.split())[:LONGEST_OWN].strip()


def own_word(typed: str, family_label: str) -> ShownWord:
    """A person's own word; ``family_label`` is what "own" is called.

    The same word, however it is capitalised, has the same path id. There must be something to see
    in it.
    """
    label = own_label(typed)
    # A lone accent is nothing once it is folded.
    folded = _fold(label) or label
    path = WordPath((OWN_FAMILY, folded.replace("/", " ")), (family_label, label))
    return ShownWord(path=path, family_label=family_label)


def _away(entry: Entry, mark: tuple[float, float]) -> float:
    return math.dist((entry.word.energy, entry.word.pleasantness), mark)


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


def _plain(text: str) -> str:
    """The bare words of a text, with one blank between them."""
    return " ".join(re.findall(r"\w+", _fold(text)))
