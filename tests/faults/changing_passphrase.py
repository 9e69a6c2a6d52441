"""A process that changes the passphrase of a vault again and again, until it is killed.

The passphrases are numbered. ``run`` starts such a process and kills it near a moment at which it
writes; ``working`` tells which numbers open the vault afterwards. Sound is exactly one: that of
the newest change that was acknowledged, or of the one that was under way. ``run_to`` leaves
nothing to chance: its process dies just before the n-th thing that it does to a file.
"""

import itertools
import os
import sys
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple, Protocol

from desktop.domain.errors import WrongPassphraseError
from desktop.storage.vault.door import unlock
from desktop.storage.vault.keys import Secret
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.passphrase import LEAST_COST, KdfCost, Passphrase
from tests.faults.lives import PROCESSES

PATIENCE: Final = 60.0
"""Seconds after which a process that says nothing has failed."""

_DIED: Final = 9
_STEPS: Final = frozenset({"open", "os.rename", "os.remove"})


class Line(Protocol):
    """What is needed of a connection, which has another type on each system."""

    def poll(self, timeout: float) -> bool:
        """Whether there is something to hear, or comes within so many seconds."""
        ...

    def recv(self) -> Any:
        """The next thing that was said. Raises EOFError, OSError."""
        ...


class Writing(NamedTuple):
    """The passphrase with this number is derived; from now on it is written down."""

    number: int


class Changed(NamedTuple):
    """The passphrase with this number is the one that opens the vault. This is acknowledged."""

    number: int


def passphrase(number: int) -> Passphrase:
    """The passphrase with a number."""
    return Passphrase(_words(number))


def run(folder: Path, number: int, chance: Random) -> int:
    """Let a process change the passphrase, and kill it; gives the newest number acknowledged.

    ``number`` opens the vault now. The process makes one change at least; it is killed at a
    random moment within the time that writing the next one takes.
    """
    ours, theirs = PROCESSES.Pipe(duplex=False)
    with ours:
        process = PROCESSES.Process(target=_change, args=(folder, number, theirs))
        process.start()
        theirs.close()
        try:
            acknowledged = _watch(ours, chance)
        finally:
            process.kill()
            process.join()
            process.close()
        return _last_words(ours, acknowledged)


def run_to(folder: Path, number: int, step: int) -> bool:
    """Let a process make one change and die before its n-th step, from 0; whether it had so many.

    ``number`` opens the vault now. A step is opening, renaming or removing a file or folder.
    """
    process = PROCESSES.Process(target=_change_up_to, args=(folder, number, step))
    process.start()
    process.join(PATIENCE)
    assert process.exitcode in {0, _DIED}
    died = process.exitcode == _DIED
    process.close()
    return died


def working(folder: Path, acknowledged: int) -> tuple[int, ...]:
    """Which of the passphrases before, at and after a number open the vault, databases and all.

    Raises:
        Whatever is wrong with the vault, apart from a wrong passphrase.
    """
    return tuple(
        number
        for number in range(max(acknowledged - 1, 0), acknowledged + 2)
        if _opens(folder, passphrase(number))
    )


class _Telling(Passphrase):
    """A passphrase that tells when it has been derived."""

    __slots__ = ("_tell",)

    def __init__(self, typed: str, tell: Callable[[], None]) -> None:
        super().__init__(typed)
        self._tell = tell

    def key(self, salt: bytes, cost: KdfCost) -> Secret:
        key = super().key(salt, cost)
        self._tell()
        return key


def _change(folder: Path, number: int, line: Connection) -> None:
    with unlock(folder, passphrase(number)) as vault:
        while True:
            number += 1
            replace_own(vault, _telling(number, line))
            line.send(Changed(number))


def _change_up_to(folder: Path, number: int, step: int) -> None:
    steps = itertools.count()
    writing = False

    def count(event: str, _: object) -> None:
        if writing and event in _STEPS and next(steps) == step:
            os._exit(_DIED)  # at once, as if killed

    def begin() -> None:
        nonlocal writing
        writing = True

    sys.addaudithook(count)
    with unlock(folder, passphrase(number)) as vault:
        replace_own(vault, _Telling(_words(number + 1), begin))
        writing = False


def _telling(number: int, line: Connection) -> _Telling:
    return _Telling(_words(number), lambda: line.send(Writing(number)))


def replace_own(vault: Vault, new: Passphrase) -> None:
    """Change the passphrase by which a vault was opened."""
    own = next(slot for slot in vault.slots.all() if slot.own)
    vault.slots.replace_passphrase(own.id, new, LEAST_COST)


def _watch(line: Line, chance: Random) -> int:
    """Wait for one whole change and then into the next; gives the newest one acknowledged."""
    _hear(line)
    began = time.perf_counter()
    acknowledged = _hear(line).number
    took = time.perf_counter() - began
    _hear(line)
    if line.poll(chance.uniform(0, 1.2 * took)):
        acknowledged = _hear(line).number
    return acknowledged


def _hear(line: Line) -> Writing | Changed:
    assert line.poll(PATIENCE), "the process says nothing"
    told: Writing | Changed = line.recv()
    return told


def _last_words(line: Line, acknowledged: int) -> int:
    """What was said between the moment that was chosen and the end; that may be cut off."""
    try:
        while True:
            told = line.recv()
            if isinstance(told, Changed):
                acknowledged = told.number
    except (EOFError, OSError):
        return acknowledged


def _opens(folder: Path, secret: Passphrase) -> bool:
    try:
        unlock(folder, secret).close()
    except WrongPassphraseError:
        return False
    return True


def _words(number: int) -> str:
    return f"{number} stones on the shore"
