"""The wheel as a tree: paths, branches, and what makes it sound."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import MAX_LABEL, Wheel, Word, WordPath, check_wheel


def word(word_id: str, *words: Word, **changes: object) -> Word:
    made = Word(
        id=word_id,
        label=word_id.title(),
        definition="What it is.",
        body="Warm.",
        signal="It may matter.",
        need="Time.",
        energy=0.5,
        pleasantness=-0.5,
        words=words,
    )
    return msgspec.structs.replace(made, **changes)


def wheel(*families: Word) -> Wheel:
    return Wheel(format=1, id="w", title="W", language="en", families=families)


def branch(family: str) -> Word:
    return word(family, word("middle", word("outer"), word("edge")))


WHEEL = wheel(branch("sad"), branch("glad"))


def fields(broken: Wheel) -> list[str]:
    return [finding.field for finding in check_wheel(broken)]


def outer(**changes: object) -> Wheel:
    """A wheel whose word sad/middle/outer is changed."""
    return wheel(word("sad", word("middle", word("outer", **changes))), branch("glad"))


def test_a_sound_wheel_has_no_findings() -> None:
    assert check_wheel(WHEEL) == ()


def test_words_are_walked_family_first_in_the_order_of_the_file() -> None:
    assert [path.id for path, _ in WHEEL.walk()] == [
        "sad",
        "sad/middle",
        "sad/middle/outer",
        "sad/middle/edge",
        "glad",
        "glad/middle",
        "glad/middle/outer",
        "glad/middle/edge",
    ]


def test_a_path_knows_its_family_and_label() -> None:
    path = next(path for path, _ in WHEEL.walk() if path.id == "sad/middle/edge")
    assert (path.family, path.label, path.labels) == ("sad", "Edge", ("Sad", "Middle", "Edge"))


ids = st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(tuple)


@given(ids, ids)
def test_a_word_covers_what_stands_below_it_and_nothing_else(
    one: tuple[str, ...], other: tuple[str, ...]
) -> None:
    covers = WordPath(one, one).covers(WordPath(other, other))
    assert covers == (f"{'/'.join(other)}/".startswith(f"{'/'.join(one)}/") and one != other)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"format": 2}, "format"),
        ({"id": "a b"}, "id"),
        ({"title": ""}, "title"),
        ({"language": " "}, "language"),
        ({"families": (branch("sad"),)}, "families"),
        ({"families": tuple(branch(f"f{i}") for i in range(13))}, "families"),
        ({"families": (branch("sad"), branch("sad"))}, "families[1].id"),
        ({"families": (branch("sad"), branch("own"))}, "families[1].id"),
        ({"families": (branch("sad"), word("glad"))}, "families[1].words"),
        ({"families": (branch("sad"), word("glad", word("a")))}, "families[1].words[0].words"),
    ],
)
def test_what_is_wrong_with_a_wheel_is_found(changes: dict[str, object], field: str) -> None:
    assert fields(msgspec.structs.replace(WHEEL, **changes)) == [field]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"id": "a/b"}, "id"),
        ({"label": ""}, "label"),
        ({"label": "a" * (MAX_LABEL + 1)}, "label"),
        ({"definition": " "}, "definition"),
        ({"body": ""}, "body"),
        ({"signal": ""}, "signal"),
        ({"need": ""}, "need"),
        ({"energy": 1.1}, "energy"),
        ({"energy": float("nan")}, "energy"),
        ({"pleasantness": -2.0}, "pleasantness"),
        ({"words": (word("fourth"),)}, "words"),
        ({"judgement": True}, "may-hide"),
        ({"may_hide": ("glad",)}, "may-hide"),
        ({"judgement": True, "may_hide": ("glad", "joy")}, "may-hide[1]"),
        ({"judgement": True, "may_hide": ("sad/middle/outer",)}, "may-hide[0]"),
    ],
)
def test_what_is_wrong_with_a_word_is_found(changes: dict[str, object], field: str) -> None:
    assert fields(outer(**changes)) == [f"families[0].words[0].words[0].{field}"]


def test_a_judgement_word_that_leads_to_feelings_is_sound() -> None:
    assert check_wheel(outer(judgement=True, may_hide=("sad", "glad/middle/edge"))) == ()


def test_the_same_word_may_stand_in_two_families() -> None:
    double = wheel(branch("sad"), word("glad", word("middle", word("outer"), word("outer"))))
    assert fields(double) == ["families[1].words[0].words[1].id"]
