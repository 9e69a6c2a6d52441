"""Kills while a backup is made, here and in a second folder: each that is there is whole."""

import itertools
from collections import Counter
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final, TypeAlias

from desktop.services.backups import restore
from desktop.storage.vault import layout
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey
from tests.faults.backups import service_of, whole_ones
from tests.faults.kind import Attempt, Ending, Kind, LostError, Outcome, PromiseBrokenError
from tests.faults.lives import Life, lived
from tests.faults.opening import reopened
from tests.faults.sound import Sound, recovery_key
from tests.faults.steps import die, die_before, steps_of
from tests.faults.writer import Saved, acknowledged, ensure_kept, filled, save, some_saves

WORDS: Final = 30
LONGEST: Final = 0.08  # seconds; about two backups

Told: TypeAlias = tuple[Saved, int] | str
"""A save that was acknowledged, or the name of a backup that was made."""


def back_up(folder: Path, recovery: str, seed: int, step: int | None, line: Connection) -> None:
    """Save a little and make a backup, for ever; each is told when it is done.

    With a step, die before that one of the first backup, or when it is made.
    """
    chance = Random(seed)
    with unlock(folder, RecoveryKey.parse(recovery)) as vault:
        service = service_of(vault)
        while True:
            for kind, number in itertools.islice(some_saves(vault, chance), 4):
                save(vault, kind, number)
                line.send((kind, number))
            if step is not None:
                die_before(step)
            made = service.make()
            line.send(Path(made.path).name if made else "none, though there was something new")
            if step is not None:
                die()


def killed(sound: Sound, steps: int, chance: Random) -> list[Told]:
    """Kill who makes backups, at a random moment or before a random step: what it said."""
    step = chance.choice([None, chance.randrange(steps)])
    life = Life(back_up, sound.folder, sound.recovery, chance.getrandbits(32), step)
    if step is None:
        return lived(life, chance, WORDS, LONGEST)
    with life:
        return list(life.outlived())


def saves_by_backup(told: Sequence[Told], before: Counter[Saved]) -> dict[str, Counter[Saved]]:
    """What each backup must hold: all that was acknowledged before it was begun."""
    saves, backups = Counter(before), dict[str, Counter[Saved]]()
    for word in told:
        if isinstance(word, str):
            backups[word] = Counter(saves)
        else:
            saves |= acknowledged([word])
    return backups


def ensure_whole(sound: Sound, backups: dict[str, Counter[Saved]], second: Path) -> None:
    """Raise ``LostError`` unless all are whole, and the newest one told of holds what it must."""
    there = whole_ones(sound.folder / layout.BACKUPS, sound.keys, second.parent)
    whole_ones(second, sound.keys, second.parent)
    if missing := backups.keys() - there.keys():
        raise LostError(f"told and missing: {missing}")
    if backups:
        name, saves = list(backups.items())[-1]
        put_back = sound.at(second.with_name("put-back"))
        restore(put_back.folder, there[name], recovery_key(sound))
        with reopened(put_back) as (vault, _):
            ensure_kept(vault, saves)


def sweep(folder: Path) -> None:
    """Leave no more than the newest backup; raise when a crash left anything else for good."""
    *older, _ = sorted(folder.glob("*.*"), key=lambda path: path.stat().st_mtime_ns)
    for path in older:
        path.unlink()
    if len(left := list(folder.iterdir())) > 1:
        raise PromiseBrokenError(f"left behind: {left}")


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt goes on where the kill before it left the vault and its backups."""
    sound, second = filled(folder / "vault"), folder / "second"
    second.mkdir()
    with reopened(sound) as (vault, _):
        service = service_of(vault)
        service.set_second_folder(str(second))
        kept = ensure_kept(vault, Counter())
        steps = steps_of(service.make)

    def attempt(chance: Random) -> Outcome:
        nonlocal kept
        told = killed(sound, steps, chance)
        saves = acknowledged(word for word in told if not isinstance(word, str))
        ensure_whole(sound, saves_by_backup(told, kept), second)
        with reopened(sound) as (vault, seconds):
            kept = ensure_kept(vault, kept | saves)
            kept[Saved.EVENT] += 1
            save(vault, Saved.EVENT, kept[Saved.EVENT])
            service_of(vault).make()
        for place in (sound.folder / layout.BACKUPS, second):
            sweep(place)
        return Outcome(Ending.KEPT, len(told), seconds)

    yield attempt


KIND: Final = Kind(
    name="backup-kills",
    what="killed while a backup is made",
    begin=begin,
    full=200,
    short=8,
    stretch=20,
)
