"""Every word of the exercises: short enough for the stage, kind, and said only once."""

import itertools
import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, cast

import msgspec
import pytest

from desktop import resources
from desktop.content.library import Library
from desktop.domain.exercise.format import Exercise, StageText, Step, Turns

EXERCISES: Final = Library().exercises
FILES: Final = {path.stem: path for path in sorted(resources.path("exercises").glob("*.toml"))}

LONG: Final = {
    "speaker": "Maria-Valentina",
    "listener": "Konstantin-Lukas",
    "topic": "who looks after the garden",
}
"""Names and a topic that are longer than most."""

MOST: Final = 70
"""Letters of an instruction, as the visual language says."""

MOST_OF_A_HINT: Final = 90

TITLE: Final = 22
"""A step's title has one line in the console and a pill on the stage."""


def steps(exercise: Exercise) -> Iterator[Step]:
    return (step for part in exercise.parts for step in part.steps)


def instructions(text: StageText) -> tuple[str, ...]:
    return tuple(filter(None, (text.speaker, text.listener, text.both)))


def said(value: object) -> Iterator[str]:
    """Every text in a table as it stands in its file, ids and all."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in cast("dict[str, object]", value).values():
            yield from said(inner)
    elif isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from said(inner)


def in_file(name: str) -> tuple[str, ...]:
    """The texts of a file, without the words of the gate that it leaves out."""
    return tuple(said(tomllib.loads(FILES[name].read_text(encoding="utf-8"))))


@pytest.mark.parametrize("name", FILES)
def test_a_sentence_on_the_stage_fits_with_long_names_too(name: str) -> None:
    for step in steps(EXERCISES.get(name)):
        for text in instructions(step.text):
            shown = text.format(**LONG)
            assert len(shown) <= MOST, (step.id, shown)
            assert shown.endswith((".", "?", "”")), (step.id, shown)
            assert not re.search(r"[.?] ", shown.rstrip("”")), (step.id, shown)
        assert 0 < len(step.text.hint.format(**LONG)) <= MOST_OF_A_HINT, (step.id, step.text.hint)
        assert len(step.title) <= TITLE, step.title


@pytest.mark.parametrize("name", FILES)
def test_nobody_is_called_speaker_where_nobody_speaks(name: str) -> None:
    for part in EXERCISES.get(name).parts:
        if part.turns is Turns.TOGETHER:
            for step in part.steps:
                words = msgspec.json.encode((step.text, step.guide)).decode()
                assert not re.search(r"\{(speaker|listener)\}", words), step.id


FORBIDDEN: Final = {
    "shouting": r"!",
    "gender": r"\b(he|she|him|her|his|hers|himself|herself|husband|wife|man|woman|boy|girl)s?\b",
    "blame": r"\byou (always|never)\b|\b(always|never)\b|\bfault\b|\bguilt",
    "a clinic": r"\b(disorder|trauma|symptom|patholog|diagnos|toxic|narciss|dysfunction|patient"
    r"|codependen|dysregulat|attachment|compliance|intervention)",
    "praise or haste": r"\b(well done|great job|perfect|hurry up|quickly|score|streak)\b",
    "words that the visual language avoids": r"\b(mirroring|time-out|violation|failed)\b",
    "a household of a certain kind": r"\b(children|kids|god|church|pray|marriage|married|sex)\b",
}


@pytest.mark.parametrize("rule", FORBIDDEN)
@pytest.mark.parametrize("name", FILES)
def test_no_word_shouts_blames_judges_or_takes_for_granted(name: str, rule: str) -> None:
    for text in in_file(name):
        assert not re.search(FORBIDDEN[rule], text, re.IGNORECASE), text


METHODS: Final = r"PREP|Imago|Gottman|Moeller|Aron|EFT|Rosenberg|Hold Me Tight|OurRelationship"


@pytest.mark.parametrize("name", FILES)
def test_a_method_is_named_only_where_it_comes_from(name: str) -> None:
    exercise = EXERCISES.get(name)
    elsewhere = msgspec.structs.replace(exercise, lineage="", evidence="")
    found = re.findall(rf"\b({METHODS})\b", msgspec.json.encode(elsewhere).decode())
    assert found == []


CEILING: Final = 0.5
"""How much of a sentence may stand in another exercise too.

Of all runs of three words of the shorter sentence, the share that the longer one has as well. Two
sentences that begin alike, as "{listener} could begin", have about a third in common; a sentence in
which one word was exchanged has a half or more.
"""

LEAST: Final = 7
"""Shorter sentences are phrases that anybody says."""


def sentences(name: str) -> Iterator[tuple[str, ...]]:
    for text in in_file(name):
        for sentence in re.split(r"(?<=[.?:”])\s", text):
            words = tuple(re.findall(r"[\w’{}-]+", sentence.lower()))
            if len(words) >= LEAST:
                yield words


def threes(words: tuple[str, ...]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def test_no_two_exercises_share_a_sentence() -> None:
    every = [(name, words, threes(words)) for name in FILES for words in sentences(name)]
    holding: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, (_, _, runs) in enumerate(every):
        for run in runs:
            holding[run].append(number)
    pairs = {pair for held in holding.values() for pair in itertools.combinations(held, 2)}
    alike: list[tuple[str, str]] = []
    for one, other in sorted(pairs):
        (here, words, runs), (there, others, other_runs) = every[one], every[other]
        shared = len(runs & other_runs) / min(len(runs), len(other_runs))
        if here != there and shared >= CEILING:
            alike.append((f"{here}: {' '.join(words)}", f"{there}: {' '.join(others)}"))
    assert len(every) > 400
    assert alike == []


@pytest.mark.parametrize("name", FILES)
def test_no_two_steps_of_an_exercise_say_the_same(name: str) -> None:
    shown = [text for step in steps(EXERCISES.get(name)) for text in instructions(step.text)]
    own = set(in_file(name))
    assert len({t for t in shown if t in own}) == len([t for t in shown if t in own])
