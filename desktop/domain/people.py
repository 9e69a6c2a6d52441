"""The two people of a couple."""

from enum import StrEnum

import msgspec


class Partner(StrEnum):
    """One of the two: A sits on the left with a round stone, B on the right with a square one."""

    A = "a"
    B = "b"

    @property
    def other(self) -> "Partner":
        """The one who is not this partner."""
        return Partner.B if self is Partner.A else Partner.A


class Couple(msgspec.Struct, frozen=True, kw_only=True):
    """Two people as the vault knows them.

    ``screened_on`` is the ISO date (``2026-11-23``) on which the therapist confirmed that each
    partner was screened alone; it holds no finding. ``created_at`` is in milliseconds since
    1970, UTC.
    """

    id: str
    name_a: str
    name_b: str
    created_at: int
    screened_on: str | None = None

    def name(self, partner: Partner) -> str:
        """The name of one partner, as typed."""
        return self.name_a if partner is Partner.A else self.name_b
