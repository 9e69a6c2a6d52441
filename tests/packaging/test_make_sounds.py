"""The two sounds are those that their maker makes, and startle nobody."""

import math
import wave
from array import array
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from make_sounds import FOLDER, RATE, SOUNDS, make

LENGTHS = {"turn": 0.6, "return": 1.2}
NOTES = {"turn": [(0.05, 330.0)], "return": [(0.05, 330.0), (0.55, 247.5)]}
FULL = 32_767


def heard(name: str) -> list[int]:
    with wave.open(str(FOLDER / f"{name}.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        return array("h", file.readframes(file.getnframes())).tolist()


def part(line: Sequence[int], start: float, length: float) -> Sequence[int]:
    return line[round(start * RATE) : round((start + length) * RATE)]


def strength(line: Sequence[int], pitch: float) -> float:
    """How much of a pitch is in a line (one bin of a Fourier transform)."""
    turn = 2 * math.pi * pitch / RATE
    real = sum(value * math.cos(turn * index) for index, value in enumerate(line))
    imaginary = sum(value * math.sin(turn * index) for index, value in enumerate(line))
    return math.hypot(real, imaginary) / len(line)


def test_the_files_are_what_the_script_makes(tmp_path: Path) -> None:
    made = make(tmp_path)
    assert {file.name for file in made} == {file.name for file in FOLDER.iterdir()}
    for file in made:
        assert file.read_bytes() == (FOLDER / file.name).read_bytes(), file.name


def test_there_are_these_two() -> None:
    assert set(SOUNDS) == set(LENGTHS)


@pytest.mark.parametrize("name", LENGTHS)
def test_length_and_loudness(name: str) -> None:
    line = heard(name)
    assert len(line) / RATE == pytest.approx(LENGTHS[name], abs=0.001)
    assert 0.2 < max(map(abs, line)) / FULL < 0.5


@pytest.mark.parametrize("name", LENGTHS)
def test_neither_end_clicks(name: str) -> None:
    """The ends are silent, and no sample jumps away from the one before."""
    line = heard(name)
    assert set(line[:100]) == {0}
    assert set(line[-100:]) == {0}
    assert max(abs(b - a) for a, b in pairwise(line)) / FULL < 0.08


@pytest.mark.parametrize("name", LENGTHS)
def test_the_attack_is_slow(name: str) -> None:
    line = heard(name)
    loudest = max(map(abs, line))
    assert max(map(abs, part(line, 0, 0.02))) < 0.3 * loudest
    assert max(map(abs, part(line, 0.02, 0.06))) > 0.9 * loudest


@pytest.mark.parametrize(
    ("name", "start", "pitch"), [(name, *note) for name in NOTES for note in NOTES[name]]
)
def test_the_pitch_is_the_one_agreed(name: str, start: float, pitch: float) -> None:
    line = part(heard(name), start, 0.2)
    there = strength(line, pitch)
    half_tone = 2 ** (1 / 12)
    assert there > strength(line, pitch * half_tone) * 1.2
    assert there > strength(line, pitch / half_tone) * 1.2
    others = [f for f in range(120, 2000, 30) if abs(f - pitch) > 45]
    assert there > 2 * max(strength(line, float(f)) for f in others)


def test_the_second_note_of_the_return_is_lower() -> None:
    (_, first), (_, second) = NOTES["return"]
    line = heard("return")
    assert strength(part(line, 0.05, 0.2), first) > 4 * strength(part(line, 0.05, 0.2), second)
    assert strength(part(line, 0.7, 0.2), second) > 4 * strength(part(line, 0.7, 0.2), first)
