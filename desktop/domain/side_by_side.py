"""Two people's words side by side: what both named, what one named, and what lies near."""

from collections.abc import Sequence

import msgspec

from desktop.domain.emotions import OWN_FAMILY
from desktop.domain.flow.events import ShownWord


class Near(msgspec.Struct, frozen=True, kw_only=True):
    """A word of each that stand under one word of the wheel, whose label is ``group``."""

    first: ShownWord
    second: ShownWord
    group: str


class SideBySide(msgspec.Struct, frozen=True, kw_only=True):
    """What two lists of words have in common. Nothing in it counts anything."""

    both: tuple[ShownWord, ...]
    only_first: tuple[ShownWord, ...]
    only_second: tuple[ShownWord, ...]
    near: tuple[Near, ...]


def side_by_side(first: Sequence[ShownWord], second: Sequence[ShownWord]) -> SideBySide:
    """Compare two people's words, each list in its own order.

    A word that only one named is near those of the other that share the finest branch with it.
    """
    in_first = {word.path.id for word in first}
    in_second = {word.path.id for word in second}
    only_first = tuple(word for word in first if word.path.id not in in_second)
    only_second = tuple(word for word in second if word.path.id not in in_first)
    return SideBySide(
        both=tuple(word for word in first if word.path.id in in_second),
        only_first=only_first,
        only_second=only_second,
        near=tuple(_near(only_first, only_second)),
    )


def _near(first: Sequence[ShownWord], second: Sequence[ShownWord]) -> list[Near]:
    """The nearest pairs first; a pair comes in only with a word that no nearer one has."""
    pairs = [(_shared(one, other), one, other) for one in first for other in second]
    pairs.sort(key=lambda pair: -pair[0])
    found: list[Near] = []
    met: set[tuple[bool, str]] = set()
    for depth, one, other in pairs:
        new = {(True, one.path.id), (False, other.path.id)}
        if depth and not new <= met:
            met |= new
            found.append(Near(first=one, second=other, group=one.path.labels[depth - 1]))
    return found


def _shared(one: ShownWord, other: ShownWord) -> int:
    """How many words of the wheel two words have above them in common, themselves counted."""
    if OWN_FAMILY in (one.path.family, other.path.family):
        return 0
    ids = zip(one.path.ids, other.path.ids, strict=False)
    return next(
        (i for i, (a, b) in enumerate(ids) if a != b), min(map(len, (one.path.ids, other.path.ids)))
    )
