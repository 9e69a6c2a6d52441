"""What the screen of the cards is given to show."""

import msgspec

from desktop.domain.flow.events import ShownCard
from desktop.domain.flow.state import KeptCard
from desktop.domain.people import Partner


class CardState(msgspec.Struct, frozen=True, kw_only=True):
    """The pile, the card that is shown if one was drawn, and the kept ones, oldest first.

    ``pile`` is how many cards can still be drawn.
    """

    name_a: str
    name_b: str
    pile: int
    card: ShownCard | None = None
    kept: tuple[KeptCard, ...] = ()

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b

    @property
    def is_kept(self) -> bool:
        """Whether the card that is shown is among the kept ones."""
        return any(kept.card == self.card for kept in self.kept)
