"""What can be set."""

from dataclasses import dataclass
from typing import Literal

from desktop.domain.session import Setting
from desktop.ui.theme.look import LookChoice

Paper = Literal["a4", "us-letter"]
PAPERS: tuple[Paper, ...] = ("a4", "us-letter")


@dataclass(frozen=True, kw_only=True)
class SettingsChoice:
    """All settings at once; ``clinician`` is the name for the progress note, or empty."""

    look: LookChoice
    setting: Setting
    paper: Paper = "a4"
    clinician: str = ""
