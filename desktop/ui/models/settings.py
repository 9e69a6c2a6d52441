"""What can be set."""

from dataclasses import dataclass
from typing import Final, Literal

from desktop.domain.flow.idle import IDLE_MINUTES as USUAL_IDLE
from desktop.domain.session import (
    LEAST_SESSION_MINUTES,
    MOST_SESSION_MINUTES,
    SESSION_MINUTES,
    Setting,
)
from desktop.ui.theme.look import LookChoice

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")

NEVER: Final = 0
IDLE_MINUTES: Final = (1, 2, USUAL_IDLE, 10, 15, 30, 60, NEVER)
"""After how many minutes without a touch it may lock."""


NO_CLOCK: Final = 0
HOURS: Final = (
    NO_CLOCK,
    *(LEAST_SESSION_MINUTES, 20, 30, 40, 45, SESSION_MINUTES, 55, 60, 75, 80, 90, 100, 120, 150),
    MOST_SESSION_MINUTES,
)
"""How many minutes a session may be planned to take."""


@dataclass(frozen=True, kw_only=True)
class SettingsChoice:
    """All settings at once; ``clinician`` is the name for the progress note, or empty.

    ``idle_minutes`` is how long nobody may touch the computer before it locks, 0 for ever;
    ``session_minutes`` how long a session is planned to take, 0 for no clock.
    """

    look: LookChoice
    setting: Setting
    paper: Paper = "a4"
    clinician: str = ""
    idle_minutes: int = USUAL_IDLE
    session_minutes: int = SESSION_MINUTES
