"""What can be set."""

from dataclasses import dataclass
from typing import Final, Literal

from desktop.domain.flow.idle import IDLE_MINUTES as USUAL_IDLE
from desktop.domain.session import Setting
from desktop.ui.theme.look import LookChoice

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")

NEVER: Final = 0
IDLE_MINUTES: Final = (1, 2, USUAL_IDLE, 10, 15, 30, 60, NEVER)
"""After how many minutes without a touch it may lock."""


@dataclass(frozen=True, kw_only=True)
class SettingsChoice:
    """All settings at once; ``clinician`` is the name for the progress note, or empty.

    ``idle_minutes`` is how long nobody may touch the computer before it locks, 0 for ever.
    """

    look: LookChoice
    setting: Setting
    paper: Paper = "a4"
    clinician: str = ""
    idle_minutes: int = USUAL_IDLE
