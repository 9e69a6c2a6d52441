"""From the bytes of a file to TOML tables of a reasonable size.

The files come from anywhere. So each limit below keeps a file that was made to be a burden from
becoming one: reading any file at all takes less than 2 s and 200 MB.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, cast

from desktop.domain.errors import Finding

MAX_BYTES: Final = 256 * 1024
"""The largest file that is read: about a thousand cards. At 2 MiB tomllib can take 10 s."""

MAX_DEPTH: Final = 12
MAX_NAMES: Final = 100
MAX_ITEMS: Final[Mapping[str, int]] = {
    "cards": 2000,
    "families": 12,
    "words": 60,
    "parts": 50,
    "steps": 100,
}
"""The longest lists by their name; all others may have ``MAX_NAMES`` entries."""

# A key of n parts costs tomllib n² steps, and Turnstone needs three parts at most.
_LONG_KEY = re.compile(r"""(?:\.[ \t]*+(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+){12}""")
_LONG_NUMBER = re.compile(r"[0-9_]{1000}")
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_PLACE = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")

_ADVICE: Final = (
    ("Invalid statement", "start the line with a name, a [heading] or a # comment"),
    ("Expected newline", "something is left over after the value; put one value on a line"),
    ("Expected '=' after a key", "put an equals sign and a value after the name"),
    ("Invalid initial character for a key", "a name is made of letters, digits, - and _"),
    ("Expected ']'", "close the heading with ]"),
    ("Expected ']]'", "close the heading with ]]"),
    ("Cannot declare", "this heading stands twice; use [[…]] for one more entry of a list"),
    ("Cannot overwrite", "this name stands twice; keep one of the two"),
    ("Duplicate inline table key", "this name stands twice; keep one of the two"),
    ("Unclosed array", "close the list with ]"),
    ("Unclosed inline table", "close the table with }"),
    ("Unescaped '\\' in a string", "write a backslash twice: \\\\"),
    ("Unterminated string", "close the text with the quotes that it began with"),
    ("Expected \"'", "close the text with the quotes that it began with"),
    ("Illegal character '\\n'", 'close the quotes on this line, or use """ for several lines'),
    ("Illegal character", "a character here can't be shown; take it out"),
    ("Found invalid character", "a character here can't be shown; take it out"),
    ("Invalid date", "there is no such date"),
    ("Invalid value", "put quotes round a text"),
)


class UnreadableError(Exception):
    """The bytes can't become tables; ``findings`` say why."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__(*findings)
        self.findings = findings


def decoded(raw: bytes) -> str:
    """The text of a file in UTF-8, with or without a byte order mark.

    Raises:
        UnreadableError: the file is too large, or is no text.
    """
    if len(raw) > MAX_BYTES:
        raise UnreadableError(too_large())
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise UnreadableError(Finding("file", "save the file as text in UTF-8", line)) from None


def too_large() -> Finding:
    """What is said of a file beyond ``MAX_BYTES``."""
    return Finding("file", f"is too large; at most {MAX_BYTES // 1024} KiB are read")


def tables_of(text: str) -> dict[str, object]:
    """The tables of a TOML text.

    Raises:
        UnreadableError: the text is no TOML, or goes beyond a limit.
    """
    _refuse(text, _LONG_KEY, "this name has too many dots in it")
    _refuse(text, _LONG_NUMBER, "this number has too many digits")
    try:
        tables: dict[str, object] = tomllib.loads(text)
    except RecursionError:
        raise UnreadableError(Finding("file", "lists or tables are nested too deeply")) from None
    except ValueError as error:
        raise UnreadableError(_syntax(str(error), text)) from None
    findings = tuple(_beyond_limits(tables))
    if findings:
        raise UnreadableError(*findings)
    return tables


def _refuse(text: str, pattern: re.Pattern[str], message: str) -> None:
    if match := pattern.search(text):
        line = text.count("\n", 0, match.start()) + 1
        raise UnreadableError(Finding("syntax", message, line))


def _syntax(message: str, text: str) -> Finding:
    """What tomllib said, in plain words. It names the place at the end of its message only."""
    place = _PLACE.search(message)
    said = message[: place.start()] if place else message
    line = int(place[1]) if place and place[1] else text.rstrip("\n").count("\n") + 1
    for begin, advice in _ADVICE:
        if said.startswith(begin):
            return Finding("syntax", advice, line)
    return Finding("syntax", f"this is no valid TOML: {said}", line)


def _beyond_limits(tables: dict[str, object]) -> Iterator[Finding]:
    """Lists, tables and texts that no file of content needs. Too long ones are not gone into."""
    waiting: list[tuple[str, str, object, int]] = [("", "", tables, 0)]
    while waiting:
        field, name, value, depth = waiting.pop()
        if isinstance(value, str):
            if _UNSHOWABLE.search(value):
                yield Finding(field, "holds a character that can't be shown; take it out")
        elif isinstance(value, (dict, list)):
            inside = cast("dict[str, object] | list[object]", value)
            limit = MAX_ITEMS.get(name, MAX_NAMES)
            if depth > MAX_DEPTH:
                yield Finding(field, "is nested too deeply")
            elif len(inside) > limit:
                yield Finding(field or "file", f"has {len(inside)} entries; at most {limit} fit")
            else:
                waiting.extend(_children(field, name, inside, depth + 1))


def _children(
    field: str, name: str, inside: Mapping[str, object] | Sequence[object], depth: int
) -> Iterator[tuple[str, str, object, int]]:
    if isinstance(inside, Mapping):
        for key, value in inside.items():
            below = f"{field}.{key}".lstrip(".")
            yield below, key, key, depth
            yield below, key, value, depth
    else:
        for index, value in enumerate(inside):
            yield f"{field}[{index}]", name, value, depth
