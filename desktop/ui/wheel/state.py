"""What the wheel's screen is given to show."""

import msgspec

from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, picks_of


class GuessShown(msgspec.Struct, frozen=True, kw_only=True):
    """The guess of a partner. ``words`` is None while it is covered, and empty without a guess."""

    partner: Partner
    words: tuple[ShownWord, ...] | None = None


class WheelState(msgspec.Struct, frozen=True, kw_only=True):
    """Who is choosing, and what both have picked so far, in the order of picking.

    ``unknown`` holds who said "I don't know"; ``undo_kind`` is the kind of event that an undo
    takes back, or empty. ``guesser`` is who may guess now, ``guess`` the guess that is there.
    ``guesses`` says that the chooser guesses what the other one feels. ``with_card`` holds the path
    ids of the picked words that a card goes with.
    """

    chooser: Partner
    name_a: str
    name_b: str
    picks: tuple[Pick, ...] = ()
    unknown: frozenset[Partner] = frozenset()
    undo_kind: str = ""
    guesser: Partner | None = None
    guess: GuessShown | None = None
    guesses: bool = False
    with_card: frozenset[str] = frozenset()

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b

    def picks_of(self, partner: Partner) -> tuple[Pick, ...]:
        """What one partner has picked."""
        return picks_of(self.picks, partner)
