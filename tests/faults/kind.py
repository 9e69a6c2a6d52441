"""What a kind of fault is, and how an attempt of it can end."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from random import Random
from typing import NamedTuple, TypeAlias


class Ending(StrEnum):
    """How an attempt ended. The first two are as promised, the others never may be."""

    KEPT = "kept"
    """All that was acknowledged is there."""
    TOLD = "told"
    """The fault was told by an error of ours, and nothing was written after it."""
    LOST = "lost"
    """Something acknowledged is missing, or twice there, and nobody said so."""
    UNNOTICED = "unnoticed"
    """The damage was not noticed."""
    WRITTEN = "written"
    """Something was written though there was damage."""
    FAILED = "failed"
    """Anything else: an error that is none of ours, an answer that took too long."""


FINE = frozenset({Ending.KEPT, Ending.TOLD})


class PromiseBrokenError(Exception):
    """An attempt that broke a promise; the first argument says how."""

    ending = Ending.FAILED


class LostError(PromiseBrokenError):
    ending = Ending.LOST


class UnnoticedError(PromiseBrokenError):
    ending = Ending.UNNOTICED


class WrittenError(PromiseBrokenError):
    ending = Ending.WRITTEN


class Outcome(NamedTuple):
    """How one attempt ended; ``saves`` were acknowledged in it, and a vault that was opened again
    was open after ``reopened`` seconds. ``detail`` tells of a broken promise."""

    ending: Ending
    saves: int = 0
    reopened: float = 0.0
    detail: str = ""


def anywhere() -> str:
    """For what can be tried on every machine."""
    return ""


Attempt: TypeAlias = Callable[[Random], Outcome]
"""One attempt; chance decides where and when. Whatever it raises is a broken promise."""


@dataclass(frozen=True)
class Kind:
    """One kind of fault. A module in ``tests/faults/kinds`` has one as ``KIND``.

    ``begin`` prepares a stretch of attempts in an empty folder, and may check at its end what
    they left. ``full`` and ``short`` are how often it is tried, ``stretch`` how many attempts
    follow one another on the same vault at most. ``unfit`` says why it can't be tried here, if so.
    """

    name: str
    what: str
    begin: Callable[[Path], AbstractContextManager[Attempt]]
    full: int
    short: int
    stretch: int
    unfit: Callable[[], str] = anywhere
