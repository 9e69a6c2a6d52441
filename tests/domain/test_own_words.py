"""Own words on a wheel, and the words that were typed in a session."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import MAX_LABEL, MAX_TEXT, MOST_OUTER, Wheel, WordPath, folded
from desktop.domain.flow.events import (
    AnyEvent,
    ChosenWord,
    Revealed,
    Sealed,
    ShownWord,
    Stamp,
    Undone,
    WordPicked,
)
from desktop.domain.own_words import (
    OwnWord,
    OwnWordFault,
    extended,
    fault_of,
    places,
    tidied,
    typed_words,
)
from desktop.domain.people import Partner
from desktop.domain.wheel_checker import check_wheel
from desktop.domain.wheel_search import WheelIndex, own_word
from tests.domain.wheels import WHEEL, branch, wheel, word

OWN = OwnWord(id="1", label="Sea-sick", under="sad/middle")


def changed(**changes: object) -> OwnWord:
    return msgspec.structs.replace(OWN, **changes)


def paths(a_wheel: Wheel) -> list[str]:
    return [path.id for path, _ in a_wheel.walk()]


def test_an_own_word_stands_last_on_its_branch_and_can_be_found() -> None:
    longer = extended(WHEEL, [OWN])
    assert [path for path in paths(longer) if path not in paths(WHEEL)] == ["sad/middle/own-1"]
    assert paths(longer)[2:5] == ["sad/middle/outer", "sad/middle/edge", "sad/middle/own-1"]
    (found,) = (one.entry for one in WheelIndex(longer).find("sea"))
    assert found.path.labels == ("Sad", "Middle", "Sea-sick")
    middle = WHEEL.families[0].words[0]
    assert (found.word.energy, found.word.pleasantness) == (middle.energy, middle.pleasantness)
    assert not found.word.judgement


def test_the_places_are_the_middle_words() -> None:
    assert places(WHEEL) == {"sad/middle", "sad/other", "glad/middle", "glad/other"}


@pytest.mark.parametrize(
    ("own", "fault"),
    [
        (OWN, None),
        (changed(label=" "), OwnWordFault.EMPTY),
        (changed(label="a" * MAX_LABEL), None),
        (changed(label="a" * (MAX_LABEL + 1)), OwnWordFault.LONG),
        (changed(need="a" * MAX_TEXT), None),
        (changed(need="a" * (MAX_TEXT + 1)), OwnWordFault.LONG),
        (changed(label=" EDGE "), OwnWordFault.DOUBLE),
        (changed(label="Glad"), None),  # another family's
        (changed(under="sad"), OwnWordFault.NOWHERE),
        (changed(under="sad/middle/outer"), OwnWordFault.NOWHERE),
        (changed(under="nowhere/middle"), OwnWordFault.NOWHERE),
    ],
)
def test_what_can_join_a_wheel(own: OwnWord, fault: OwnWordFault | None) -> None:
    assert fault_of(own, WHEEL) is fault
    assert (extended(WHEEL, [own]) == WHEEL) is (fault is not None)


def test_a_word_is_not_there_twice_even_where_both_are_own() -> None:
    again = changed(id="2", label="SEA-sick")
    assert fault_of(again, extended(WHEEL, [OWN])) is OwnWordFault.DOUBLE
    assert extended(WHEEL, [OWN, again]) == extended(WHEEL, [OWN])


def test_a_wheel_that_is_full_takes_no_more() -> None:
    pairs = [word(f"b{i}", word(f"l{i}"), word(f"r{i}")) for i in range((MOST_OUTER - 4) // 2)]
    full = wheel(word("sad", *pairs), branch("glad", pleasantness=0.5))
    assert fault_of(changed(under="sad/b0"), full) is OwnWordFault.FULL
    less = wheel(word("sad", *pairs[1:]), branch("glad", pleasantness=0.5))
    assert fault_of(changed(under="sad/b1"), less) is None


def test_texts_are_kept_on_one_line_and_whole() -> None:
    kept = tidied(changed(label="  sea \n sick", need="half \ud83d"))
    assert (kept.label, kept.need) == ("sea sick", "half �")


OWN_WORDS = st.lists(
    st.builds(
        OwnWord,
        id=st.uuids().map(lambda uuid: uuid.hex),
        label=st.text(min_size=1, max_size=30),
        under=st.sampled_from([*sorted(places(WHEEL)), "sad", "elsewhere/x"]),
        definition=st.just("What it is."),
        body=st.just("Warm."),
        signal=st.just("It may matter."),
        need=st.text("ab ", min_size=1, max_size=130),
    ),
    max_size=8,
    unique_by=lambda own: own.id,
)


@given(OWN_WORDS)
def test_the_checker_finds_a_wheel_sound_with_whatever_joined_it(own: list[OwnWord]) -> None:
    longer = extended(WHEEL, [tidied(each) for each in own])
    told = [f for f in check_wheel(longer) if "must not be empty" not in f.message]
    # Own words may make one family or one side larger than the rest: that is not checked.
    assert [f for f in told if f.field.count("[") != 1 and f.field != "families"] == []
    kept = [label for path, label in ((p, w.label) for p, w in longer.walk()) if "own-" in path.id]
    assert len(kept) <= len(own)
    assert {path for path in paths(longer) if "own-" not in path} == set(paths(WHEEL))
    for family in longer.families:
        labels = [folded(w.label) for p, w in longer.walk() if p.family == family.id]
        assert len(labels) == len(set(labels))


# What was typed in a session


def at(run: int) -> Stamp:
    return Stamp(0, run)


def typed(text: str) -> ShownWord:
    return own_word(text, "Own word")


def picked(id: str, word: ShownWord) -> WordPicked:
    return WordPicked(id=id, at=at(0), partner=Partner.A, word=word)


def sealed(id: str, *texts: str, item: str = "1") -> Sealed:
    words = tuple(ChosenWord(word=typed(text)) for text in texts)
    return Sealed(id=id, at=at(0), item=item, partner=Partner.B, answer=words)


def labels(*events: AnyEvent) -> list[str]:
    return [shown.path.label for shown in typed_words(events)]


def test_the_words_that_were_typed_are_told_newest_first_each_once() -> None:
    wheel_word = ShownWord(path=WordPath(("sad",), ("Sad",)), family_label="Sad")
    events = [picked(str(i), typed(text)) for i, text in enumerate(("frayed", "wobbly", "Frayed"))]
    assert labels(picked("w", wheel_word), *events) == ["Frayed", "wobbly"]


def test_what_was_undone_was_not_typed() -> None:
    undone = Undone(id="u", at=at(1), event_id="1")
    assert labels(picked("0", typed("frayed")), picked("1", typed("wobbly")), undone) == ["frayed"]


def test_a_covered_word_counts_once_both_have_seen_it() -> None:
    shown = Revealed(id="r", at=at(1), item="1")
    assert labels(sealed("0", "frayed")) == []
    assert labels(sealed("0", "frayed", item="2"), shown) == []
    assert labels(sealed("0", "frayed", "wobbly"), shown) == ["wobbly", "frayed"]
    assert labels(sealed("0", "frayed"), shown, Undone(id="u", at=at(2), event_id="r")) == []
    refused = Sealed(id="0", at=at(0), item="1", partner=Partner.A, answer=None)
    assert labels(refused, shown) == []
