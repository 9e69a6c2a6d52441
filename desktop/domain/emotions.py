"""The emotion wheel as data: families, words, and what is a sound tree of them."""

from collections.abc import Iterator

import msgspec

from desktop.domain.errors import Finding


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


class Wheel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """A wheel: families (ring 1), each a word with words (ring 2) with words (ring 3)."""

    format: int
    id: str
    title: str
    language: str
    families: tuple[Word, ...]

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


MAX_DEPTH = 3


def check_wheel(wheel: Wheel) -> tuple[Finding, ...]:
    """What is wrong with a wheel: double ids, missing texts, figures out of range, bad depth."""
    findings: list[Finding] = []
    if wheel.format != 1:
        findings.append(Finding("format", "this version of Turnstone reads format 1"))
    if not 2 <= len(wheel.families) <= 12:
        findings.append(Finding("families", "a wheel has 2 to 12 families"))
    known = {path.ids for path, _ in wheel.walk()}
    _check_words(wheel.families, "families", (), known, findings)
    return tuple(findings)


def _check_words(
    words: tuple[Word, ...],
    field: str,
    above: tuple[str, ...],
    known: set[tuple[str, ...]],
    findings: list[Finding],
) -> None:
    seen: set[str] = set()
    for index, word in enumerate(words):
        here = f"{field}[{index}]"
        if word.id in seen:
            findings.append(Finding(f"{here}.id", f'the id "{word.id}" stands twice here'))
        seen.add(word.id)
        _check_word(word, here, known, findings)
        if word.words and len(above) + 1 >= MAX_DEPTH:
            findings.append(Finding(f"{here}.words", "a wheel has three rings at most"))
        elif not word.words and len(above) + 1 < MAX_DEPTH:
            findings.append(Finding(f"{here}.words", "this branch ends before the outer ring"))
        _check_words(word.words, f"{here}.words", (*above, word.id), known, findings)


def _check_word(
    word: Word, here: str, known: set[tuple[str, ...]], findings: list[Finding]
) -> None:
    for name in ("id", "label", "definition", "body", "signal", "need"):
        if not getattr(word, name).strip():
            findings.append(Finding(f"{here}.{name}", "must not be empty"))
    for name in ("energy", "pleasantness"):
        if not -1 <= getattr(word, name) <= 1:
            findings.append(Finding(f"{here}.{name}", "must lie between -1 and 1"))
    if word.judgement and not word.may_hide:
        findings.append(Finding(f"{here}.may-hide", "a judgement word names feelings it may hide"))
    paths = {"/".join(ids) for ids in known}
    for hidden in word.may_hide:
        if hidden not in paths:
            findings.append(Finding(f"{here}.may-hide", f'no word has the path "{hidden}"'))
