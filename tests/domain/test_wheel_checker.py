"""What makes a wheel sound, and what is said of one that is not."""

import msgspec
import pytest

from desktop.domain.emotions import MAX_CUE, MAX_LABEL, MAX_TEXT, MAX_TITLE, MOST_OUTER, Wheel, Word
from desktop.domain.wheel_checker import check_wheel
from tests.domain.wheels import WHEEL, branch, wheel, word

GLAD = branch("glad", pleasantness=0.5)


def fields(broken: Wheel) -> list[str]:
    return [finding.field for finding in check_wheel(broken)]


def said(broken: Wheel) -> list[str]:
    return [f"{finding.field}: {finding.message}" for finding in check_wheel(broken)]


def outer(**changes: object) -> Wheel:
    """A wheel whose word sad/middle/outer is changed."""
    first = word("middle", word("outer", **changes), word("edge"))
    return wheel(word("sad", first, branch("x").words[1]), GLAD)


def many(name: str, count: int, pleasantness: float) -> Word:
    """A family with this many outer words on branches of two."""
    pairs = [
        word(
            f"b{i}",
            word(f"l{i}", pleasantness=pleasantness),
            word(f"r{i}", pleasantness=pleasantness),
        )
        for i in range(count // 2)
    ]
    return word(name, *pairs)


def test_a_sound_wheel_has_no_findings() -> None:
    assert check_wheel(WHEEL) == ()


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"format": 2}, "format"),
        ({"id": "a b"}, "id"),
        ({"title": ""}, "title"),
        ({"language": " "}, "language"),
        ({"title": "t" * (MAX_TITLE + 1)}, "title"),
        (
            {"families": tuple(branch(f"f{i}", pleasantness=i % 2 - 0.5) for i in range(13))},
            "families",
        ),
        ({"families": (branch("sad"), msgspec.structs.replace(GLAD, id="sad"))}, "families[1].id"),
        ({"families": (branch("sad"), msgspec.structs.replace(GLAD, id="own"))}, "families[1].id"),
        ({"body_cues": ("cold",)}, "body-cues[0]"),
        ({"body_cues": ("warm", "Warm")}, "body-cues[1]"),
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
        ({"label": "MIDDLE"}, "label"),
        ({"label": "Sad"}, "label"),
        ({"definition": " "}, "definition"),
        ({"definition": "a" * (MAX_TEXT + 1)}, "definition"),
        ({"body": "a" * (MAX_TEXT + 1)}, "body"),
        ({"signal": "a" * (MAX_TEXT + 1)}, "signal"),
        ({"need": "a" * (MAX_TEXT + 1)}, "need"),
        ({"body": ""}, "body"),
        ({"signal": ""}, "signal"),
        ({"need": ""}, "need"),
        ({"energy": 1.1}, "energy"),
        ({"energy": float("nan")}, "energy"),
        ({"pleasantness": -2.0}, "pleasantness"),
        ({"words": (word("fourth"), word("fifth"))}, "words"),
        ({"judgement": True}, "may-hide"),
        ({"may_hide": ("glad",)}, "may-hide"),
        ({"judgement": True, "may_hide": ("glad", "joy")}, "may-hide[1]"),
        ({"judgement": True, "may_hide": ("glad", "sad/middle/outer")}, "may-hide[1]"),
        ({"judgement": True, "may_hide": ("glad", "glad")}, "may-hide[1]"),
    ],
)
def test_what_is_wrong_with_a_word_is_found(changes: dict[str, object], field: str) -> None:
    assert fields(outer(**changes)) == [f"families[0].words[0].words[0].{field}"]


def test_a_judgement_word_that_leads_to_feelings_is_sound() -> None:
    assert check_wheel(outer(judgement=True, may_hide=("sad", "glad/middle/edge"))) == ()


def test_a_judgement_word_leads_to_a_feeling_in_the_end() -> None:
    pair = [word(name, judgement=True, may_hide=("sad/middle/outer",)) for name in ("edge", "rim")]
    sad = word("sad", word("middle", word("outer"), pair[0]), branch("x").words[1])
    assert check_wheel(wheel(sad, GLAD)) == ()
    first = word("outer", judgement=True, may_hide=("sad/middle/edge",))
    sad = word("sad", word("middle", first, pair[0]), branch("x").words[1])
    assert said(wheel(sad, GLAD)) == [
        "families[0].words[0].words[0].may-hide: must name a feeling that is no judgement itself",
        "families[0].words[0].words[1].may-hide: must name a feeling that is no judgement itself",
    ]


def test_the_same_word_may_stand_in_two_families_and_not_twice_under_one_word() -> None:
    middle = word("middle", word("outer"), word("outer", label="Another"))
    double = wheel(word("sad", middle, branch("x").words[1]), GLAD)
    assert said(double) == [
        'families[0].words[0].words[1].id: the path "sad/middle/outer" stands twice'
    ]


def test_a_branch_has_two_finer_words_or_more() -> None:
    chain = wheel(branch("sad"), word("glad", word("middle", word("outer", pleasantness=0.5))))
    assert fields(chain)[:2] == ["families[1].words", "families[1].words[0].words"]
    bare = wheel(branch("sad"), word("glad", word("a"), word("b")))
    assert fields(bare)[:2] == ["families[1].words[0].words", "families[1].words[1].words"]
    assert "this branch ends before the outer ring" in said(bare)[0]


def test_the_largest_family_has_twice_as_many_outer_words_as_the_smallest_at_most() -> None:
    assert check_wheel(wheel(many("sad", 8, -0.5), many("joy", 8, 0.5), GLAD)) == ()
    assert said(wheel(many("sad", 10, -0.5), many("joy", 8, 0.5), GLAD)) == [
        "families[0]: has 10 outer words and the smallest family 4; twice as many is the most"
    ]


@pytest.mark.parametrize(("pleasant", "wrong"), [(8, False), (6, True)])
def test_pleasant_and_unpleasant_words_have_two_fifths_each_at_least(
    pleasant: int, wrong: bool
) -> None:
    sides = [many("sad", 12, -0.5), many("glad", pleasant, 0.5)]
    assert bool(check_wheel(wheel(*sides))) is wrong
    mirrored = [many("sad", pleasant, -0.5), many("glad", 12, 0.5)]
    assert bool(check_wheel(wheel(*mirrored))) is wrong
    if wrong:
        assert said(wheel(*sides)) == [
            "families: 6 of 18 outer words are pleasant; two fifths are the least"
        ]


def test_words_that_are_neither_count_for_no_side() -> None:
    assert check_wheel(wheel(branch("sad"), GLAD, branch("still", pleasantness=0))) == ()


def test_an_outer_ring_too_narrow_to_be_read_is_refused() -> None:
    half = MOST_OUTER // 2
    assert check_wheel(wheel(many("sad", half, -0.5), many("glad", half, 0.5))) == ()
    assert said(wheel(many("sad", half, -0.5), many("glad", half + 2, 0.5))) == [
        f"families: have {MOST_OUTER + 2} outer words; "
        f"more than {MOST_OUTER} are too narrow to be read"
    ]


def test_a_cue_fits_on_a_button() -> None:
    long = "w" * (MAX_CUE + 1)
    felt = outer(body=f"{long}.")
    assert fields(msgspec.structs.replace(felt, body_cues=(long,))) == ["body-cues[0]"]
