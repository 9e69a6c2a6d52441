"""Makes a hostile file out of a sound one."""

import re
from collections.abc import Sequence
from random import Random
from typing import Final

from tests.faults.fuzz.target import Target

LARGEST: Final = 300 * 1024
"""Bytes; a little more than any reader of content takes."""

# What readers stumble over: numbers beyond every type, nesting, half characters, marks that
# can't be seen, values of another type.
VALUES: Final = (
    b"0",
    b"-1",
    b"1e999",
    b"-9223372036854775809",
    b"18446744073709551616",
    b"9" * 400,
    b"9" * 5000,
    b"0x" + b"f" * 900,
    b"0b1",
    b"inf",
    b"nan",
    b"true",
    b"null",
    b"[]",
    b"{}",
    b"[" * 50 + b"]" * 50,
    b"[" * 5000 + b"]" * 5000,
    b"{a=" * 40 + b"1" + b"}" * 40,
    b'{"a":' * 2000 + b"1" + b"}" * 2000,
    b'""',
    b"''",
    b'"""a\nb"""',
    b'"\\u0000"',
    b'"\\ud800"',
    b'"\\U00110000"',
    b'"\\uFEFF"',
    b'"\xe2\x80\xae"',
    b'"' + b"x" * 70_000 + b'"',
    b'"' + b"\\u0041" * 3000 + b'"',
    b"1979-05-27",
    b"1979-05-27T07:32:00.999999999Z",
    b"9999-12-31T23:59:60+99:99",
    b"07:32:00",
)
PIECES: Final = (
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"\xfe\xff",
    b"\xed\xa0\x80",
    b"\xc0\x80",
    b"\xf4\x90\x80\x80",
    b"\xe2\x80\xa8",
    b"\x85",
    b"\r",
    b"\r\n",
    b"\n",
    b"\t",
    b'"',
    b"'",
    b'"""',
    b"\\",
    b"[[",
    b"]]",
    b".",
    b"=",
    b",",
    b"#",
    b"{",
    b"}",
    b"../../x",
    b"/",
    b"\x1b[2J",
    b"%s%n",
)
_VALUE: Final = re.compile(rb"(?<=[=:,\[])\s*(\"[^\"\n]{0,200}\"|[^\s,\[\]{}\"]{1,40})")
_NAME: Final = re.compile(rb"\"?[A-Za-z][\w-]{0,40}\"?(?=\s*[=:])")


def mutated(raw: bytes, chance: Random, target: Target, samples: Sequence[bytes]) -> bytes:
    """The file after one to six changes, its checksum mostly made right."""
    for _ in range(1 + min(chance.randrange(6), chance.randrange(6))):
        raw = chance.choice(_CHANGES)(raw, chance, target, samples)[:LARGEST]
    return target.mend(raw, chance) if chance.random() < 0.9 else raw


def _place(raw: bytes, chance: Random) -> int:
    return chance.randint(0, len(raw))


def _slice(raw: bytes, chance: Random) -> tuple[int, int]:
    start = _place(raw, chance)
    return start, min(len(raw), start + 2 ** chance.randrange(12))


def _put(raw: bytes, piece: bytes, chance: Random) -> bytes:
    at = _place(raw, chance)
    return raw[:at] + piece + raw[at:]


def _flip(raw: bytes, chance: Random, *_: object) -> bytes:
    if not raw:
        return raw
    at = chance.randrange(len(raw))
    return raw[:at] + bytes([raw[at] ^ 1 << chance.randrange(8)]) + raw[at + 1 :]


def _cut(raw: bytes, chance: Random, *_: object) -> bytes:
    return raw[: _place(raw, chance)]


def _remove(raw: bytes, chance: Random, *_: object) -> bytes:
    start, end = _slice(raw, chance)
    return raw[:start] + raw[end:]


def _repeat(raw: bytes, chance: Random, *_: object) -> bytes:
    """A piece again and again: now and then up to the size that no reader takes."""
    start, end = _slice(raw, chance)
    if start == end:
        return raw
    most = LARGEST if chance.random() < 0.05 else 4096
    times = chance.randint(1, max(1, most // (end - start)))
    return raw[:end] + raw[start:end] * times + raw[end:]


def _move(raw: bytes, chance: Random, *_: object) -> bytes:
    start, end = _slice(raw, chance)
    return _put(raw[:start] + raw[end:], raw[start:end], chance)


def _put_piece(raw: bytes, chance: Random, *_: object) -> bytes:
    return _put(raw, chance.choice(PIECES) * chance.choice((1, 1, 1, 2, 50)), chance)


def _put_word(raw: bytes, chance: Random, target: Target, *_: object) -> bytes:
    return _put(raw, chance.choice(target.words), chance)


def _put_random(raw: bytes, chance: Random, *_: object) -> bytes:
    return _put(raw, chance.randbytes(chance.randint(1, 40)), chance)


def _exchange_value(raw: bytes, chance: Random, *_: object) -> bytes:
    """Another value behind a name, from the list above or from elsewhere in the file."""
    found = list(_VALUE.finditer(raw))
    if not found:
        return raw
    spot = chance.choice(found)
    value = chance.choice(VALUES) if chance.random() < 0.6 else chance.choice(found)[0]
    return raw[: spot.start()] + b" " + value + raw[spot.end() :]


def _exchange_name(raw: bytes, chance: Random, target: Target, *_: object) -> bytes:
    found = list(_NAME.finditer(raw))
    if not found:
        return raw
    spot = chance.choice(found)
    name = chance.choice(target.words) if chance.random() < 0.5 else chance.choice(found)[0]
    return raw[: spot.start()] + name + raw[spot.end() :]


def _change_lines(raw: bytes, chance: Random, *_: object) -> bytes:
    """A line away, twice, or at another place."""
    lines = raw.splitlines(keepends=True)
    if len(lines) < 2:
        return raw
    line = lines.pop(chance.randrange(len(lines)))
    for _again in range(chance.randrange(3)):
        lines.insert(chance.randint(0, len(lines)), line)
    return b"".join(lines)


def _splice(raw: bytes, chance: Random, _: Target, samples: Sequence[bytes]) -> bytes:
    """The beginning of this file, and the end of another."""
    other = chance.choice(samples)
    return raw[: _place(raw, chance)] + other[_place(other, chance) :]


_CHANGES: Final = (
    _flip,
    _cut,
    _remove,
    _repeat,
    _move,
    _put_piece,
    _put_word,
    _put_random,
    _exchange_value,
    _exchange_value,
    _exchange_name,
    _change_lines,
    _splice,
)
