"""A write-ahead log that was cut, garbled or lost after its writer was killed."""

from collections import Counter
from collections.abc import Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from random import Random
from shutil import copy
from typing import Final

from desktop.domain.errors import VaultBehindError, VaultDamagedError
from desktop.storage import sqlcipher
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.keys import Purpose
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
from tests.faults.lives import Life, lived
from tests.faults.opening import reopened
from tests.faults.sound import DATABASES, Sound
from tests.faults.writer import Saved, acknowledged, ensure_kept, filled, save, write

PURPOSES: Final = {layout.RECORD: Purpose.RECORD_FILE, layout.PROCESS: Purpose.PROCESS_FILE}
COUNTS: Final = {
    layout.RECORD: "SELECT (SELECT count(*) FROM event) + (SELECT sum(revision) FROM note)",
    layout.PROCESS: "SELECT sum(revision) FROM process_note",
}
WORDS: Final = 60
LONGEST: Final = 0.02  # seconds


def spoil(log: Path, chance: Random) -> None:
    """Remove a log, cut it, or garble one of its bytes or all from there on."""
    if not log.exists() or not (size := log.stat().st_size):
        return
    place = chance.randrange(size)
    whole = log.read_bytes()
    match chance.randrange(4):
        case 0:
            log.unlink()
        case 1:
            log.write_bytes(whole[:place])
        case 2:
            log.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        case _:
            log.write_bytes(whole[:place] + chance.randbytes(size - place))


def still_there(sound: Sound, folder: Path) -> dict[str, int]:
    """How many saves are left in each file, by its rows alone, read from a copy."""
    counts: dict[str, int] = {}
    for name, query in COUNTS.items():
        for part in (name, f"{name}-wal"):
            (folder / part).unlink(missing_ok=True)
            if (sound.folder / part).exists():
                copy(sound.folder / part, folder)
        key = sound.keys.derived(PURPOSES[name])
        # A log that was lost while it was brought into its file can leave one that nobody opens.
        with (
            suppress(VaultDamagedError),
            closing(sqlcipher.open_encrypted(folder / name, key)) as connection,
        ):
            counts[name] = connection.execute(query).fetchall()[0][0]
    return counts


def by_file(saves: Counter[Saved]) -> dict[str, int]:
    """How many saves went into each file."""
    return {
        layout.RECORD: saves[Saved.EVENT] + saves[Saved.PROGRESS],
        layout.PROCESS: saves[Saved.PROCESS],
    }


def ensure_right(error: VaultBehindError, saved: dict[str, int], left: dict[str, int]) -> None:
    """Raise ``PromiseBrokenError`` unless it names a file that lacks saves, and no fewer.

    More may be told. The save that the kill came in the middle of may be counted, too. And where
    it came while a log was brought into its file, the file has rows of saves whose number stands
    in the log alone.
    """
    if error.file not in left:
        return
    lost = saved[error.file] - left[error.file]
    if error.lost < max(lost, 1):
        raise PromiseBrokenError(f"{error.file} lacks {lost} saves, and {error.lost} was told")


def ensure_usable(sound: Sound) -> None:
    """Raise ``UnnoticedError`` if who accepts the loss is let into a file that makes no sense."""
    try:
        with open_vault(sound.folder, sound.keys, accept_loss=True) as vault:
            save(vault, Saved.PROGRESS, 1_000_000)
            save(vault, Saved.PROCESS, 1_000_000)
            findings = vault.check()
    except VaultDamagedError:
        return
    if findings:
        raise UnnoticedError(f"{findings[0]} and {len(findings) - 1} more")


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt spoils one log or both in a fresh copy of a vault that a writer held."""
    whole = filled(folder / "whole")
    with reopened(whole) as (vault, _):
        before = ensure_kept(vault, Counter())
    aside = folder / "aside"
    aside.mkdir()

    def attempt(chance: Random) -> Outcome:
        sound = whole.copy(folder / "vault")
        life = Life(write, sound.folder, sound.recovery, chance.getrandbits(32))
        saves = before | acknowledged(lived(life, chance, WORDS, LONGEST))
        for name in chance.sample(DATABASES, chance.randint(1, 2)):
            spoil(sound.folder / f"{name}-wal", chance)
        left, spoilt = still_there(sound, aside), contents(sound.folder)
        count = (saves - before).total()
        try:
            with reopened(sound) as (vault, seconds):
                ensure_kept(vault, saves)
            return Outcome(Ending.KEPT, count, seconds)
        except VaultBehindError as error:
            ensure_right(error, by_file(saves), left)
            if contents(sound.folder) != spoilt:
                raise WrittenError(error.file) from error
            ensure_usable(sound)
            return Outcome(Ending.TOLD, count)

    yield attempt


KIND: Final = Kind(
    name="wal-cuts",
    what="a write-ahead log cut, garbled or lost after a kill",
    begin=begin,
    full=300,
    short=12,
    stretch=25,
)
