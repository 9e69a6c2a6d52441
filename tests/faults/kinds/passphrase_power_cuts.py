"""A power cut while a passphrase is changed: exactly the old one or the new one opens."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.session import Setting
from desktop.storage.vault import layout
from desktop.storage.vault.door import create_vault, unlock
from desktop.storage.vault.passphrase import LEAST_COST
from desktop.storage.vault.slots import open_slots
from tests.faults.changing_passphrase import passphrase, replace_own, working
from tests.faults.disk import cut_after
from tests.faults.kind import Attempt, Ending, Kind, LostError, Outcome
from tests.faults.programs import words_of
from tests.faults.sound import Sound, files_of
from tests.faults.stubborn import say
from tests.faults.tape import Event, Renamed, Said, Synced, events, recording
from tests.faults.tracing import unfit

CHANGES: Final = 4


def change(folder: Path) -> None:
    """Change the passphrase a few times; each number is told once it is the one that opens."""
    for number in range(CHANGES):
        with unlock(folder, passphrase(number)) as vault:
            replace_own(vault, passphrase(number + 1))
            say(f"{number + 1}")


def newest(happened: list[Event]) -> int:
    """The newest number that was told."""
    words = "".join(event.words for event in happened if isinstance(event, Said))
    return max(map(int, words.split()), default=0)


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """A few changes are recorded; each attempt cuts the power at another moment of them."""
    vault, left = folder / "vault", folder / "left"
    new = create_vault(vault, passphrase(0), Setting.PRACTICE, LEAST_COST)
    new.vault.close()
    sound = Sound(vault, new.recovery_key.text(), open_slots(vault, new.recovery_key))
    before, tape = files_of(vault), folder / "tape"
    words_of(__name__, sound, 0, recording(tape))
    happened = events(tape, vault)
    moments = [number for number, event in enumerate(happened, 1) if is_of_slots(event)]

    def attempt(chance: Random) -> Outcome:
        sound.at(left)
        near = chance.choice(moments) + chance.randint(-1, 3)
        until = happened[: chance.choice([near, chance.randint(0, len(happened))])]
        cut_after(before, until, left, chance)
        opening = working(left, newest(until))
        if len(opening) != 1 or opening[0] < newest(until):
            raise LostError(f"{newest(until)} was acknowledged; {opening} open the vault")
        return Outcome(Ending.KEPT, newest(until))

    yield attempt


def is_of_slots(event: Event) -> bool:
    """Whether something is done to the file of slots, or to the folder's names."""
    return (isinstance(event, Renamed) and event.new == layout.SLOTS) or event == Synced("")


KIND: Final = Kind(
    name="passphrase-power-cuts",
    what="the power cut while a passphrase is changed",
    begin=begin,
    full=200,
    short=4,
    stretch=50,
    unfit=unfit,
)


if __name__ == "__main__":
    change(Path(sys.argv[1]))
