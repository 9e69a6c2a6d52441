"""The wheel as a tree: words, paths and branches."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import WordPath, outer_words
from tests.domain.wheels import WHEEL


def test_words_are_walked_family_first_in_the_order_of_the_file() -> None:
    assert [path.id for path, _ in WHEEL.walk()] == [
        "sad",
        "sad/middle",
        "sad/middle/outer",
        "sad/middle/edge",
        "sad/other",
        "sad/other/rim",
        "sad/other/end",
        "glad",
        "glad/middle",
        "glad/middle/outer",
        "glad/middle/edge",
        "glad/other",
        "glad/other/rim",
        "glad/other/end",
    ]


def test_the_outer_words_of_a_word_are_those_at_the_ends_of_its_branch() -> None:
    sad = WHEEL.families[0]
    assert [word.id for word in outer_words(sad)] == ["outer", "edge", "rim", "end"]
    assert outer_words(sad.words[0].words[0]) == (sad.words[0].words[0],)


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
