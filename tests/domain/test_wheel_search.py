"""Ways to a word by spelling, by body, by energy and pleasantness."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import OWN_FAMILY, Wheel, Word
from desktop.domain.wheel_search import Entry, WheelIndex, own_word


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


def test_words_that_begin_with_the_letters_come_first() -> None:
    assert ids(INDEX.find("st")) == [
        "close/understood/steady",
        "sad/hurt/stung",
        "close/understood",
    ]


def test_the_second_part_of_a_word_is_found_before_letters_in_its_middle() -> None:
    assert ids(INDEX.find("o")) == [
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
    assert ids(INDEX.fitting("warm face")) == ["sad/hurt/stung"]
    assert ids(INDEX.fitting("nothing much", mark=(1, 1))) == [
        "close/understood",
        "close/understood/steady",
        "sad/hurt",
    ]


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
    assert set(INDEX.find(typed)) <= set(INDEX.entries)


@given(st.text(min_size=1).filter(str.strip))
def test_an_own_word_stands_for_itself_alone(typed: str) -> None:
    assert len(own_word(typed, "Own word").path.ids) == 2
    assert own_word(typed, "Own word").path.id.count("/") == 1


def test_what_a_couple_typed_before_is_found_as_words_of_the_wheel_are() -> None:
    typed = [own_word(text, "Own word") for text in ("café blue", "Blue", "true blue", "meh")]
    index = WheelIndex(WHEEL, typed)
    found = [word.path.label for word in index.find_typed("BLUE")]
    assert found == ["Blue", "café blue", "true blue"]
    assert [word.path.label for word in index.find_typed("cafe")] == ["café blue"]
    assert index.find_typed("blue", 1) == (typed[1],)
    assert index.find_typed(" ") == INDEX.find_typed("blue") == ()
    assert index.entries == INDEX.entries
