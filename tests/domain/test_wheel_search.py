"""Ways to a word by spelling, by body, by energy and pleasantness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import OWN_FAMILY, Wheel, Word
from desktop.domain.wheel_search import (
    LONGEST_OWN,
    Entry,
    Found,
    FoundBy,
    WheelIndex,
    own_label,
    own_word,
)


def word(label: str, *words: Word, body: str = "Nothing much.", at: tuple[float, float]) -> Word:
    return Word(
        id=label.lower().replace(" ", "-"),
        label=label,
        definition=f"What {label} means.",
        body=body,
        signal="It may say something.",
        need="Something.",
        energy=at[0],
        pleasantness=at[1],
        words=words,
    )


STUNG = word("stung", body="A warm face.", at=(0.5, -0.6))
LEFT_OUT = word("left out", body="Heavy limbs.", at=(-0.4, -0.6))
UNDERSTOOD = word("Understood", word("steady", at=(-0.2, 0.6)), at=(0.1, 0.7))
WHEEL = Wheel(
    format=1,
    id="small",
    title="Small wheel",
    language="en",
    families=(
        word("Close", UNDERSTOOD, at=(0, 0.8)),
        word("Sad", word("Hurt", STUNG, LEFT_OUT, at=(0.1, -0.6)), at=(-0.4, -0.7)),
    ),
)
INDEX = WheelIndex(WHEEL)


def ids(entries: tuple[Entry, ...]) -> list[str]:
    return [entry.path.id for entry in entries]


def found(typed: str, by: FoundBy = FoundBy.LABEL) -> list[str]:
    return [one.entry.path.id for one in INDEX.find(typed) if one.by is by]


def test_words_that_begin_with_the_letters_come_first() -> None:
    assert found("st") == [
        "close/understood/steady",
        "sad/hurt/stung",
        "close/understood",
    ]


def test_the_second_part_of_a_word_is_found_before_letters_in_its_middle() -> None:
    assert found("o") == [
        "sad/hurt/left-out",
        "close",
        "close/understood",
    ]


@pytest.mark.parametrize("typed", ["LEFT OUT", "  left   out ", "léft oùt"])
def test_capitals_blanks_and_accents_make_no_difference(typed: str) -> None:
    spelled = INDEX.spelled(typed)
    assert spelled is not None
    assert spelled.path.id == "sad/hurt/left-out"


def test_nothing_typed_finds_nothing() -> None:
    assert INDEX.find("  ") == ()
    assert INDEX.spelled("") is None


def test_a_mark_finds_the_nearest_words_and_no_family() -> None:
    assert ids(INDEX.fitting(mark=(-0.4, -0.7), limit=2)) == ["sad/hurt/left-out", "sad/hurt"]


def test_a_body_cue_finds_the_words_that_have_it() -> None:
    assert ids(INDEX.fitting(["warm face"])) == ["sad/hurt/stung"]
    assert INDEX.fitting() == ()


def test_without_a_mark_each_family_comes_once_before_the_next_words() -> None:
    assert ids(INDEX.fitting(["nothing much"])) == [
        "close/understood",
        "sad/hurt",
        "close/understood/steady",
    ]


def test_words_that_share_more_cues_come_first() -> None:
    both = INDEX.fitting(["nothing much", "limbs", "heavy"])
    assert ids(both)[0] == "sad/hurt/left-out"
    assert len(both) == 4


def test_a_cue_brings_a_word_nearer_to_a_mark() -> None:
    mark = (-0.4, -0.6)
    assert ids(INDEX.fitting(mark=mark, limit=1)) == ["sad/hurt/left-out"]
    assert ids(INDEX.fitting(["nothing much"], mark, 1)) == ["sad/hurt"]
    assert ids(INDEX.fitting(["warm face"], (-1, -0.6), 1)) == ["sad/hurt/left-out"]


def test_letters_of_a_meaning_are_found_after_those_of_a_word() -> None:
    assert found("what", FoundBy.MEANING) == [entry.path.id for entry in INDEX.entries]
    assert found("wha", FoundBy.MEANING) == []
    assert found("what stung", FoundBy.MEANING) == ["sad/hurt/stung"]
    assert found("hat stung", FoundBy.MEANING) == []
    assert found("Wàrm face", FoundBy.BODY) == ["sad/hurt/stung"]
    assert INDEX.find("stung")[0] == Found(INDEX.entries[-2], FoundBy.LABEL)
    assert [one.entry.path.id for one in INDEX.find("stung")] == ["sad/hurt/stung"]


def test_a_found_word_is_shown_with_its_family_and_meaning() -> None:
    entry = INDEX.entry("sad/hurt/stung")
    assert entry is not None
    shown = INDEX.shown(entry)
    assert (shown.path.label, shown.family_label) == ("stung", "Sad")
    assert shown.definition == "What stung means."


def test_own_words_differ_by_their_path_and_keep_how_they_were_typed() -> None:
    one, same, other = (own_word(t, "Own word") for t in ("  Out of  sorts", "out of SORTS", "meh"))
    assert one.path.label == "Out of sorts"
    assert one.path.family == OWN_FAMILY
    assert one.path.id == same.path.id != other.path.id
    assert not one.path.covers(other.path)


@given(st.text())
def test_no_text_breaks_the_search(typed: str) -> None:
    once = [one.entry.path.id for one in INDEX.find(typed)]
    assert len(set(once)) == len(once)
    assert set(once) <= {entry.path.id for entry in INDEX.entries}


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("  out   of\tsorts ", "out of sorts"),
        ("me\0h", "me h"),
        ("\ud83d half of an emoji", "half of an emoji"),
        ("🫠", "🫠"),
        ("👩\u200d👧", "👩\u200d👧"),
        ("\u202eturned\u202c", "turned"),
        ("עייפה", "עייפה"),
        ("´", "´"),
        (" \u200b\u00ad\u200d\u0301 ", ""),
        ("x" * 1_000_000, "x" * LONGEST_OWN),
    ],
)
def test_an_own_word_is_what_can_be_seen_of_what_was_typed(typed: str, label: str) -> None:
    assert own_label(typed) == label


@given(st.text(min_size=1).filter(own_label))
def test_an_own_word_stands_for_itself_alone(typed: str) -> None:
    assert len(own_word(typed, "Own word").path.ids) == 2
    assert all(own_word(typed, "Own word").path.ids)
    assert len(own_label(typed)) <= LONGEST_OWN
    assert own_label(own_label(typed)) == own_label(typed)
    own_label(typed).encode()
    assert own_word(typed, "Own word").path.id.count("/") == 1
