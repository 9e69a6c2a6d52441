"""A process that saves and makes backups of a vault for ever, to be killed at any instant.

    python -m tests.faults.making_backups FOLDER RECOVERY-KEY [SECOND-FOLDER]

It prints "ready", then the number of each note once it is saved and the path of each backup once
it is made.
"""

import sys
from itertools import count
from pathlib import Path

from desktop.content.library import Library
from desktop.domain.notes import NoteKind
from desktop.services.clock import SystemClock
from desktop.services.vault import VaultDoor
from desktop.storage.backup.finishing import finish_restore

from .killing import say

SESSION = "s1"


def number_in(text: str) -> int:
    """The number of the note that the vault holds; 0 when there is none."""
    return int(text.split(maxsplit=1)[0]) if text else 0


def main(folder: Path, recovery: str, second: str) -> None:
    """Save and back up until somebody ends it."""
    finish_restore(folder)
    vault = VaultDoor(folder, Library(), SystemClock()).unlock(recovery, recovery=True)
    if second and not vault.backups.second_folder():
        vault.backups.set_second_folder(second)
    start = min(number_in(vault.notes.get(SESSION, kind).text) for kind in NoteKind) + 1
    say("ready")
    for number in count(start):
        for kind in NoteKind:
            vault.notes.save(SESSION, kind, f"{number} " * 300, number * 10**6)
        say(number)
        made = vault.backups.make()
        assert made is not None
        say(made.path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], "".join(sys.argv[3:]))
