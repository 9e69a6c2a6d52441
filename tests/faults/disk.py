"""A disk that loses its power: what of a recorded program is on it afterwards.

What was synced before is there. Of what was not, each write may be there or not, in any order,
and now and then a part of one, by sectors of 512 bytes. Names of files are there as of the last
time that their folder was synced; of what was done to names since, the first few things are.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final

from tests.faults.tape import Cut, Event, Made, Put, Removed, Renamed, Said, Synced

SECTOR: Final = 512


class _File:
    """What is on the disk of a file, and what is still on its way."""

    def __init__(self, content: bytes = b"") -> None:
        self.content = bytearray(content)
        self.waiting: list[Put | Cut] = []

    def sync(self) -> None:
        for change in self.waiting:
            _apply(self.content, change)
        self.waiting.clear()

    def survived(self, share: float, chance: Random) -> bytes:
        """What is found of it after the power was cut."""
        content = bytearray(self.content)
        for change in self.waiting:
            if chance.random() < share:
                _apply(content, _torn(change, chance))
        return bytes(content)


class Disk:
    """A folder of files on a disk. It knows no folders within."""

    def __init__(self, files: Mapping[str, bytes]) -> None:
        self._names = {name: _File(content) for name, content in files.items()}
        self._synced_names = dict(self._names)
        self._renamings: list[dict[str, _File]] = []

    def play(self, events: Sequence[Event]) -> None:
        """Let it happen."""
        for event in events:
            self._happen(event)

    def cut(self, folder: Path, chance: Random) -> None:
        """Write what is left after the power was cut now into an empty folder."""
        share = chance.choice((0.0, 0.5, 0.9, 1.0))
        known = [self._synced_names, *self._renamings]
        for name, file in known[chance.randrange(len(known))].items():
            target = folder / name
            target.touch(0o600)
            target.write_bytes(file.survived(share, chance))

    def _happen(self, event: Event) -> None:
        match event:
            case Made(name):
                if name not in self._names:
                    self._rename({**self._names, name: _File()})
            case Renamed(old, new):
                names = dict(self._names)
                names[new] = names.pop(old)
                self._rename(names)
            case Removed(name):
                self._rename({known: f for known, f in self._names.items() if known != name})
            case Synced(""):
                self._synced_names = dict(self._names)
                self._renamings.clear()
            case Synced(name):
                self._names[name].sync()
            case Put(name) | Cut(name):
                self._names[name].waiting.append(event)
            case Said():
                pass

    def _rename(self, names: dict[str, _File]) -> None:
        self._names = names
        self._renamings.append(names)


def cut_after(
    before: Mapping[str, bytes], events: Sequence[Event], folder: Path, chance: Random
) -> None:
    """Make a folder, with what is left of one when the power is cut after some events."""
    folder.mkdir(0o700)
    disk = Disk(before)
    disk.play(events)
    disk.cut(folder, chance)


def _apply(content: bytearray, change: Put | Cut) -> None:
    if isinstance(change, Cut):
        del content[change.length :]
        content.extend(bytes(change.length - len(content)))
        return
    content.extend(bytes(max(0, change.start - len(content))))
    content[change.start : change.start + len(change.content)] = change.content


def _torn(change: Put | Cut, chance: Random) -> Put | Cut:
    """Now and then the first sectors of a write alone."""
    if isinstance(change, Cut) or chance.random() > 0.1:
        return change
    whole = (change.start + len(change.content)) // SECTOR * SECTOR - change.start
    kept = chance.randrange(0, max(whole, 0) + 1, SECTOR) if whole > 0 else 0
    return change._replace(content=change.content[:kept])
