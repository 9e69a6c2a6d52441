"""What comes with Turnstone keeps the rules for every word on screen."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import cast

import msgspec
import pytest

from desktop.content.library import Library
from desktop.domain.emotions import Word
from desktop.domain.exercise.format import Exercise, Step, StepKind

LIBRARY = Library()
EXERCISES = LIBRARY.exercises.ids()
WHEELS = LIBRARY.wheels.ids()

PLACEHOLDERS = {"speaker": "Ana", "listener": "Ben", "topic": "the move"}


def texts(value: object) -> Iterator[str]:
    """Every text in a value decoded from JSON, ids among them."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in cast("dict[str, object]", value).values():
            yield from texts(inner)
    elif isinstance(value, list):
        for inner in cast("list[object]", value):
            yield from texts(inner)


def test_a_file_is_named_after_its_id() -> None:
    for shelf in (LIBRARY.exercises, LIBRARY.decks, LIBRARY.wheels):
        assert shelf.ids() == tuple(content.id for content in shelf.all())


def test_no_text_shouts_blames_or_uses_typewriter_quotes() -> None:
    every = (*LIBRARY.exercises.all(), *LIBRARY.decks.all(), *LIBRARY.wheels.all())
    for text in texts(msgspec.json.decode(msgspec.json.encode(every))):
        assert not re.search(r"[!\"]|\byou (always|never)\b|\bshould\b|\bfailed\b", text, re.I), (
            text
        )
        assert not re.search(r"\s'|'\s|  ", text), text


def steps(exercise: Exercise) -> Iterator[Step]:
    return (step for part in exercise.parts for step in part.steps)


@pytest.mark.parametrize("name", EXERCISES)
def test_an_instruction_is_one_short_sentence(name: str) -> None:
    for step in steps(LIBRARY.exercises.get(name)):
        for text in (step.text.speaker, step.text.listener, step.text.both):
            assert len(text.format(**PLACEHOLDERS)) <= 70, step.id
            assert not re.search(r"[.?] ", text), step.id
        assert len(step.text.hint.format(**PLACEHOLDERS)) <= 90, step.id
        assert step.guide, step.id
        assert "mirror" not in f"{step.title} {step.text} {step.guide}".lower(), step.id


def test_speaker_and_listener_goes_the_way_of_its_gate() -> None:
    exercise = LIBRARY.exercises.get("speaker-and-listener")
    ways = [(step.id, step.kind, step.back_to) for step in steps(exercise)]
    assert ways == [
        ("settle", StepKind.BREATHE, None),
        ("speak", StepKind.SPEAK, None),
        ("mirror", StepKind.MIRROR, None),
        ("check", StepKind.CHECK, "mirror"),
        ("more", StepKind.MORE, "speak"),
        ("pass", StepKind.PASS, None),
        ("thank", StepKind.TALK, None),
    ]
    assert [part.gated for part in exercise.parts] == [False, True, False]


def test_the_wheel_has_its_families_and_rings() -> None:
    wheel = LIBRARY.wheels.get("feelings")
    assert [family.label for family in wheel.families] == [
        "Glad",
        "Close",
        "Calm",
        "Drained",
        "Sad",
        "Afraid",
        "Angry",
    ]
    assert Counter(len(path.ids) for path, _ in wheel.walk()) == {1: 7, 2: 35, 3: 84}
    for family in wheel.families:
        assert len(family.words) == 5
        assert sum(len(middle.words) for middle in family.words) == 12
        assert {len(middle.words) for middle in family.words} == {2, 3}


@pytest.mark.parametrize("field", ["definition", "body", "signal", "need"])
@pytest.mark.parametrize("name", WHEELS)
def test_no_two_words_say_the_same(name: str, field: str) -> None:
    said = [getattr(word, field) for _, word in LIBRARY.wheels.get(name).walk()]
    assert [text for text, times in Counter(said).items() if times > 1] == []
    assert all(re.fullmatch(r"[A-Z].*[.]", text) for text in said)
    starts = Counter(" ".join(text.split()[:3]) for text in said)
    assert max(starts.values()) <= 4, starts.most_common(3)


def test_a_definition_is_one_sentence() -> None:
    for path, word in LIBRARY.wheels.get("feelings").walk():
        assert word.definition.count(".") == 1, path.id
        assert len(word.definition) <= 90, path.id


def test_words_that_judge_lead_to_feelings() -> None:
    words = {path.id: word for path, word in LIBRARY.wheels.get("feelings").walk()}
    judging = {path for path, word in words.items() if word.judgement}
    assert judging == {
        "sad/let-down",
        "sad/lonely/forgotten",
        "sad/lonely/left-out",
        "afraid/jealous/threatened",
    }
    for path in judging:
        assert any(not words[hidden].judgement for hidden in words[path].may_hide), path


def test_pleasant_and_unpleasant_lie_where_their_family_lies() -> None:
    def pleasantness(word: Word) -> Iterator[float]:
        yield word.pleasantness
        for inner in word.words:
            yield from pleasantness(inner)

    for family in LIBRARY.wheels.get("feelings").families:
        pleasant = family.id in ("glad", "close", "calm")
        assert all((value > 0) == pleasant for value in pleasantness(family) if value), family.id


def test_the_words_of_the_body_lead_to_several_words_each() -> None:
    """What "I can't name it yet" offers as a way in by the body."""
    bodies = [word.body.lower() for _, word in LIBRARY.wheels.get("feelings").walk()]
    for cue in ("tight chest", "heavy", "warm face", "fluttery", "lump in throat", "wide awake"):
        assert sum(cue in body for body in bodies) >= 3, cue
    assert sum("nothing much" in body for body in bodies) >= 3
