"""Files from anywhere: whatever they hold, only a ContentError comes out, and soon."""

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content.kinds import ENDINGS
from desktop.content.toml_text import MAX_BYTES
from tests.content.orderly import BUILT_IN, only_content_errors


@given(st.binary(max_size=2000), st.sampled_from(ENDINGS))
def test_random_bytes(raw: bytes, ending: str) -> None:
    only_content_errors(raw, f"x{ending}")


@given(st.text(max_size=2000), st.sampled_from(ENDINGS))
def test_random_text(text: str, ending: str) -> None:
    only_content_errors(text.encode("utf-8", "replace"), f"x{ending}")


WORDS = st.one_of(
    st.sampled_from(
        ["format", "id", "title", "aim", "language", "kind", "tags", "timer", "seconds"]
    ),
    st.sampled_from(["cards", "text", "follow-up", "depth", "families", "words", "energy"]),
    st.sampled_from(["parts", "steps", "turns", "back-to", "may-hide", "end", "speak", "check"]),
    st.sampled_from(["a.b", "'q'", '"q"', "{speaker}"]),
)
SCALARS = st.one_of(
    WORDS.map(lambda word: f'"{word.strip(chr(34))}"'),
    st.integers().map(str),
    st.floats().map(str),
    st.sampled_from(["true", "1979-05-27", "07:32:00", "''", '"""x\ny"""', "0x7f", "1_0", "inf"]),
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]"),
        st.dictionaries(WORDS, inner, max_size=3).map(
            lambda table: f"{{ {', '.join(f'{k} = {v}' for k, v in table.items())} }}"
        ),
    ),
    max_leaves=8,
)
LINES = st.one_of(
    st.tuples(WORDS, VALUES).map(lambda pair: f"{pair[0]} = {pair[1]}"),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda names: f"[[{'.'.join(names)}]]"),
    st.lists(WORDS, min_size=1, max_size=3).map(lambda names: f"[{'.'.join(names)}]"),
    st.just("# a comment"),
)


@given(st.lists(LINES, max_size=25), st.sampled_from(ENDINGS))
def test_text_that_is_nearly_toml(lines: list[str], ending: str) -> None:
    only_content_errors("\n".join(lines).encode(), f"x{ending}")


@settings(max_examples=150)
@given(
    st.sampled_from(sorted(BUILT_IN)),
    st.lists(
        st.tuples(st.floats(0, 1), st.integers(0, 40), st.one_of(WORDS, VALUES, st.text())),
        min_size=1,
        max_size=3,
    ),
)
def test_built_in_files_with_pieces_replaced(name: str, cuts: list[tuple[float, int, str]]) -> None:
    text = BUILT_IN[name]
    for place, length, piece in cuts:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    only_content_errors(text.encode("utf-8", "replace"))


@settings(max_examples=150)
@given(st.sampled_from(sorted(BUILT_IN)), st.data())
def test_built_in_files_with_a_value_replaced(name: str, data: st.DataObject) -> None:
    lines = BUILT_IN[name].splitlines()
    places = [i for i, line in enumerate(lines) if " = " in line]
    at = data.draw(st.sampled_from(places))
    lines[at] = f"{lines[at].split(' = ')[0]} = {data.draw(VALUES)}"
    only_content_errors("\n".join(lines).encode())


def _filled(begin: str, pattern: str, end: str = "") -> str:
    """A pattern (with ``{}`` for a running number) repeated up to the size limit."""
    room = MAX_BYTES - len(begin) - len(end)
    pieces: list[str] = []
    for number in itertools.count():
        piece = pattern.format(number)
        room -= len(piece)
        if room < 0:
            return begin + "".join(pieces) + end
        pieces.append(piece)
    raise AssertionError


DEEP_KEY = ".".join("a" * 11)
STEP = "[[parts.steps]]\nid='s{}'\nkind='more'\nactor='speaker'\ntitle='a'\nback-to='s{}'\n"

BURDENS = {
    "brackets": _filled("a = ", "["),
    "braces": _filled("a = ", "{{b="),
    "dots": _filled("a", ".a", " = 1"),
    "quoted dots": _filled("a", ".'a'", " = 1"),
    "only dots": _filled("a", ".", " = 1"),
    "digits": _filled("a = ", "1"),
    "one text": _filled('a = "', "x", '"'),
    "escapes": _filled('a = "', "\\n", '"'),
    "numbers": _filled("cards = [", "1,", "]"),
    "lists": _filled("cards = [", "[],", "]"),
    "tables": _filled("cards = [", "{{}},", "]"),
    "names": _filled("", "a{} = 1\n"),
    "headings": _filled("", "[a{}]\n"),
    "deep headings": _filled("", f"[a{{}}.{DEEP_KEY}]\n"),
    "deep names": _filled("", f"a{{}}.{DEEP_KEY} = 1\n"),
    "cards": _filled("", "[[cards]]\n"),
    "steps": _filled("", "[[parts]]\n[[parts.steps]]\n"),
    "one part": _filled("[[parts]]\n", STEP.replace("s{}", "s")),
    "comments": _filled("", "#\n"),
    "nested words": "families = [" + "{words = [" * 60 + "]}" * 60 + "]",
    "too large": "#" * (MAX_BYTES + 1),
}


@pytest.mark.parametrize("name", BURDENS)
def test_a_file_made_to_be_a_burden_is_refused_soon(name: str) -> None:
    begun = time.process_time()
    error = only_content_errors(BURDENS[name].encode())
    assert time.process_time() - begun < 2
    assert error is not None


def test_the_largest_exercise_that_is_read_is_checked_soon(tmp_path: Path) -> None:
    head = BUILT_IN["speaker-and-listener"].split("[[parts]]")[0]
    text = "text={ speaker='a', listener='a' }\n"
    parts = [
        f"[[parts]]\nid='p{p}'\ntitle='a'\nturns='each'\ngated=true\n"
        + "".join((STEP + text.replace("{", "{{").replace("}", "}}")).format(s, s) for s in ids)
        for p, ids in enumerate([range(p * 100, p * 100 + 100) for p in range(14)])
    ]
    raw = (head + "".join(parts)).encode()
    assert len(raw) <= MAX_BYTES
    begun = time.process_time()
    error = only_content_errors(raw)
    assert time.process_time() - begun < 2
    assert error is not None
    assert [f.field for f in error.findings] == [f"parts[{p}].gated" for p in range(14)]
