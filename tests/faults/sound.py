"""A sound vault to try faults on, with one couple and one session."""

import shutil
from pathlib import Path
from typing import Final, NamedTuple

from desktop.domain.people import Couple
from desktop.domain.session import Session, Setting
from desktop.storage.vault import layout
from desktop.storage.vault.door import create_vault, open_vault
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys, open_slots

SESSION: Final = "s1"
PASSPHRASE: Final = "two stones, one shore"
DATABASES: Final = (layout.RECORD, layout.PROCESS)


class Sound(NamedTuple):
    """A closed vault and what opens it. ``recovery`` is printed; it needs no slow derivation."""

    folder: Path
    recovery: str
    keys: VaultKeys

    def copy(self, folder: Path) -> "Sound":
        """A copy of the closed vault, in place of what is in that folder."""
        at = self.at(folder)
        shutil.copytree(self.folder, folder)
        return at

    def at(self, folder: Path) -> "Sound":
        """The same vault elsewhere, where there is nothing now."""
        if folder.exists():
            shutil.rmtree(folder)
        return self._replace(folder=folder)


def make(folder: Path) -> Sound:
    """Make a vault in a folder that is not there yet."""
    new = create_vault(folder, Passphrase(PASSPHRASE), Setting.PRACTICE, LEAST_COST, "Dr Rowan")
    new.vault.close()
    keys = open_slots(folder, new.recovery_key)
    with open_vault(folder, keys) as vault:
        vault.couples.add(Couple(id="c1", name_a="Ana", name_b="Ben", created_at=1))
        vault.sessions.add(
            Session(
                id=SESSION,
                couple_id="c1",
                setting=Setting.PRACTICE,
                topic="Sunday mornings",
                title="Speaker and listener",
                began_at=2,
            )
        )
    return Sound(folder, new.recovery_key.text(), keys)


def recovery_key(sound: Sound) -> RecoveryKey:
    """The recovery key as somebody types it."""
    return RecoveryKey.parse(sound.recovery)


def files_of(folder: Path) -> dict[str, bytes]:
    """The bytes of each file right in a folder, by its name."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
