"""A power cut while events and notes are saved: the disk keeps for sure only what was synced."""

from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.errors import VaultBehindError
from tests.faults.disk import cut_after
from tests.faults.kind import Attempt, Ending, Kind, LostError, Outcome
from tests.faults.opening import reopened
from tests.faults.programs import words_of
from tests.faults.sound import Sound, files_of
from tests.faults.stubborn import acknowledged
from tests.faults.tape import Event, Said, events, recording
from tests.faults.tracing import unfit
from tests.faults.writer import Saved, ensure_kept, filled


def recorded(sound: Sound, folder: Path) -> tuple[dict[str, bytes], list[Event]]:
    """The files of a vault as they were, and what a writer did to them in three lives."""
    before, tape, seeds = files_of(sound.folder), folder / "tape", (1, 2, 3)
    words_of("tests.faults.stubborn", sound, seeds[0], recording(tape), *seeds[1:])
    return before, events(tape, sound.folder)


def saves_in(happened: list[Event]) -> Counter[Saved]:
    """What was acknowledged."""
    return acknowledged(event.words for event in happened if isinstance(event, Said))


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """One writer is recorded; each attempt cuts the power at another moment of it."""
    whole = filled(folder / "whole")
    with reopened(whole) as (vault, _):
        kept = ensure_kept(vault, Counter())
    before, happened = recorded(whole, folder)

    def attempt(chance: Random) -> Outcome:
        sound = whole.at(folder / "vault")
        until = happened[: chance.randint(0, len(happened))]
        cut_after(before, until, sound.folder, chance)
        saves = saves_in(until)
        try:
            with reopened(sound) as (vault, seconds):
                ensure_kept(vault, kept | saves)
        except VaultBehindError as error:
            raise LostError("saves are missing, and were told to be") from error
        return Outcome(Ending.KEPT, (saves - kept).total(), seconds)

    yield attempt


KIND: Final = Kind(
    name="power-cuts",
    what="the power cut while events and notes are saved",
    begin=begin,
    full=1000,
    short=40,
    stretch=50,
    unfit=unfit,
)
