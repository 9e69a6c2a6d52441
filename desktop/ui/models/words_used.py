"""What the page of the words used most shows."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner


class Span(StrEnum):
    """From which sessions the words are gathered."""

    ALL = "all"
    LAST_TEN = "last-ten"

    @property
    def sessions(self) -> int | None:
        """How many of the last sessions; None is all."""
        return 10 if self is Span.LAST_TEN else None


@dataclass(frozen=True, kw_only=True)
class WordsUsed:
    """A couple's words, those of each partner in the order of use, the most used first."""

    couple_id: str
    names: Mapping[Partner, str]
    words: Mapping[Partner, tuple[ShownWord, ...]]
    span: Span = Span.ALL
