"""A session as the vault lists it; what happened in it is told by its events."""

from enum import StrEnum
from typing import Final

import msgspec

SESSION_MINUTES: Final = 50
"""How long a session is planned to take, unless something else was chosen."""

LEAST_SESSION_MINUTES: Final = 10
MOST_SESSION_MINUTES: Final = 180


class Setting(StrEnum):
    """Where Turnstone is used."""

    PRACTICE = "practice"
    HOME = "home"


class Session(msgspec.Struct, frozen=True, kw_only=True):
    """One meeting, or one practice at home. Times are milliseconds since 1970, UTC.

    A session whose ``ended_at`` is None is open and can be resumed.
    """

    id: str
    couple_id: str
    setting: Setting
    topic: str
    title: str
    began_at: int
    ended_at: int | None = None
