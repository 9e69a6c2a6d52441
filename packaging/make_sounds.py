"""Makes the two sounds of Turnstone, for ``desktop.ui.sound``.

Run after a change here: ``python packaging/make_sounds.py``. It needs nothing but Python; a test
makes the sounds again and compares.

Each note is that of a soft mallet on a wooden bar: the bar's own pitch and a few weak overtones,
which die away sooner the higher they are. The attack is slow, so that nobody is startled.
"""

import math
import sys
import wave
from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "sounds"

RATE: Final = 22_050
"""Samples a second: enough for overtones that are all below 4 kHz."""

PEAK: Final = 0.35
"""The loudest sample, where 1 is full scale."""

QUIET: Final = 0.01
"""Seconds of silence at both ends, so that no device cuts into a note."""

ATTACK: Final = 0.045
FADE: Final = 0.12
"""Seconds in which a note comes up, and in which its last rest goes."""

HIGHEST: Final = 4_000.0


class Overtone(NamedTuple):
    """A part of a wooden bar's tone; ``ratio`` to its pitch, and seconds until half is left."""

    ratio: float
    strength: float
    half: float


BAR: Final = (
    Overtone(1.0, 1.0, 0.11),
    Overtone(2.0, 0.10, 0.07),
    Overtone(3.93, 0.16, 0.03),
    Overtone(9.24, 0.03, 0.012),
)


class Note(NamedTuple):
    """A note: when it begins and how long it sounds, in seconds, and its pitch in Hz."""

    start: float
    length: float
    pitch: float


class Sound(NamedTuple):
    """A sound: its whole length in seconds, and its notes."""

    length: float
    notes: tuple[Note, ...]


SOUNDS: Final = {
    "turn": Sound(0.6, (Note(QUIET, 0.58, 330.0),)),
    # E falls to B, a fourth.
    "return": Sound(1.2, (Note(QUIET, 0.55, 330.0), Note(0.5, 0.69, 247.5))),
}


def samples(sound: Sound) -> list[float]:
    """The sound from -1 to 1, ``RATE`` samples a second, with its loudest at ``PEAK``."""
    line = [0.0] * round(sound.length * RATE)
    for note in sound.notes:
        start = round(note.start * RATE)
        for index in range(round(note.length * RATE)):
            line[start + index] += _note_at(note, index / RATE)
    loudest = max(abs(value) for value in line)
    return [value * PEAK / loudest for value in line]


def write(file: Path, line: Sequence[float]) -> None:
    """Write a sound as a WAV file: one channel, 16 bits."""
    with wave.open(str(file), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        whole = (round(value * 32_767) for value in line)
        out.writeframes(b"".join(value.to_bytes(2, "little", signed=True) for value in whole))


def make(folder: Path) -> list[Path]:
    """Write all sounds into a folder, and say which files they are."""
    folder.mkdir(parents=True, exist_ok=True)
    files = {folder / f"{name}.wav": samples(sound) for name, sound in SOUNDS.items()}
    for file, line in files.items():
        write(file, line)
    return list(files)


def _note_at(note: Note, time: float) -> float:
    """A note, so many seconds after it began."""
    tone = sum(
        part.strength
        * 0.5 ** (time / part.half)
        * math.sin(2 * math.pi * note.pitch * part.ratio * time)
        for part in BAR
        if note.pitch * part.ratio < HIGHEST
    )
    return tone * _rise(time / ATTACK) * _rise((note.length - time) / FADE)


def _rise(share: float) -> float:
    """From 0 to 1 without a corner; 1 from there on."""
    return 1.0 if share >= 1 else 0.5 - 0.5 * math.cos(math.pi * max(0.0, share))


def main() -> int:
    """Make them in ``resources/sounds``."""
    for file in make(FOLDER):
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
