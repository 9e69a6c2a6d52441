"""Files of wheels: what is wrong is told with file, line and field, and nothing else comes out."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.reader import parse
from desktop.domain.emotions import Wheel
from desktop.domain.errors import ContentError
from tests.content.orderly import BUILT_IN, only_content_errors

FEELINGS = BUILT_IN["feelings"]
TABLES = re.findall(r"(?ms)^\[\[families.*?(?=^\[\[|\Z)", FEELINGS)
HEAD = FEELINGS[: FEELINGS.index("[[families]]")]


def wrong(old: str, new: str) -> list[str]:
    """What is said of the built-in wheel with one piece replaced."""
    assert FEELINGS.count(old) >= 1
    with pytest.raises(ContentError) as caught:
        parse("mine.turnstone-wheel", FEELINGS.replace(old, new, 1).encode())
    return str(caught.value).splitlines()


def line_of(text: str) -> int:
    return FEELINGS[: FEELINGS.index(text)].count("\n") + 1


THRILLED = 'id = "thrilled"\nlabel = "thrilled"\n'


@pytest.mark.parametrize(
    ("old", "new", "shift", "said"),
    [
        (
            THRILLED,
            'id = "eager"\nlabel = "thrilled"\n',
            0,
            'families[0].words[0].words[1].id: the path "glad/excited/eager" stands twice',
        ),
        (
            THRILLED,
            'id = "thrilled"\nlabel = "Silly"\n',
            None,
            'families[0].words[1].words[0].label: "silly" stands twice in this family',
        ),
        (
            THRILLED,
            f'id = "thrilled"\nlabel = "{"t" * 25}"\n',
            1,
            "families[0].words[0].words[1].label: has 25 characters, and there is room for 24",
        ),
        (
            THRILLED,
            'id = "thrilled"\n',
            -1,
            "families[0].words[0].words[1].label: is missing; add it to this table",
        ),
        (
            THRILLED,
            THRILLED + 'colour = "red"\n',
            2,
            "families[0].words[0].words[1].colour: is not known here",
        ),
        (
            THRILLED,
            THRILLED + 'judgement = true\nmay-hide = ["glad/joy"]\n',
            3,
            'families[0].words[0].words[1].may-hide[0]: no word has the path "glad/joy"',
        ),
    ],
)
def test_a_wheel_says_what_is_wrong_and_where(
    old: str, new: str, shift: int | None, said: str
) -> None:
    line = line_of('label = "silly"') if shift is None else line_of(old) + shift
    assert wrong(old, new) == [f"mine.turnstone-wheel:{line}: {said}"]


def test_a_number_out_of_range_is_told_on_its_line() -> None:
    place = "energy = 0.9\npleasantness = 0.9"
    assert wrong(place, "energy = 9\npleasantness = -1.01") == [
        f"mine.turnstone-wheel:{line_of(place) + i}: families[0].words[0].words[1].{name}: "
        "must lie between -1 and 1"
        for i, name in enumerate(("energy", "pleasantness"))
    ]


def test_a_wheel_out_of_balance_is_told_at_its_families() -> None:
    glad = FEELINGS.index('[[families]]\nid = "close"')
    drained = FEELINGS.index('[[families]]\nid = "drained"')
    with pytest.raises(ContentError) as caught:
        parse("x.toml", (FEELINGS[:glad] + FEELINGS[drained:]).encode())
    first = line_of("[[families]]")
    assert str(caught.value) == (
        f"x.toml:{first}: families: 12 of 59 outer words are pleasant; two fifths are the least"
    )


@given(st.data())
def test_a_wheel_with_words_taken_out_moved_or_doubled_is_read_or_refused(
    data: st.DataObject,
) -> None:
    """A third of the words in any order: trees out of balance, chains, branches cut short."""
    chosen = data.draw(st.lists(st.sampled_from(TABLES), min_size=1, max_size=40))
    kept = sorted(chosen, key=TABLES.index) if data.draw(st.booleans()) else chosen
    only_content_errors((HEAD + "".join(kept)).encode(), "x.turnstone-wheel")


@given(st.sets(st.sampled_from([t for t in TABLES if t.startswith("[[families.words.words]]")])))
def test_a_wheel_that_is_read_has_no_short_branch(left_out: set[str]) -> None:
    text = HEAD + "".join(table for table in TABLES if table not in left_out)
    try:
        read = parse("x.toml", text.encode())
    except ContentError:
        assert left_out
        return
    assert isinstance(read, Wheel)
    assert all(len(word.words) != 1 for _, word in read.walk())
