"""Which pages of a database stand in its write-ahead log, as far as the log is whole.

SQLite brings the pages of a log into the file one after the other. When it is cut off there, by a
full disk or a power cut, a page in the file can be half the old and half the new one. That is no
damage: the log still has the whole page, and whoever reads takes it from there.

Formats: https://sqlite.org/fileformat.html#walformat
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

_HEADER: Final = struct.Struct(">IIII8sII")  # magic, version, page size, number, salts, sums
_FRAME: Final = struct.Struct(">II8sII")  # page, pages of the database, salts, sums
_SUMMED: Final = 24  # bytes of the log's header
_SUMMED_OF_FRAME: Final = 8
_MAGIC: Final = 0x377F0682  # the last bit tells the order of bytes in the sums

Sums = tuple[int, int]


def committed(log: Path) -> frozenset[int]:
    """The numbers of the pages, from 1, in a log's whole frames up to its last commit.

    Nothing when there is no log, or the system does not hand it out.
    """
    pages: set[int] = set()
    waiting: set[int] = set()
    try:
        with log.open("rb") as file:
            for page, ends_commit in _frames(file):
                waiting.add(page)
                if ends_commit:
                    pages |= waiting
                    waiting.clear()
    except OSError:
        return frozenset()
    return frozenset(pages)


def _frames(file: BinaryIO) -> Iterator[tuple[int, bool]]:
    """Each whole frame: its page, and whether a commit ends with it."""
    header = file.read(_HEADER.size)
    if len(header) < _HEADER.size:
        return
    magic, _, page_size, _, salts, *told = _HEADER.unpack(header)
    order = ">" if magic & 1 else "<"
    sums = _added((0, 0), header[:_SUMMED], order)
    if magic & ~1 != _MAGIC or sums != tuple(told):
        return
    while len(frame := file.read(_FRAME.size + page_size)) == _FRAME.size + page_size:
        page, size_after, frame_salts, *told = _FRAME.unpack_from(frame)
        sums = _added(sums, frame[:_SUMMED_OF_FRAME], order)
        sums = _added(sums, frame[_FRAME.size :], order)
        if frame_salts != salts or sums != tuple(told):
            return
        yield page, size_after > 0


def _added(sums: Sums, content: bytes, order: str) -> Sums:
    """SQLite's checksum, gone on with over some more bytes."""
    first, second = sums
    words = struct.unpack(f"{order}{len(content) // 4}I", content)
    for even, odd in zip(words[::2], words[1::2], strict=True):
        first = (first + even + second) & 0xFFFFFFFF
        second = (second + odd + first) & 0xFFFFFFFF
    return first, second
