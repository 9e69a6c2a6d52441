"""The disk that loses its power loses what it may, and nothing else."""

import shutil
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from tests.faults.disk import cut_after
from tests.faults.tape import Cut, Event, Made, Put, Removed, Renamed, Synced

OLD = b"o" * 2048
NEW = b"n" * 1024


@pytest.fixture
def found(tmp_path: Path) -> "Found":
    return Found(tmp_path / "left")


class Found:
    """What may be left of events on a disk that has the file ``a``, and is then cut off."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, *events: Event) -> set[tuple[tuple[str, bytes], ...]]:
        return {self._once(events, Random(number)) for number in range(60)}

    def _once(self, events: Sequence[Event], chance: Random) -> tuple[tuple[str, bytes], ...]:
        cut_after({"a": OLD}, events, self._folder, chance)
        left = {path.name: path.read_bytes() for path in self._folder.iterdir()}
        shutil.rmtree(self._folder)
        return tuple(sorted(left.items()))


def test_what_was_synced_is_there(found: Found) -> None:
    assert found(Put("a", 0, NEW), Synced("a")) == {(("a", NEW + OLD[1024:]),)}
    assert found(Cut("a", 1), Synced("a")) == {(("a", b"o"),)}


def test_what_was_not_may_be_there_in_part(found: Found) -> None:
    left = found(Put("a", 0, NEW), Put("a", 1024, NEW))
    whole = {first + second for first in (OLD[:1024], NEW) for second in (OLD[:1024], NEW)}
    torn = NEW[:512] + OLD[512:1024]
    assert whole | {torn + NEW} <= {files[0][1] for files in left}


def test_a_name_is_there_once_the_folder_was_synced(found: Found) -> None:
    made = (Made("b"), Put("b", 0, NEW), Synced("b"))
    assert found(*made) == {(("a", OLD),), (("a", OLD), ("b", NEW))}
    assert found(*made, Synced("")) == {(("a", OLD), ("b", NEW))}


def test_a_file_that_takes_anothers_name_does_so_at_once(found: Found) -> None:
    before = (Made("b"), Put("b", 0, NEW), Synced("b"), Synced(""))
    assert found(*before, Renamed("b", "a")) == {(("a", OLD), ("b", NEW)), (("a", NEW),)}
    assert found(*before, Renamed("b", "a"), Synced("")) == {(("a", NEW),)}


def test_a_name_that_was_taken_away_may_be_there_again(found: Found) -> None:
    assert found(Removed("a")) == {(("a", OLD),), ()}
    assert found(Removed("a"), Synced("")) == {()}
