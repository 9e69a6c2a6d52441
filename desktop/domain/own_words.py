"""Words that somebody adds to the wheel, and those that a person typed during a session."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import Final

import msgspec
from msgspec.structs import replace

from desktop.domain.emotions import (
    MAX_DEPTH,
    MAX_LABEL,
    MAX_TEXT,
    MOST_OUTER,
    OWN_FAMILY,
    Wheel,
    Word,
    folded,
    outer_words,
)
from desktop.domain.flow.events import AnyEvent, Revealed, Sealed, ShownWord, WordPicked
from desktop.domain.flow.held import still_held


class OwnWord(msgspec.Struct, frozen=True, kw_only=True):
    """An outer word that was added to a wheel.

    ``under`` is the path id of its middle word, such as ``sad/hurt``. All texts but the label may
    be empty. It has the energy and the pleasantness of its middle word.
    """

    id: str
    label: str
    under: str
    definition: str = ""
    body: str = ""
    signal: str = ""
    need: str = ""


class OwnWordFault(StrEnum):
    """Why an own word can't be kept."""

    EMPTY = "empty"
    LONG = "long"
    DOUBLE = "double"
    NOWHERE = "nowhere"
    FULL = "full"


TEXTS: Final = ("definition", "body", "signal", "need")
"""The fields of an own word that may stay empty."""


def tidied(word: OwnWord) -> OwnWord:
    """An own word as it is kept: each text on one line, with single blanks and whole characters."""
    return replace(word, **{name: _one_line(getattr(word, name)) for name in ("label", *TEXTS)})


def fault_of(word: OwnWord, wheel: Wheel) -> OwnWordFault | None:
    """Why a word can't join a wheel that has all the other own words already; None if it can."""
    if not word.label.strip():
        return OwnWordFault.EMPTY
    if len(word.label) > MAX_LABEL or any(len(getattr(word, n)) > MAX_TEXT for n in TEXTS):
        return OwnWordFault.LONG
    if word.under not in places(wheel):
        return OwnWordFault.NOWHERE
    family = word.under.partition("/")[0]
    if any(
        path.family == family and folded(other.label) == folded(word.label)
        for path, other in wheel.walk()
    ):
        return OwnWordFault.DOUBLE
    if sum(len(outer_words(each)) for each in wheel.families) >= MOST_OUTER:
        return OwnWordFault.FULL
    return None


def places(wheel: Wheel) -> frozenset[str]:
    """The path ids of the middle words, under which a word can be added."""
    return frozenset(path.id for path, _ in wheel.walk() if len(path.ids) == MAX_DEPTH - 1)


def extended(wheel: Wheel, own: Sequence[OwnWord]) -> Wheel:
    """A wheel with own words after the outer words of their branches.

    Words that have no place on it, or that it can't take (see ``fault_of``), are left out.
    """
    for word in own:
        if fault_of(word, wheel) is None:
            wheel = replace(wheel, families=tuple(_with(f, word) for f in wheel.families))
    return wheel


def typed_words(events: Iterable[AnyEvent]) -> tuple[ShownWord, ...]:
    """The own words that were typed in one session and seen by both, newest first, each once.

    A covered answer counts once it was looked at together; what was undone never counts.
    """
    found: dict[str, ShownWord] = {}
    for word in _seen(still_held(events)):
        found.pop(word.path.id, None)
        found[word.path.id] = word
    return tuple(reversed(found.values()))


def _seen(events: Iterable[AnyEvent]) -> Iterator[ShownWord]:
    covered: dict[str, list[ShownWord]] = {}
    for event in events:
        match event:
            case WordPicked():
                yield from _own((event.word,))
            case Sealed(answer=tuple() as chosen):
                covered.setdefault(event.item, []).extend(_own(each.word for each in chosen))
            case Revealed():
                yield from covered.pop(event.item, ())
            case _:
                pass


def _own(words: Iterable[ShownWord]) -> Iterator[ShownWord]:
    return (word for word in words if word.path.family == OWN_FAMILY)


def _with(word: Word, own: OwnWord, above: str = "") -> Word:
    """A word whose branch has the own word."""
    here = f"{above}{word.id}"
    if here == own.under:
        return replace(word, words=(*word.words, _on_wheel(own, word)))
    if not own.under.startswith(f"{here}/"):
        return word
    return replace(word, words=tuple(_with(finer, own, f"{here}/") for finer in word.words))


def _on_wheel(own: OwnWord, above: Word) -> Word:
    return Word(
        id=f"own-{own.id}",
        label=own.label,
        definition=own.definition,
        body=own.body,
        signal=own.signal,
        need=own.need,
        energy=above.energy,
        pleasantness=above.pleasantness,
    )


def _one_line(text: str) -> str:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return " ".join(whole.split())
