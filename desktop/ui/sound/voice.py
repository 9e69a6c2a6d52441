"""What is to be heard now."""

from array import array
from threading import Lock
from typing import Final

from desktop.ui.sound.sounds import RATE

_FADE: Final = RATE // 100
"""Samples in which a sound goes that is cut off: each begins with as much silence."""


class Voice:
    """Holds the rest of one sound. It is filled on one thread and pulled on another."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._rest = memoryview(b"")

    def say(self, samples: bytes) -> None:
        """Begin a sound; one that is still heard goes without a click."""
        with self._lock:
            tail = _faded(self._rest)
            self._rest = memoryview(tail + samples[len(tail) :])

    def hush(self) -> None:
        """Let what is heard go at once."""
        with self._lock:
            self._rest = memoryview(_faded(self._rest))

    def pull(self, most: int) -> memoryview:
        """The next samples, at most so many bytes; none once all was heard."""
        with self._lock:
            taken, self._rest = self._rest[:most], self._rest[most:]
        return taken


def _faded(rest: memoryview) -> bytes:
    line = array("h", bytes(rest[: 2 * _FADE]))
    return array("h", (value * (_FADE - at) // _FADE for at, value in enumerate(line))).tobytes()
