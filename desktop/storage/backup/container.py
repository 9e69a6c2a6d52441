"""The frame of a backup: a ZIP file of four entries, none of them compressed.

Any unpacking program opens it, should Turnstone be gone one day. But of all that ZIP allows, there
is one way only in which these four are framed: with the sizes in 64 bits, without dates, comments
or flags. So a reader reckons what each byte of the frame must be, from the sizes and checksums of
the entries, and compares: there are no paths to follow, no second entries of a name, no gaps to
hide anything in, and every changed bit is seen. Layout: PKWARE's APPNOTE 6.3.10.
"""

import struct
from collections.abc import Sequence
from typing import Final

import msgspec

_LOCAL: Final = struct.Struct("<4sHHHHHIIIHH")
_LOCAL_EXTRA: Final = struct.Struct("<HHQQ")
_CENTRAL: Final = struct.Struct("<4sHHHHHHIIIHHHHHII")
_CENTRAL_EXTRA: Final = struct.Struct("<HHQQQ")
_END_64: Final = struct.Struct("<4sQHHIIQQQQ")
_LOCATOR: Final = struct.Struct("<4sIQI")
_END: Final = struct.Struct("<4sHHHHIIH")

SIGNATURE: Final = b"PK\x03\x04"
_VERSION: Final = 45  # the first one with sizes in 64 bits
_FROM_UNIX: Final = 3 << 8 | _VERSION
_NO_DATE: Final = 1 << 5 | 1  # 1980-01-01, the first one there is
_IN_EXTRA: Final = 0xFFFFFFFF
_EXTRA: Final = 1
_PRIVATE: Final = 0o100600 << 16


class Entry(msgspec.Struct, frozen=True):
    """One file in the frame: its name, its size in bytes and its CRC-32."""

    name: str
    size: int
    crc: int


class Placed(msgspec.Struct, frozen=True):
    """Where an entry lies: ``start`` is where its header begins, ``content`` its first byte."""

    entry: Entry
    start: int
    header: bytes

    @property
    def content(self) -> int:
        """Where the entry's own bytes begin."""
        return self.start + len(self.header)

    @property
    def end(self) -> int:
        """Where they have ended."""
        return self.content + self.entry.size


def header_size(name: str) -> int:
    """How long the header before an entry is."""
    return _LOCAL.size + len(name) + _LOCAL_EXTRA.size


def told_size(header: bytes) -> int:
    """The size that a header tells of its entry; it has to be compared with ``placed`` still."""
    return _LOCAL_EXTRA.unpack(header[-_LOCAL_EXTRA.size :])[2]


def placed(entries: Sequence[Entry]) -> tuple[Placed, ...]:
    """The places of entries, one after the other."""
    places: list[Placed] = []
    start = 0
    for entry in entries:
        places.append(Placed(entry, start, _local(entry)))
        start = places[-1].end
    return tuple(places)


def tail(places: Sequence[Placed]) -> bytes:
    """What stands after the last entry: the directory and where it begins."""
    directory = b"".join(_central(place) for place in places)
    count, start = len(places), places[-1].end
    size = _END_64.size - 12  # without its signature and this figure itself
    end_64 = _END_64.pack(
        b"PK\x06\x06", size, _VERSION, _VERSION, 0, 0, count, count, len(directory), start
    )
    locator = _LOCATOR.pack(b"PK\x06\x07", 0, start + len(directory), 1)
    end = _END.pack(b"PK\x05\x06", 0, 0, count, count, _IN_EXTRA, _IN_EXTRA, 0)
    return directory + end_64 + locator + end


def _local(entry: Entry) -> bytes:
    name = entry.name.encode("ascii")
    return (
        _LOCAL.pack(
            *(SIGNATURE, _VERSION, 0, 0, 0, _NO_DATE, entry.crc, _IN_EXTRA, _IN_EXTRA),
            *(len(name), _LOCAL_EXTRA.size),
        )
        + name
        + _LOCAL_EXTRA.pack(_EXTRA, _LOCAL_EXTRA.size - 4, entry.size, entry.size)
    )


def _central(place: Placed) -> bytes:
    entry, name = place.entry, place.entry.name.encode("ascii")
    return (
        _CENTRAL.pack(
            *(b"PK\x01\x02", _FROM_UNIX, _VERSION, 0, 0, 0, _NO_DATE, entry.crc),
            *(_IN_EXTRA, _IN_EXTRA, len(name), _CENTRAL_EXTRA.size, 0, 0, 0, _PRIVATE, _IN_EXTRA),
        )
        + name
        + _CENTRAL_EXTRA.pack(_EXTRA, _CENTRAL_EXTRA.size - 4, entry.size, entry.size, place.start)
    )
