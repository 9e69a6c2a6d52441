"""Dying just before a chosen step on the disk, so that no instant is left to chance alone.

A step is a call of Python's own, or of the database library, that can change or bring something
to the disk.
"""

import itertools
import os
import signal
import sys
from collections.abc import Callable
from typing import Any, Final

_STEPS: Final = frozenset(
    {
        *("open", "write", "flush", "fsync", "truncate", "ftruncate", "close", "__exit__"),
        *("rename", "replace", "link", "unlink", "remove", "mkdir", "rmdir"),
        *("execute", "commit", "backup"),
    }
)


def die() -> None:
    """Be killed at once."""
    os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))


def die_before(step: int) -> None:
    """Have this thread's process killed just before its n-th step from now, counted from 0."""
    steps = itertools.count()
    _at_each_step(lambda: die() if next(steps) == step else None)


def steps_of(call: Callable[[], object]) -> int:
    """How many steps a call takes on this thread."""
    steps = itertools.count()
    _at_each_step(lambda: next(steps))
    try:
        call()
    finally:
        sys.setprofile(None)
    return next(steps)


def _at_each_step(then: Callable[[], object]) -> None:
    def look(_: object, event: str, called: Any) -> None:
        if event == "c_call" and called.__name__ in _STEPS:
            then()

    sys.setprofile(look)
