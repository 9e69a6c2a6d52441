"""A bit that flips anywhere in a database of a closed vault."""

from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.errors import VaultDamagedError
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from tests.faults.contents import contents
from tests.faults.kind import (
    Attempt,
    Ending,
    Kind,
    Outcome,
    PromiseBrokenError,
    UnnoticedError,
    WrittenError,
)
from tests.faults.sound import DATABASES, Sound
from tests.faults.writer import Saved, filled, found, save


def flip(file: Path, chance: Random) -> None:
    """Turn one bit round."""
    with file.open("r+b") as opened:
        place = chance.randrange(file.stat().st_size)
        opened.seek(place)
        byte = opened.read(1)[0]
        opened.seek(place)
        opened.write(bytes([byte ^ 1 << chance.randrange(8)]))


def ensure_told(sound: Sound, name: str, chance: Random) -> None:
    """Raise ``UnnoticedError`` unless it is told, at the latest when something is to be written.

    What is read before is right or told as damage, never wrong.
    """
    kind = Saved.PROCESS if name == layout.PROCESS else chance.choice([Saved.EVENT, Saved.PROGRESS])
    try:
        with open_vault(sound.folder, sound.keys) as vault:
            if chance.random() < 0.5:
                found(vault)
            save(vault, kind, 1_000_000)
    except VaultDamagedError as error:
        if error.file != name:
            raise PromiseBrokenError(f"{error.file} was named, and {name} is damaged") from error
        return
    raise UnnoticedError(name)


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt flips a bit in a fresh copy of a vault."""
    whole = filled(folder / "whole")

    def attempt(chance: Random) -> Outcome:
        sound = whole.copy(folder / "vault")
        name = chance.choice(DATABASES)
        flip(sound.folder / name, chance)
        before = contents(sound.folder)
        ensure_told(sound, name, chance)
        if contents(sound.folder) != before:
            raise WrittenError(name)
        return Outcome(Ending.TOLD)

    yield attempt


KIND: Final = Kind(
    name="bit-flips",
    what="a bit flipped in a database",
    begin=begin,
    full=500,
    short=30,
    stretch=50,
)
