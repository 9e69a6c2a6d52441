"""Files of a closed vault that are gone, emptied, cut, overwritten, exchanged or put back."""

import shutil
from collections import Counter
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

from desktop.domain.errors import VaultError
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault, unlock
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
from tests.faults.sound import DATABASES, Sound, recovery_key
from tests.faults.writer import FILLED, KINDS, Saved, filled, found, save

FILES: Final = (layout.SLOTS, layout.COMMITS, *DATABASES)


class Others(NamedTuple):
    """What can be put in place of a file: an older copy of the vault, and another vault."""

    older: Path
    foreign: Path


def remove(file: Path, others: Others, chance: Random) -> None:
    file.unlink()


def empty(file: Path, others: Others, chance: Random) -> None:
    file.write_bytes(b"")


def cut(file: Path, others: Others, chance: Random) -> None:
    """At any place, or between two pages."""
    size = file.stat().st_size
    place = chance.randrange(size)
    at_page = place - place % 4096
    with file.open("r+b") as opened:
        opened.truncate(chance.choice([place, at_page]))


def lengthen(file: Path, others: Others, chance: Random) -> None:
    with file.open("ab") as opened:
        opened.write(chance.choice([chance.randbytes, bytes])(chance.choice([1, 500, 4096, 8192])))


def overwrite(file: Path, others: Others, chance: Random) -> None:
    """A stretch of noise or of zeros, as a bad disk leaves it."""
    start = chance.randrange(file.stat().st_size)
    with file.open("r+b") as opened:
        opened.seek(start)
        opened.write(chance.choice([chance.randbytes, bytes])(chance.randint(8, 5000)))


def exchange_pages(file: Path, others: Others, chance: Random) -> None:
    """Two pages of the file change places."""
    raw = file.read_bytes()
    first, second = sorted(chance.sample(range(max(2, len(raw) // 4096)), 2))
    pages = [raw[start : start + 4096] for start in range(0, len(raw), 4096)]
    if second < len(pages):
        pages[first], pages[second] = pages[second], pages[first]
    file.write_bytes(b"".join(pages))


def put_older(file: Path, others: Others, chance: Random) -> None:
    shutil.copy(others.older / file.name, file)


def put_foreign(file: Path, others: Others, chance: Random) -> None:
    shutil.copy(others.foreign / file.name, file)


WAYS: Final[tuple[Callable[[Path, Others, Random], None], ...]] = (
    *(remove, empty, cut, lengthen, overwrite, exchange_pages, put_older, put_foreign),
)


def part(sound: Sound, name: str) -> list[bytes | None]:
    """The bytes of a file and its log."""
    found = contents(sound.folder)
    return [found.get(name), found.get(f"{name}-wal")]


def ensure_told(sound: Sound, name: str) -> Ending:
    """How a spoilt vault was met: told as damage, or opened with all that was in it.

    Only the counts of saves may be gone or garbled without anything else being wrong.

    Raises:
        UnnoticedError: something could be saved in a damaged file.
    """
    spoilt = part(sound, name)
    try:
        with unlock(sound.folder, recovery_key(sound)) as vault:
            counts = found(vault)
            for kind in KINDS:
                save(vault, kind, counts[kind] + 1)
            whole = counts == Counter(dict.fromkeys(Saved, FILLED + 1)) and not vault.check()
    except VaultError as error:
        if part(sound, name) != spoilt:
            raise WrittenError(name) from error
        return Ending.TOLD
    if name != layout.COMMITS or not whole:
        raise UnnoticedError(name)
    return Ending.KEPT


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt spoils one file of a fresh copy of a vault."""
    whole, foreign = filled(folder / "whole"), filled(folder / "foreign")
    others = Others(whole.copy(folder / "older").folder, foreign.folder)
    with open_vault(whole.folder, whole.keys) as vault:
        for kind in KINDS:
            save(vault, kind, FILLED + 1)

    def attempt(chance: Random) -> Outcome:
        sound = whole.copy(folder / "vault")
        file = sound.folder / chance.choice(FILES)
        before = contents(sound.folder)
        way = chance.choice(WAYS)
        way(file, others, chance)
        if contents(sound.folder) == before:
            return Outcome(Ending.KEPT)
        try:
            return Outcome(ensure_told(sound, file.name))
        except PromiseBrokenError as error:
            error.add_note(f"after {way.__name__} of {file.name}")
            raise

    yield attempt


KIND: Final = Kind(
    name="spoilt-files",
    what="a file gone, cut, overwritten or exchanged",
    begin=begin,
    full=400,
    short=24,
    stretch=25,
)
