"""Writes events and notes into a vault, and tells each save once it is acknowledged.

The n-th save of a kind is recognised by its number, so that a reader can tell what is missing.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import StrEnum
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.flow.events import Stamp, Written
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.storage.vault.door import open_vault, unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey
from tests.faults.kind import LostError
from tests.faults.sound import SESSION, Sound, make


class Saved(StrEnum):
    """What was saved. Each save is one commit; process notes go into a file of their own."""

    EVENT = "event"
    PROGRESS = "progress"
    PROCESS = "process"


KINDS: Final = tuple(Saved)
LARGEST: Final = 400  # times a few characters; some saves fill several pages
FILLED: Final = 60  # saves of each kind, in a vault that is filled
LATER: Final = 10 * 60 * 1000  # ms from one text to the next, so that each is put aside


def text_of(number: int) -> str:
    """The text of the n-th save of a kind; each differs, also in length."""
    return f"{number} " * (1 + number * 37 % LARGEST)


def save(vault: Vault, kind: Saved, number: int) -> None:
    """Make the n-th save of a kind, counted from 1."""
    text = text_of(number)
    if kind is Saved.EVENT:
        event = Written(
            id=f"e{number}", at=Stamp(0, number), partner=Partner.A, step_id="s", text=text
        )
        vault.sessions.append(SESSION, number - 1, event)
    else:
        vault.notes.save(SESSION, NoteKind(kind.value), text, number * LATER)


def found(vault: Vault) -> Counter[Saved]:
    """How many saves of each kind a vault holds.

    Raises:
        LostError: there is a gap among them, one is there twice, or a text is not what was saved.
    """
    counts: Counter[Saved] = Counter()
    for number, event in enumerate(vault.sessions.events(SESSION), start=1):
        if not isinstance(event, Written) or event.id != f"e{number}":
            raise LostError(f"the event {number} is {event.id}")
        if event.text != text_of(number):
            raise LostError(f"the text of the event {number}")
        counts[Saved.EVENT] = number
    for kind in (Saved.PROGRESS, Saved.PROCESS):
        note = vault.notes.get(SESSION, NoteKind(kind.value))
        if note.text != (text_of(note.revision) if note.revision else ""):
            raise LostError(f"the text {note.revision} of the {kind.value} note")
        counts[kind] = note.revision
    return counts


def ensure_kept(vault: Vault, saves: Counter[Saved]) -> Counter[Saved]:
    """How many saves of each kind a vault holds.

    Raises:
        LostError: it is unsound, or holds fewer than were acknowledged.
    """
    there = found(vault)
    if missing := saves - there:
        raise LostError(f"acknowledged and missing: {dict(missing)}")
    if findings := vault.check():
        raise LostError(f"what was found wrong: {findings}")
    return there


def acknowledged(words: Iterable[tuple[Saved, int]]) -> Counter[Saved]:
    """How many saves of each kind a writer told of."""
    return Counter(dict(words))


def filled(folder: Path) -> Sound:
    """A sound, closed vault with many saves of each kind in it, in a folder not there yet."""
    sound = make(folder)
    with open_vault(sound.folder, sound.keys) as vault:
        for number in range(1, FILLED + 1):
            for kind in KINDS:
                save(vault, kind, number)
    return sound


def write(folder: Path, recovery: str, seed: int, line: Connection) -> None:
    """Save one thing after the other for ever, closing and opening the vault now and then.

    Each save is told when it is acknowledged, as ``(kind, number)``.
    """
    chance = Random(seed)
    while True:
        with unlock(folder, RecoveryKey.parse(recovery)) as vault:
            for kind, number in some_saves(vault, chance):
                save(vault, kind, number)
                line.send((kind, number))


def some_saves(vault: Vault, chance: Random) -> Iterator[tuple[Saved, int]]:
    """The next saves for a vault: up to 40, of random kinds."""
    counts = found(vault)
    for _ in range(chance.randint(1, 40)):
        kind = chance.choice(KINDS)
        counts[kind] += 1
        yield kind, counts[kind]
