"""Files of an open vault that are renamed or replaced by other hands."""

import shutil
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.errors import NotSavedError
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault
from tests.faults.kind import Attempt, Ending, Kind, Outcome, PromiseBrokenError, WrittenError
from tests.faults.opening import reopened
from tests.faults.sound import DATABASES
from tests.faults.writer import Saved, ensure_kept, filled, found, save

IN_FILE: Final = {
    layout.RECORD: (Saved.EVENT, Saved.PROGRESS),
    layout.PROCESS: (Saved.PROCESS,),
}


def put_another(file: Path, other: Path) -> None:
    """Put a sound file of the same vault in a file's place, an older one."""
    shutil.copy(other, file)


def all_bytes(folder: Path) -> dict[str, bytes]:
    """What is in each file below a folder, but for the locks and the index of a log."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.endswith(("-shm", layout.LOCK))
    }


def ensure_refused(vault: Vault, kind: Saved, number: int) -> None:
    """Raise unless a save is refused since the file is not in its place."""
    try:
        save(vault, kind, number)
    except NotSavedError as error:
        if error.reason == "moved":
            return
        raise PromiseBrokenError(f"told that it is {error.reason}") from error
    raise WrittenError("saved into a file that is not in its place")


def some_saves(vault: Vault, counts: Counter[Saved], name: str, chance: Random) -> None:
    """Save a little into one of the files, so that it has a log."""
    for _ in range(chance.randint(1, 5)):
        kind = chance.choice(IN_FILE[name])
        counts[kind] += 1
        save(vault, kind, counts[kind])


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt moves a file or its log away, perhaps puts another there, and puts it back."""
    whole = filled(folder / "whole")

    def attempt(chance: Random) -> Outcome:
        sound = whole.copy(folder / "place" / "vault")
        away = folder / "place" / "away"
        name = chance.choice(DATABASES)
        moved = sound.folder / chance.choice([name, f"{name}-wal"])
        with open_vault(sound.folder, sound.keys) as vault:
            counts = found(vault)
            some_saves(vault, counts, name, chance)
            moved.rename(away)
            if chance.random() < 0.5:
                shutil.copy(whole.folder / name, moved)
            before = all_bytes(folder / "place")
            kind = chance.choice(IN_FILE[name])
            ensure_refused(vault, kind, counts[kind] + 1)
            if all_bytes(folder / "place") != before:
                raise WrittenError(moved.name)
            away.replace(moved)
            counts[kind] += 1
            save(vault, kind, counts[kind])
        with reopened(sound) as (vault, seconds):
            ensure_kept(vault, counts)
        return Outcome(Ending.TOLD, 1, seconds)

    yield attempt


KIND: Final = Kind(
    name="moved-files",
    what="a file moved or replaced while the vault is open",
    begin=begin,
    full=200,
    short=16,
    stretch=25,
)
