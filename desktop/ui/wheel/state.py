"""What the wheel's screen is given to show."""

import msgspec

from desktop.domain.people import Partner
from desktop.domain.picks import Pick


class WheelState(msgspec.Struct, frozen=True, kw_only=True):
    """Who is choosing, and what both have picked so far, in the order of picking.

    ``unknown`` holds who said "I don't know"; ``undo_kind`` is the kind of event that an undo
    takes back, or empty.
    """

    chooser: Partner
    name_a: str
    name_b: str
    picks: tuple[Pick, ...] = ()
    unknown: frozenset[Partner] = frozenset()
    undo_kind: str = ""

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b

    def picks_of(self, partner: Partner) -> tuple[Pick, ...]:
        """What one partner has picked."""
        return tuple(pick for pick in self.picks if pick.partner is partner)
