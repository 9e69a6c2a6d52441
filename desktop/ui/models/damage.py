"""What the unlock screen tells of a vault that can't simply be opened."""

from dataclasses import dataclass

from desktop.domain.backups import Backup


@dataclass(frozen=True, kw_only=True)
class DamageReport:
    """What happened, what is safe, what to do, and the backups there are, newest first.

    ``gone`` says what is lost for good by going on with what is there; empty where one can't.
    """

    happened: str
    safe: str
    advice: str
    backups: tuple[Backup, ...] = ()
    gone: str = ""
