"""What two people's words have in common, and what lies near."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import OWN_FAMILY, WordPath
from desktop.domain.flow.events import ShownWord
from desktop.domain.side_by_side import side_by_side


def word(*ids: str) -> ShownWord:
    labels = tuple(each.capitalize() for each in ids)
    return ShownWord(path=WordPath(ids, labels), family_label=labels[0])


STUNG = word("sad", "hurt", "stung")
CRUSHED = word("sad", "hurt", "crushed")
LONELY = word("sad", "lonely")
GLAD = word("glad")
OWN, OTHER_OWN = word(OWN_FAMILY, "meh"), word(OWN_FAMILY, "bleak")


def near(first: list[ShownWord], second: list[ShownWord]) -> list[tuple[str, str, str]]:
    return [
        (pair.first.path.label, pair.second.path.label, pair.group)
        for pair in side_by_side(first, second).near
    ]


def test_each_word_stands_in_one_place_in_the_order_of_its_list() -> None:
    beside = side_by_side([GLAD, STUNG, OWN], [LONELY, GLAD, OWN, CRUSHED])
    assert beside.both == (GLAD, OWN)
    assert beside.only_first == (STUNG,)
    assert beside.only_second == (LONELY, CRUSHED)


def test_words_of_one_branch_are_near() -> None:
    assert near([STUNG], [CRUSHED]) == [("Stung", "Crushed", "Hurt")]
    assert near([STUNG], [LONELY]) == [("Stung", "Lonely", "Sad")]
    assert near([STUNG], [word("sad", "hurt")]) == [("Stung", "Hurt", "Hurt")]
    assert near([STUNG], [GLAD]) == []


def test_the_nearest_comes_first_and_none_is_told_twice() -> None:
    assert near([STUNG], [LONELY, CRUSHED]) == [
        ("Stung", "Crushed", "Hurt"),
        ("Stung", "Lonely", "Sad"),
    ]
    assert near([STUNG, LONELY], [CRUSHED]) == [
        ("Stung", "Crushed", "Hurt"),
        ("Lonely", "Crushed", "Sad"),
    ]


def test_own_words_are_near_nothing() -> None:
    assert near([OWN], [OTHER_OWN]) == []


WORDS = st.lists(
    st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(lambda ids: word(*ids)),
    max_size=4,
    unique_by=lambda each: each.path.id,
)


@given(WORDS, WORDS)
def test_nothing_is_lost_and_the_other_way_round_is_the_same(
    first: list[ShownWord], second: list[ShownWord]
) -> None:
    beside, turned = side_by_side(first, second), side_by_side(second, first)
    assert {*beside.both, *beside.only_first} == set(first)
    assert {*beside.both, *beside.only_second} == set(second)
    assert (beside.only_first, beside.only_second) == (turned.only_second, turned.only_first)
    for pair in beside.near:
        assert pair.first.path.family == pair.second.path.family
        assert pair.first in beside.only_first
        assert pair.second in beside.only_second
