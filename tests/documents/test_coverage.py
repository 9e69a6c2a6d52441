"""Any text can be set: what no font shows becomes a mark, and is counted."""

import json
import unicodedata

import msgspec
import pytest
from font_coverage import table
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import resources
from desktop.documents.compile import Typesetter
from desktop.documents.coverage import UNSHOWN, Coverage
from desktop.documents.model import (
    ChosenWord,
    ExerciseDone,
    Handout,
    HandoutPartner,
    Paper,
    Practice,
    PracticeStep,
    ProgressNote,
)

TABLE = resources.path("documents", "coverage.json")
COVERAGE = Coverage.read(TABLE)
TYPESETTER = Typesetter()

MARKS = [
    character
    for character in map(chr, range(0x20000))
    if unicodedata.category(character).startswith("M")
]
EMOJI = "👩❤👨👧🏽🏴☂1#\u200d\ufe0f\u20e3\U000e0067🇩🇪"

any_text = st.text(st.characters(exclude_categories=()), max_size=40)
hard_text = st.lists(
    st.one_of(
        any_text,
        st.text(st.sampled_from(MARKS), max_size=4),
        st.text(st.sampled_from(EMOJI), max_size=6),
        st.text(st.characters(min_codepoint=0x1100, max_codepoint=0x11FF), max_size=4),
        st.sampled_from(["a", "ש", "س", "中", "한", "हि", "◐", " ", "\n\n", "{a}", "x" * 200]),
    ),
    max_size=8,
).map("".join)


@given(st.lists(hard_text, min_size=8, max_size=8))
@settings(max_examples=40, deadline=None)
def test_any_text_can_be_set(texts: list[str]) -> None:
    name, other, word, family, takeaway, title, line, topic = texts
    handout = Handout(
        a=HandoutPartner(
            name=name, words=(ChosenWord(label=word, family=family),), takeaway=takeaway
        ),
        b=HandoutPartner(name=other, takeaway=line),
        date="2026-11-23",
        written=line,
        until=word,
        exercises=(ExerciseDone(title=title, topic=topic, facts=(line,)),),
        practice=Practice(title=title, when=line, steps=(PracticeStep(lead=word, text=takeaway),)),
        questions=(line, takeaway),
    )
    assert TYPESETTER.compile_pdf(handout, Paper.A4).data.startswith(b"%PDF-")


def test_each_character_that_is_said_to_be_shown_is_shown(progress_note: ProgressNote) -> None:
    everything = "".join(map(chr, (*range(0xD800), *range(0xE000, 0x30000))))
    shown = [c for c in everything if COVERAGE.fit(c) == (c, 0)]
    assert len(shown) > 50_000
    sample = " ".join(c for c in shown[::5] if c != "\n")
    note = msgspec.structs.replace(progress_note, seen=sample)
    assert TYPESETTER.compile_pdf(note, Paper.A4).unshown == 0


@pytest.mark.parametrize(
    "text",
    [
        "Ana, Zoë, Łukasz, Nguyễn, Ørsted",
        "Ελένη Παύλος",
        "Владимир Олександра",
        "שָׁלוֹם נועה",
        "سَلْمى محمّد",
        "अनन्या प्रिया",
        "สมชาย",
        "日本語、ひらがな、カタカナ",
        "中文 简体 繁體",
        "한국어 김민준",
        "Հայերեն ქართული አማርኛ தமிழ் తెలుగు ಕನ್ನಡ മലയാളം සිංහල ខ្មែរ ລາວ မြန်မာ བོད་",
        "👩‍❤️‍👨 👍🏽 🇩🇪 1️⃣ ☂ ❤️",
        "𝓗𝓮𝓵𝓵𝓸 → ✓ ½ €",
        "zero\u200bwidth soft\u00adhyphen \u2068isolate\u2069",
    ],
)
def test_names_and_words_of_many_scripts_are_shown_as_they_are(text: str) -> None:
    assert COVERAGE.fit(text) == (text, 0)


@pytest.mark.parametrize(
    ("text", "shown", "unshown"),
    [
        ("a\x00b\x07c\x7fd\x9fe", "abcde", 0),
        ("one\r\ntwo\rthree\u2028four\u2029five\x85six\vseven", "\n".join(
            ("one", "two", "three", "four", "five", "six", "seven")
        ), 0),
        ("a\tb", "a b", 0),
        ("\ufeffhello", "hello", 0),
        ("e\u0301", "é", 0),
        ("\u1112\u1161\u11ab", "한", 0),
        ("\ue000", UNSHOWN, 1),
        ("a\ud800b", f"a{UNSHOWN}b", 1),
        ("\uffff\U0010ffff", UNSHOWN * 2, 2),
        ("𓀀", UNSHOWN, 1),
        ("中\u05b0", f"中{UNSHOWN}", 1),
        ("", "", 0),
    ],
)  # fmt: skip
def test_what_can_not_be_shown_is_marked_and_counted(text: str, shown: str, unshown: int) -> None:
    assert COVERAGE.fit(text) == (shown, unshown)


def test_a_letter_alone_keeps_its_own_form() -> None:
    """As in a Japanese name, whose writer insists on the old form of a character."""
    assert COVERAGE.fit("\ufa19") == ("\ufa19", 0)


@given(hard_text)
def test_fitting_twice_changes_nothing_more(text: str) -> None:
    once, _ = COVERAGE.fit(text)
    assert COVERAGE.fit(once) == (once, 0)


def test_the_caller_is_told_how_much_was_not_shown(handout: Handout) -> None:
    a = msgspec.structs.replace(handout.a, name="\ue000na", takeaway="\ue001 \ue002")
    holey = msgspec.structs.replace(handout, a=a)
    assert TYPESETTER.compile_pdf(holey, Paper.A4).unshown == 3
    assert TYPESETTER.pages_as_png(holey, Paper.A4, 30).unshown == 3


def test_the_table_is_that_of_the_fonts() -> None:
    assert table(resources.path("fonts")) == json.loads(TABLE.read_text("ascii"))
