"""The couples of a vault."""

from collections.abc import Sequence
from typing import Final
from unicodedata import bidirectional, category
from uuid import uuid4

from msgspec.structs import replace

from desktop.domain.errors import UnusableNameError
from desktop.domain.people import Couple, Partner
from desktop.domain.ports import Clock, Couples
from desktop.services.clock import local_day

LONGEST_NAME: Final = 200
"""Characters in a partner's name."""

BREAKING: Final = frozenset({"Cc", "Cs", "Zl", "Zp"})
"""Unicode categories that no name has: controls, half characters, line and paragraph ends."""

TURNING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""Unicode's bidirectional classes of characters that turn the direction of what follows."""

UNSEEN: Final = frozenset({"Cf", "Zs"})
"""Categories of characters that leave no mark: alone they make no name."""


class CoupleService:
    """Adds and lists couples."""

    def __init__(self, couples: Couples, clock: Clock) -> None:
        self._couples = couples
        self._clock = clock

    def all(self) -> Sequence[Couple]:
        """All couples, by name."""
        return self._couples.all()

    def get(self, couple_id: str) -> Couple:
        """One couple. Raises NotFoundError."""
        return self._couples.get(couple_id)

    def add(self, name_a: str, name_b: str) -> Couple:
        """Add two people under the names they are called by.

        Raises:
            UnusableNameError: a name is empty or longer than 200 characters.
        """
        couple = Couple(
            id=uuid4().hex,
            name_a=_usable(name_a, Partner.A),
            name_b=_usable(name_b, Partner.B),
            created_at=self._clock.wall(),
        )
        self._couples.add(couple)
        return couple

    def confirm_screening(self, couple_id: str) -> Couple:
        """Note that each partner was screened alone, as of today. Raises NotFoundError."""
        today = local_day(self._clock.wall())
        couple = replace(self._couples.get(couple_id), screened_on=today)
        self._couples.replace(couple)
        return couple


def _usable(name: str, partner: Partner) -> str:
    # Names can come by paste: a line break, or a turn of direction that is not turned back, would
    # tear up every sentence the name is in. Joiners stay, since emoji and some scripts need them.
    kept = (" " if category(c) in BREAKING else c for c in name if bidirectional(c) not in TURNING)
    clean = " ".join("".join(kept).split())
    if len(clean) > LONGEST_NAME or all(category(c) in UNSEEN for c in clean):
        raise UnusableNameError(partner.value)
    return clean
