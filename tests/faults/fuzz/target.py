"""What is fed by the fuzzer."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from random import Random
from typing import TypeAlias

Feed: TypeAlias = Callable[[bytes], object]


def as_it_is(raw: bytes, chance: Random) -> bytes:
    """For files without a checksum."""
    return raw


@dataclass(frozen=True)
class Target:
    """A reader of files from outside.

    A module in ``tests/faults/fuzz/targets`` has one or more in a tuple, ``TARGETS``.

    ``begin`` is given an empty folder, the only one in which anything may be written; it gives
    sound files, and a function that hands the bytes of a file to the reader. That may raise a
    ``TurnstoneError``; anything else that it raises is a finding. ``mend`` makes a checksum right
    again, so that what is behind it is reached too. ``words`` are pieces that mean something.
    """

    name: str
    begin: Callable[[Path], tuple[Sequence[bytes], Feed]]
    words: Sequence[bytes]
    mend: Callable[[bytes, Random], bytes] = as_it_is


def all_targets() -> tuple[Target, ...]:
    """Every reader there is."""
    names = sorted(file.stem for file in (Path(__file__).parent / "targets").glob("*.py"))
    modules = (import_module(f"tests.faults.fuzz.targets.{name}") for name in names)
    return tuple(target for module in modules for target in module.TARGETS)
