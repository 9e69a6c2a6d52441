"""The command that makes a vault of invented people."""

from pathlib import Path

from desktop.commands.common import door
from desktop.data_dir import make_ready
from desktop.domain.session import Setting
from desktop.services.clock import SystemClock
from desktop.services.demo import Demo, DemoClock
from desktop.services.vault_places import vault_in

PASSPHRASE = "turnstone demo"  # noqa: S105  said in the output; it guards invented people


def demo(data_dir: Path, couples: int, sessions: int) -> int:
    """Fill a new vault with couples and sessions, the newest one yesterday."""
    make_ready(data_dir)
    until = SystemClock().wall()
    clock = DemoClock(until)
    vault, _ = door(vault_in(data_dir), clock).create(
        PASSPHRASE, Setting.PRACTICE, worth_guarding=False
    )
    try:
        Demo(vault.couples, vault.sessions, vault.notes, vault.library, clock).fill(
            couples, sessions, until
        )
    finally:
        vault.close()
    print(f'Invented couples: {couples}, sessions: {sessions}. The passphrase is "{PASSPHRASE}".')
    return 0
