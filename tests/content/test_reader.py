"""Files that people write: what is right is read, what is wrong is named by line and field."""

import sys
from pathlib import Path

import pytest

from desktop import resources
from desktop.content.reader import MAX_FINDINGS, parse, read, read_as
from desktop.domain.cards import Deck
from desktop.domain.emotions import Wheel
from desktop.domain.errors import ContentError
from desktop.domain.exercise.format import Exercise

DECK = """\
format = 1
id = "small"
title = "Small"
aim = "To try."
language = "en"

[[cards]]
id = "one"
text = "What was good today?"
follow-up = "One thing is enough."
depth = 1

[[cards]]
id = "two"
text = "And yesterday?"
follow-up = ""
depth = 2
kind = "emotional"
"""

EXERCISE = """\
format = 1
id = "short"
language = "en"
title = "Short"
summary = "Talk, and listen."
minutes = [5, 10]
where = "anywhere"
lineage = "Our own"
not-when = "Not in a row."

[[parts]]
id = "talk"
title = "Talk"
turns = "each"
gated = true

[[parts.steps]]
id = "speak"
kind = "speak"
actor = "speaker"
title = "Speak"
timer = { kind = "soft", seconds = 60 }
[parts.steps.text]
speaker = "Say how it is."
listener = "Listen to {speaker}."

[[parts.steps]]
id = "check"
kind = "check"
actor = "speaker"
title = "Check"
back-to = "speak"
text = { speaker = "Did {listener} get it?", listener = "Wait." }
"""


def wrong(text: str, source: str = "x.toml") -> str:
    """What is said of a file that is not right."""
    with pytest.raises(ContentError) as caught:
        parse(source, text.encode())
    return str(caught.value)


def test_the_samples_are_right() -> None:
    assert isinstance(parse("x.toml", DECK.encode()), Deck)
    assert isinstance(parse("x.toml", EXERCISE.encode()), Exercise)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("depth = 1", "depth = 4", "x.toml:11: cards[0].depth: must be 1, 2 or 3"),
        (
            "depth = 2",
            'depth = "2"',
            "x.toml:17: cards[1].depth: must be a whole number, and here is a text in quotes",
        ),
        ("depth = 2", "", "x.toml:13: cards[1].depth: is missing; add it to this table"),
        ('aim = "To try."', "", "x.toml:1: aim: is missing; add it at the top of the file"),
        (
            'follow-up = ""',
            'followup = ""',
            'x.toml:16: cards[1].followup: is not known here; did you mean "follow-up"?',
        ),
        ('text = "And', 'xyz = 1\ntext = "And', "x.toml:15: cards[1].xyz: is not known here"),
        ('id = "two"', 'id = "one"', 'x.toml:14: cards[1].id: the id "one" stands twice'),
        (
            'id = "two"',
            'id = "Card Two"',
            "x.toml:14: cards[1].id: an id is made of small letters a to z, "
            "digits and single hyphens",
        ),
        (
            'kind = "emotional"',
            'kind = "emotive"',
            'x.toml:18: cards[1].kind: "emotive" is not known here; choose one of "emotional", '
            '"intellectual", "physical", "sexual", "spiritual"',
        ),
        (
            'kind = "emotional"',
            'tags = [\n  "a",\n  7,\n]',
            "x.toml:20: cards[1].tags[1]: must be a text in quotes, and here is a whole number",
        ),
        (
            'title = "Small"',
            r'title = "Sm\u0000all"',
            "x.toml:3: title: holds a character that can't be shown; take it out",
        ),
    ],
)
def test_a_deck_says_what_is_wrong_and_where(old: str, new: str, said: str) -> None:
    assert wrong(DECK.replace(old, new)) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            'back-to = "speak"',
            'back-to = "start"',
            "x.toml:32: parts[0].steps[1].back-to: "
            "must name the step of this part that comes again",
        ),
        (
            'kind = "speak"',
            'kind = "shout"',
            'x.toml:19: parts[0].steps[0].kind: "shout" is not known here; choose one of "speak", '
            '"mirror", "check", "more", "validate", "empathise", "wheel", "card", "rate", "write", '
            '"choose", "breathe", "talk", "silence", "pass"',
        ),
        (
            "seconds = 60",
            "seconds = 60, warn = 90",
            "x.toml:22: parts[0].steps[0].timer.warn: must be less than the seconds of the timer",
        ),
        (
            'listener = "Listen to {speaker}."',
            "",
            "x.toml:23: parts[0].steps[0].text.listener: must not be empty: the stage shows it",
        ),
        (
            'listener = "Wait."',
            "listener = 3",
            "x.toml:33: parts[0].steps[1].text.listener: "
            "must be a text in quotes, and here is a whole number",
        ),
        ("[5, 10]", "[5]", "x.toml:6: minutes: must have 2 values, and here it has 1"),
        (
            "[5, 10]",
            "[10, 5]",
            "x.toml:6: minutes: must be the least and the most, such as [10, 25]",
        ),
        (
            'kind = "check"\nactor = "speaker"',
            'kind = "check"\nactor = "both"',
            "x.toml:30: parts[0].steps[1].actor: the floor could be held by both: "
            'in a turn, "check" is for the speaker only',
        ),
    ],
)
def test_an_exercise_says_what_is_wrong_and_where(old: str, new: str, said: str) -> None:
    assert wrong(EXERCISE.replace(old, new)) == said


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('"Small"', "Small", "x.toml:3: syntax: put quotes round a text"),
        (
            '"Small"',
            '"Small',
            'x.toml:3: syntax: close the quotes on this line, or use """ for several lines',
        ),
        (
            'title = "Small"',
            'title "Small"',
            "x.toml:3: syntax: put an equals sign and a value after the name",
        ),
        (
            'kind = "emotional"',
            'kind = """emotional',
            "x.toml:18: syntax: close the text with the quotes that it began with",
        ),
        (
            'title = "Small"',
            'title = "S"\ntitle = "T"',
            "x.toml:4: syntax: this name stands twice; keep one of the two",
        ),
        (
            'kind = "emotional"',
            "\n[[cards",
            "x.toml:19: syntax: close the heading with ]]",
        ),
        (
            'title = "Small"',
            'title = "Sm\0all"',
            "x.toml:3: syntax: a character here can't be shown; take it out",
        ),
    ],
)
def test_a_slip_in_the_toml_is_explained(old: str, new: str, said: str) -> None:
    assert wrong(DECK.replace(old, new)) == said


