"""What must hold after a process was killed while it made backups, or put one back."""

from pathlib import Path
from random import Random

from desktop.domain.backups import BackupPlace, BackupState
from desktop.domain.notes import NoteKind
from desktop.storage.backup.finishing import finish_restore
from desktop.storage.backup.listing import listed
from desktop.storage.backup.verifying import verify
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys

from .killing import killed
from .making_backups import SESSION, number_in


def note_in(vault: Vault) -> int:
    """The number of the notes, which is the same in both files but for one that was under way."""
    numbers = [number_in(vault.notes.get(SESSION, kind).text) for kind in NoteKind]
    assert max(numbers) - min(numbers) <= 1
    return min(numbers)


def ensure_good(place: Path, keys: VaultKeys, scratch: Path) -> list[str]:
    """Read every backup of a folder through; all of them are good. Returns their paths."""
    backups = listed(place, BackupPlace.VAULT, keys.vault)
    for backup in backups:
        assert backup.state is BackupState.GOOD
        verify(Path(backup.path), keys, scratch)
    return [backup.path for backup in backups]


def kill_making(folder: Path, recovery: str, keys: VaultKeys, second: Path, moments: Random) -> int:
    """Kill one maker; returns how many backups it had told of."""
    words = (folder, recovery, second)
    said = killed("tests.faults.making_backups", *words, after=moments.uniform(0, 0.3))
    told = [line for line in said if not line.isdecimal()]
    saved = [int(line) for line in said if line.isdecimal()]
    there = ensure_good(folder / layout.BACKUPS, keys, folder.parent)
    ensure_good(second, keys, folder.parent)
    assert set(told) <= set(there)
    with open_vault(folder, keys) as vault:
        assert note_in(vault) >= max(saved, default=0)
    return len(told)


def kill_restoring(
    folder: Path, backup: Path, recovery: str, keys: VaultKeys, moments: Random
) -> bool:
    """Change the vault and kill who puts a backup back; returns whether the old one is there."""
    finish_restore(folder)
    with open_vault(folder, keys) as vault:
        for kind in NoteKind:
            vault.notes.save(SESSION, kind, "999 ", 10**12)
    before = _replaced(folder)
    words = (folder, backup, recovery)
    killed("tests.faults.restoring", *words, after=moments.uniform(0, 0.12))
    finish_restore(folder)
    left = [path for path in folder.parent.iterdir() if path.name.startswith(f".{folder.name}-")]
    assert left == []
    with open_vault(folder, keys) as vault:
        number = note_in(vault)
        assert vault.check() == ()
    if number != 999:
        assert 999 in {_note(path, keys) for path in _replaced(folder) - before}
    ensure_good(folder / layout.BACKUPS, keys, folder.parent)
    return number == 999


def _replaced(folder: Path) -> set[Path]:
    return set(folder.parent.glob(f"{folder.name}-replaced-*"))


def _note(folder: Path, keys: VaultKeys) -> int:
    with open_vault(folder, keys) as vault:
        return note_in(vault)
