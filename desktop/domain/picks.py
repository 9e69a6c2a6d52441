"""Which words a partner has picked, and what a new pick does to the others."""

import msgspec

from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner


class Pick(msgspec.Struct, frozen=True, kw_only=True):
    """A word that a partner has picked, with an intensity from 1 (faint) to 5 (strong)."""

    partner: Partner
    word: ShownWord
    intensity: int


def with_pick(picks: tuple[Pick, ...], new: Pick, *, beside: str = "") -> tuple[Pick, ...]:
    """The picks after a new one.

    A partner has one pick on a branch: a finer word takes the place of the coarser one, and a
    coarser word that of the finer ones. The same word again changes its intensity in place. The
    word with the path id ``beside`` stays in any case: the new one was found under it.
    """

    def gives_way(old: Pick) -> bool:
        a, b = old.word.path, new.word.path
        related = a.covers(b) or b.covers(a)
        return old.partner is new.partner and related and a.id != beside

    if any(old.partner is new.partner and old.word.path == new.word.path for old in picks):
        return tuple(
            new if old.partner is new.partner and old.word.path == new.word.path else old
            for old in picks
        )
    return (*(old for old in picks if not gives_way(old)), new)


def picks_of(picks: tuple[Pick, ...], partner: Partner) -> tuple[Pick, ...]:
    """What one partner has picked."""
    return tuple(pick for pick in picks if pick.partner is partner)


def without_pick(picks: tuple[Pick, ...], partner: Partner, path_id: str) -> tuple[Pick, ...]:
    """The picks after a partner took the word with this path id back."""
    return tuple(p for p in picks if p.partner is not partner or p.word.path.id != path_id)
