"""A process that puts a backup back, again and again, to be killed at any instant.

    python -m tests.faults.restoring FOLDER BACKUP RECOVERY-KEY

It prints "ready", and a line each time that it was put back.
"""

import sys
from pathlib import Path

from desktop.services.backups import finish_restore, restore
from desktop.storage.vault.recovery import RecoveryKey

from .killing import say


def main(folder: Path, backup: Path, recovery: str) -> None:
    """Put the backup back until somebody ends it."""
    finish_restore(folder)
    secret = RecoveryKey.parse(recovery)
    say("ready")
    while True:
        say(restore(folder, backup, secret))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
