"""The emotion wheel as data: families, words, and what is a sound tree of them."""

from collections.abc import Iterator
from typing import Final

import msgspec

from desktop.domain.errors import Finding
from desktop.domain.slug import SLUG_HINT, is_slug


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

OWN_FAMILY: Final = "own"
"""The family under which a person's own words are kept; no wheel may use its id."""

_MUST_SAY: Final = ("label", "definition", "body", "signal", "need")


def check_wheel(wheel: Wheel) -> tuple[Finding, ...]:
    """All that is wrong with a wheel; empty when it can be used.

    The field of a finding is a path such as ``families[0].words[2].may-hide``.
    """
    return tuple(_findings(wheel))


def _findings(wheel: Wheel) -> Iterator[Finding]:
    if wheel.format != 1:
        yield Finding("format", "this version of Turnstone reads format 1")
    if not is_slug(wheel.id):
        yield Finding("id", SLUG_HINT)
    for name in ("title", "language"):
        if not getattr(wheel, name).strip():
            yield Finding(name, "must not be empty")
    if not 2 <= len(wheel.families) <= 12:
        yield Finding("families", "a wheel has 2 to 12 families")
    known = frozenset(path.id for path, _ in wheel.walk())
    yield from _branch(wheel.families, "families", (), known)
    for index, cue in enumerate(wheel.body_cues):
        if not any(word.feels(cue) for _, word in wheel.walk()):
            yield Finding(f"body-cues[{index}]", f'no body text has "{cue}" in it')


def _branch(
    words: tuple[Word, ...], field: str, above: tuple[str, ...], known: frozenset[str]
) -> Iterator[Finding]:
    """What is wrong in the words of one ring under one word, and further out."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        here, ids = f"{field}[{index}]", (*above, word.id)
        if word.id in seen:
            yield Finding(f"{here}.id", f'the id "{word.id}" stands twice here')
        seen.add(word.id)
        if ids == (OWN_FAMILY,):
            yield Finding(f"{here}.id", '"own" is kept for words that people add themselves')
        yield from _word(word, here)
        yield from _judgement(word, here, "/".join(ids), known)
        if word.words and len(ids) >= MAX_DEPTH:
            yield Finding(f"{here}.words", "a wheel has three rings at most")
            continue
        if not word.words and len(ids) < MAX_DEPTH:
            yield Finding(f"{here}.words", "this branch ends before the outer ring")
        yield from _branch(word.words, f"{here}.words", ids, known)


def _word(word: Word, here: str) -> Iterator[Finding]:
    if not is_slug(word.id):
        yield Finding(f"{here}.id", SLUG_HINT)
    for name in _MUST_SAY:
        if not getattr(word, name).strip():
            yield Finding(f"{here}.{name}", "must not be empty")
    if len(word.label) > MAX_LABEL:
        yield Finding(f"{here}.label", f"must have {MAX_LABEL} characters at most to fit its place")
    for name in ("energy", "pleasantness"):
        if not -1 <= getattr(word, name) <= 1:
            yield Finding(f"{here}.{name}", "must lie between -1 and 1")


def _judgement(word: Word, here: str, path: str, known: frozenset[str]) -> Iterator[Finding]:
    """A judgement word leads on to feelings that stand on the wheel."""
    if word.judgement and not word.may_hide:
        yield Finding(f"{here}.may-hide", "a judgement word names feelings it may hide")
    if word.may_hide and not word.judgement:
        yield Finding(f"{here}.may-hide", 'only a word with "judgement = true" hides others')
    for index, hidden in enumerate(word.may_hide):
        field = f"{here}.may-hide[{index}]"
        if hidden not in known:
            yield Finding(field, f'no word has the path "{hidden}"')
        elif hidden == path:
            yield Finding(field, "a word can't hide itself")
