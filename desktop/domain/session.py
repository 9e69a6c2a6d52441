"""A session as the vault lists it; what happened in it is told by its events."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

import msgspec

SESSION_MINUTES: Final = 50
"""How long a session is planned to take, unless something else was chosen."""

LEAST_SESSION_MINUTES: Final = 10
MOST_SESSION_MINUTES: Final = 180
_BETWEEN_TITLES: Final = "\n"


class Setting(StrEnum):
    """Where Turnstone is used."""

    PRACTICE = "practice"
    HOME = "home"


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting, or one practice at home. Times are milliseconds since 1970, UTC.

    A session whose ``ended_at`` is None is open and can be resumed. ``title`` names each of its
    exercises once, as ``title_of`` puts them together.
    """

    id: str
    couple_id: str
    setting: Setting
    topic: str
    title: str
    began_at: int
    ended_at: int | None = None

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of its exercises, in the order in which they began."""
        return tuple(self.title.split(_BETWEEN_TITLES))


def title_of(titles: Iterable[str]) -> str:
    """The title of a session with these exercises, one line for each that is not there yet."""
    lines = dict.fromkeys(" ".join(title.split()) for title in titles)
    return _BETWEEN_TITLES.join(lines)
