"""The two sounds there are."""

import sys
from array import array
from enum import Enum
from typing import Final

from desktop import resources

RATE: Final = 22_050
"""Samples a second, each of two bytes, in one channel."""

LOUDEST: Final = 100
"""The largest volume; 0 is silence."""


class Sound(Enum):
    """A sound, with the name of its file."""

    TURN = "turn"
    RETURN = "return"


def samples_of(sound: Sound, volume: int) -> bytes:
    """A sound at a volume of 0 to 100, as samples in the byte order of this machine.

    The ear tells loudness by ratios, so what is played grows with the square of the volume.
    """
    import wave

    share = (max(0, min(LOUDEST, volume)) / LOUDEST) ** 2
    with wave.open(str(resources.path("sounds", f"{sound.value}.wav"))) as file:
        line = array("h", file.readframes(file.getnframes()))
    if sys.byteorder == "big":
        line.byteswap()
    return array("h", (round(value * share) for value in line)).tobytes()


def seconds_of(samples: bytes) -> float:
    """How long samples sound."""
    return len(samples) / (2 * RATE)
