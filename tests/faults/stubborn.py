"""Saves on a disk that fails: what was not saved is tried again, as the window does it.

As a program it takes a folder, a recovery key and a number for chance, and prints its words. With
more numbers, it opens the vault again for each.
"""

import sys
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.errors import NotSavedError, VaultError
from desktop.storage.vault.door import unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey
from tests.faults.writer import Saved, save, some_saves

TRIES: Final = 4


def write(
    folder: Path,
    recovery: str,
    chance: Random,
    tell: Callable[[str], None],
    between: Callable[[], None] = lambda: None,
) -> None:
    """Make up to 40 saves, each tried again a few times; ``between`` is called before a new try.

    It tells "saved KIND NUMBER", "not-saved REASON", or "not-opened CODE" and gives up.
    """
    try:
        vault = unlock(folder, RecoveryKey.parse(recovery))
    except VaultError as error:
        tell(f"not-opened {error.code}")
        return
    with vault:
        for kind, number in some_saves(vault, chance):
            if not _saved(vault, kind, number, tell, between):
                return


def _saved(
    vault: Vault,
    kind: Saved,
    number: int,
    tell: Callable[[str], None],
    between: Callable[[], None],
) -> bool:
    for _ in range(TRIES):
        try:
            save(vault, kind, number)
        except NotSavedError as error:
            tell(f"not-saved {error.reason}")
            between()
        else:
            tell(f"saved {kind.value} {number}")
            return True
    return False


def acknowledged(words: Iterable[str]) -> Counter[Saved]:
    """How many saves of each kind were told."""
    parts = (word.split() for word in words if word.startswith("saved "))
    return Counter({Saved(kind): int(number) for _, kind, number in parts})


def say(word: str) -> None:
    """Print a word at once."""
    print(word, flush=True)


if __name__ == "__main__":
    for number in sys.argv[3:]:
        write(Path(sys.argv[1]), sys.argv[2], Random(number), say)