def test_all_findings_are_listed_from_the_top_down() -> None:
    text = DECK.replace("depth = 2", "depth = 0").replace('id = "one"', 'id = "O"')
    lines = wrong(text.replace('title = "Small"', 'title = ""')).splitlines()
    assert [line.split(": ")[0] for line in lines] == ["x.toml:3", "x.toml:8", "x.toml:17"]


def test_a_long_list_of_findings_is_cut_and_says_so() -> None:
    card = '[[cards]]\nid = "{}"\ntext = ""\nfollow-up = ""\ndepth = 1\n'
    head = DECK[: DECK.index("[[cards]]")]
    lines = wrong(head + "".join(card.format(f"c{i}") for i in range(60))).splitlines()
    assert len(lines) == MAX_FINDINGS + 1
    assert lines[-1] == "x.toml:1: file: more was found: 10; mend these first"


def test_a_finding_stays_on_one_line() -> None:
    text = DECK.replace('id = "two"', f'id = "a\\n{"b" * 500}"')
    text = text.replace('id = "one"', f'id = "a\\n{"b" * 500}"')
    lines = wrong(text).splitlines()
    assert len(lines) == 3
    assert all(len(line) < 450 for line in lines)


def test_windows_line_ends_and_a_byte_order_mark_are_read() -> None:
    raw = b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode()
    assert isinstance(parse("x.toml", raw), Deck)
    said = wrong("\ufeff" + DECK.replace("depth = 1", "depth = 9").replace("\n", "\r\n"))
    assert said == "x.toml:11: cards[0].depth: must be 1, 2 or 3"


@pytest.mark.parametrize("ending", [".turnstone-deck", ".Turnstone-Deck", ".toml"])
def test_the_ending_tells_the_kind(ending: str) -> None:
    assert isinstance(parse(f"x{ending}", DECK.encode()), Deck)


def test_a_deck_under_the_ending_of_a_wheel_is_no_wheel() -> None:
    said = wrong(DECK, "x.turnstone-wheel")
    assert said == "x.turnstone-wheel:4: aim: is not known here"


def test_an_unknown_ending_and_an_unknown_content_are_refused() -> None:
    assert "its name must end in one of .turnstone-exercise," in wrong(DECK, "x.txt")
    assert "an exercise [[parts]], a deck [[cards]], a wheel [[families]]" in wrong("a = 1")


def test_text_in_another_encoding_is_refused_with_its_line() -> None:
    with pytest.raises(ContentError) as caught:
        parse("x.toml", 'format = 1\ntitle = "Nähe"'.encode("latin-1"))
    assert str(caught.value) == "x.toml:2: file: save the file as text in UTF-8"


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    path = tmp_path / "x.turnstone-deck"
    path.write_text(DECK, encoding="utf-8")
    assert read(path) == parse("x.toml", DECK.encode())
    assert read_as(path, Deck).id == "small"
    with pytest.raises(ContentError, match="holds a deck, and here an exercise is needed"):
        read_as(path, Exercise)


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no such file"):
        read(tmp_path / "x.toml")
    with pytest.raises(ContentError, match="is not a file"):
        read(tmp_path)
    with pytest.raises(ContentError, match="could not be read"):
        read(Path("a\0b.toml"))


def test_reading_what_is_right_needs_no_second_parser() -> None:
    loaded = set(sys.modules) - {"tree_sitter", "tree_sitter_toml"}
    for name in set(sys.modules) - loaded:
        del sys.modules[name]
    assert isinstance(read(resources.path("wheels", "feelings.toml")), Wheel)
    assert "tree_sitter" not in sys.modules
