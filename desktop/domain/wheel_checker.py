"""What makes a wheel sound: a tree that can be read, in balance, with all that a word must say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from desktop.domain.emotions import (
    MAX_CUE,
    MAX_DEPTH,
    MAX_LABEL,
    MAX_TEXT,
    MAX_TITLE,
    MOST_OUTER,
    OWN_FAMILY,
    Wheel,
    Word,
    folded,
    outer_words,
)
from desktop.domain.errors import Finding
from desktop.domain.slug import SLUG_HINT, is_slug

LARGEST_FAMILY: Final = 2
"""How many times the outer words of the smallest family the largest one may have."""

LEAST_SIDE: Final = 0.4
"""The least share of pleasant, and of unpleasant, outer words among all that are one or the other.

Three pleasant families beside four unpleasant ones of the same size are within it.
"""

_TEXTS: Final = ("definition", "body", "signal", "need")


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
        yield from _text(getattr(wheel, name), name, MAX_TITLE)
    if not 2 <= len(wheel.families) <= 12:
        yield Finding("families", "a wheel has 2 to 12 families")
    words = {path.id: word for path, word in wheel.walk()}
    yield from _branch(wheel.families, "families", (), words)
    for index, family in enumerate(wheel.families):
        yield from _labels(family, f"families[{index}]")
    yield from _cues(wheel)
    yield from _balance(wheel)


def _branch(
    words: Sequence[Word], field: str, above: tuple[str, ...], known: dict[str, Word]
) -> Iterator[Finding]:
    """What is wrong in the words of one ring under one word, and further out."""
    seen: set[str] = set()
    for index, word in enumerate(words):
        here, ids = f"{field}[{index}]", (*above, word.id)
        if word.id in seen:
            yield Finding(f"{here}.id", f'the path "{"/".join(ids)}" stands twice')
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
        if len(word.words) == 1:
            yield Finding(f"{here}.words", "has one finer word only; a branch has two or more")
        yield from _branch(word.words, f"{here}.words", ids, known)


def _word(word: Word, here: str) -> Iterator[Finding]:
    if not is_slug(word.id):
        yield Finding(f"{here}.id", SLUG_HINT)
    yield from _text(word.label, f"{here}.label", MAX_LABEL)
    for name in _TEXTS:
        yield from _text(getattr(word, name), f"{here}.{name}", MAX_TEXT)
    for name in ("energy", "pleasantness"):
        if not -1 <= getattr(word, name) <= 1:
            yield Finding(f"{here}.{name}", "must lie between -1 and 1")


def _text(text: str, field: str, most: int) -> Iterator[Finding]:
    if not text.strip():
        yield Finding(field, "must not be empty")
    elif len(text) > most:
        yield Finding(field, f"has {len(text)} characters, and there is room for {most}")


def _judgement(word: Word, here: str, path: str, known: dict[str, Word]) -> Iterator[Finding]:
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
        elif hidden in word.may_hide[:index]:
            yield Finding(field, f'"{hidden}" stands twice here')
    found = [known[hidden] for hidden in word.may_hide if hidden in known]
    if word.judgement and found and all(each.judgement for each in found):
        yield Finding(f"{here}.may-hide", "must name a feeling that is no judgement itself")


def _labels(family: Word, here: str) -> Iterator[Finding]:
    """The same word twice in one family could not be told apart by its path as it is shown."""
    seen: set[str] = set()
    waiting = [(family, here)]
    while waiting:
        word, field = waiting.pop(0)
        label = folded(word.label)
        if label and label in seen:
            yield Finding(f"{field}.label", f'"{word.label}" stands twice in this family')
        seen.add(label)
        waiting += [(finer, f"{field}.words[{i}]") for i, finer in enumerate(word.words)]


def _cues(wheel: Wheel) -> Iterator[Finding]:
    for index, cue in enumerate(wheel.body_cues):
        field = f"body-cues[{index}]"
        if not any(word.feels(cue) for _, word in wheel.walk()):
            yield Finding(field, f'no body text has "{cue}" in it')
        if folded(cue) in map(folded, wheel.body_cues[:index]):
            yield Finding(field, f'"{cue}" stands twice here')
        if len(cue) > MAX_CUE:
            yield Finding(field, f"has {len(cue)} characters, and there is room for {MAX_CUE}")


def _balance(wheel: Wheel) -> Iterator[Finding]:
    """Whether the outer ring can be read and gives each family, and each side, its room."""
    outer = [outer_words(family) for family in wheel.families]
    if not outer:
        return
    everything = [word for words in outer for word in words]
    if len(everything) > MOST_OUTER:
        yield Finding(
            "families",
            f"have {len(everything)} outer words; more than {MOST_OUTER} are too narrow to be read",
        )
    least = min(map(len, outer))
    for index, words in enumerate(outer):
        if len(words) > LARGEST_FAMILY * least:
            yield Finding(
                f"families[{index}]",
                f"has {len(words)} outer words and the smallest family {least}; "
                "twice as many is the most",
            )
    sides = Counter(word.pleasantness > 0 for word in everything if word.pleasantness)
    for pleasant, name in ((True, "pleasant"), (False, "unpleasant")):
        if sides[pleasant] < LEAST_SIDE * sides.total():
            yield Finding(
                "families",
                f"{sides[pleasant]} of {sides.total()} outer words are {name}; "
                "two fifths are the least",
            )
