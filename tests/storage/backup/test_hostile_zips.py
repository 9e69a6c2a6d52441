"""Archives that are sound for ZIP, or nearly so, and that no Turnstone writes."""

import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from desktop.domain.errors import BackupDamagedError
from desktop.storage.backup.restoring import restore
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys

from .conftest import NOON
from .framing import NAMES, entries, forged, framed, manifest, read, zipped

Make: TypeAlias = Callable[[bytes], bytes]
REASONS = r"\A(unreadable|cut|checksum|content)\Z"
"""They are refused for their frame, before anybody looks at the seal."""

MOST_SECONDS = 2.0
MOST_BYTES = 20 * 1024 * 1024


def renamed(name: str) -> Make:
    """The slots under another name."""

    def make(sound: bytes) -> bytes:
        inside = entries(sound)
        return zipped((name if old == "slots.json" else old, inside[old]) for old in NAMES)

    return make


def with_nul(sound: bytes) -> bytes:
    """zipfile tells a name only as far as a NUL."""
    return renamed("slots.jsonN../x")(sound).replace(b"slots.jsonN", b"slots.json\0")


def not_decodable(sound: bytes) -> bytes:
    """A name of which the directory says that it is UTF-8."""
    return renamed("slots\u00fc.json")(sound).replace("slots\u00fc".encode(), b"slots\xff\xff")


def with_more(name: str) -> Make:
    """One entry more."""
    return lambda sound: zipped([*entries(sound).items(), (name, b"{}")])


def without_one(sound: bytes) -> bytes:
    return zipped(list(entries(sound).items())[:-1])


def out_of_order(sound: bytes) -> bytes:
    inside = entries(sound)
    return zipped((name, inside[name]) for name in (*NAMES[:2], "process.db", "record.db"))


def with_manifest_last(sound: bytes) -> bytes:
    inside = entries(sound)
    return zipped((name, inside[name]) for name in (*NAMES[1:], NAMES[0]))


def compressed(method: int) -> Make:
    """All entries compressed, otherwise right."""
    return lambda sound: zipped(entries(sound).items(), method)


def bomb(sound: bytes) -> bytes:
    """A database of 64 MiB in 64 KiB."""
    size = 1 << 26
    told = {**manifest(sound)["content"]["record"], "size": size}
    parts = {**entries(sound), "manifest.json": forged(sound, {"record": told})}
    return zipped({**parts, "record.db": bytes(size)}.items(), zipfile.ZIP_DEFLATED)


def manifest_bomb(sound: bytes) -> bytes:
    parts = {**entries(sound), "manifest.json": b" " * (1 << 26)}
    return zipped(parts.items(), zipfile.ZIP_DEFLATED)


def long_manifest(sound: bytes) -> bytes:
    inside = entries(sound)
    return framed({**inside, "manifest.json": inside["manifest.json"] + b" " * 20_000})


def told(change: Callable[[dict[str, zipfile.ZipInfo]], None], more: int = 0) -> Make:
    """A directory that tells something else than the headers do, and a manifest that joins in."""

    def make(sound: bytes) -> bytes:
        inside = entries(sound)
        if more:
            record = manifest(sound)["content"]["record"]
            record["size"] += more
            inside["manifest.json"] = forged(sound, {"record": record})
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as archive:
            for name, content in inside.items():
                archive.writestr(zipfile.ZipInfo(name), content)
            change(archive.NameToInfo)
        return held.getvalue()

    return make


def flagged(bit: int) -> Make:
    """Bit 0 says that an entry is encrypted, 3 that sizes come later, 5 and 6 other things."""

    def change(infos: dict[str, zipfile.ZipInfo]) -> None:
        infos["record.db"].flag_bits |= 1 << bit

    return told(change)


def overlapping(infos: dict[str, zipfile.ZipInfo]) -> None:
    infos["process.db"].header_offset = infos["record.db"].header_offset


def reaching(more: int) -> Make:
    """A record that reaches into the process notes, or beyond the end."""

    def change(infos: dict[str, zipfile.ZipInfo]) -> None:
        infos["record.db"].file_size += more
        infos["record.db"].compress_size += more

    return told(change, more)


def two_sizes(infos: dict[str, zipfile.ZipInfo]) -> None:
    infos["record.db"].compress_size += 1


def moved(offset: int) -> Make:
    def change(infos: dict[str, zipfile.ZipInfo]) -> None:
        infos["record.db"].header_offset = offset

    return told(change)


def long_directory(infos: dict[str, zipfile.ZipInfo]) -> None:
    for info in infos.values():
        info.extra = b"\x99\x99\0\0" * 16_000


def end_of_64(size: int, start: int) -> Make:
    """An end with sizes in 64 bits, which tells this of the directory."""
    end = struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 4, 4, size, start)
    locator = struct.pack("<4sIQI", b"PK\6\7", 0, 0, 1)
    return lambda sound: sound[:-22] + end + locator + sound[-22:]


def commented(sound: bytes) -> bytes:
    held = io.BytesIO(sound)
    with zipfile.ZipFile(held, "a") as archive:
        archive.comment = b"of no use"
    return held.getvalue()


def behind_something(sound: bytes) -> bytes:
    """As a program that unpacks itself: all places are told with what stands before."""
    held = io.BytesIO(b"#!/bin/sh\n")
    with zipfile.ZipFile(held, "a") as archive:
        for name, content in entries(sound).items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return held.getvalue()


def with_gap(sound: bytes) -> bytes:
    """Something hidden between the last entry and the directory."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name in (*NAMES, "hidden"):
            archive.writestr(zipfile.ZipInfo(name), entries(sound).get(name, bytes(9000)))
        archive.filelist.pop()
    return held.getvalue()


HOSTILE: dict[str, Make] = {
    "absolute name": renamed("/tmp/slots.json"),
    "name above": renamed("../../slots.json"),
    "name of Windows": renamed("..\\slots.json"),
    "drive of Windows": renamed("C:slots.json"),
    "name with NUL": with_nul,
    "name not decodable": not_decodable,
    "folder": renamed("slots.json/"),
    "large letters": renamed("SLOTS.JSON"),
    "two manifests": with_more("manifest.json"),
    "two records": with_more("record.db"),
    "name above besides": with_more("../x"),
    "one less": without_one,
    "none": lambda _: zipped([]),
    "out of order": out_of_order,
    "manifest last": with_manifest_last,
    "deflated": compressed(zipfile.ZIP_DEFLATED),
    "bzip2": compressed(zipfile.ZIP_BZIP2),
    "lzma": compressed(zipfile.ZIP_LZMA),
    "bomb": bomb,
    "bomb as manifest": manifest_bomb,
    "long manifest": long_manifest,
    "encrypted": flagged(0),
    "sizes later": flagged(3),
    "patch": flagged(5),
    "strongly encrypted": flagged(6),
    "overlapping": told(overlapping),
    "reaching into the next": reaching(200),
    "4 GiB": reaching(1 << 32),
    "128 TiB": reaching(1 << 47),
    "two sizes": told(two_sizes),
    "behind the end": moved(1 << 30),
    "behind every end": moved((1 << 64) - 1),
    "long directory": told(long_directory),
    "no directory": end_of_64(0, 0),
    "endless directory": end_of_64((1 << 64) - 1, 0),
    "directory elsewhere": end_of_64(400, (1 << 64) - 1),
    "end without sense": lambda sound: sound[:-10] + b"\xff" * 8 + sound[-2:],
    "something before": lambda sound: b"#!/bin/sh\n" + sound,
    "something alike before": lambda sound: sound[:100] + sound,
    "unpacks itself": behind_something,
    "something behind": lambda sound: sound + bytes(100),
    "end behind": lambda sound: sound + sound[-22:],
    "twice": lambda sound: sound + sound,
    "comment": commented,
    "something between": with_gap,
    "many": lambda _: zipped((f"{number}", b"") for number in range(20_000)),
    "noise": lambda _: b"PK\x03\x04" + b"\xff" * 100_000,
    "noise with an end": lambda sound: b"PK\x03\x04" + b"\xff" * 100_000 + sound[-22:],
    "database": lambda _: b"SQLite format 3\0" * 1000,
}


@pytest.mark.parametrize("make", HOSTILE.values(), ids=HOSTILE)
def test_it_is_refused_soon_and_leaves_nothing(
    make: Make, sound: bytes, recovery: RecoveryKey, tmp_path: Path
) -> None:
    file, into = tmp_path / "some.turnstone-backup", tmp_path / "a" / "b" / "vault"
    into.parent.mkdir(parents=True)
    file.write_bytes(make(sound))
    assert_refused(file, recovery, into)
    assert sorted(tmp_path.rglob("*")) == [into.parent.parent, into.parent, file]


def test_a_huge_directory_is_not_read(sound: bytes, recovery: RecoveryKey, tmp_path: Path) -> None:
    """Some 350,000 entries, all of them sound for ZIP."""
    entry = zipped([("x", b"")])[31:-22]
    count = (1 << 24) // len(entry)
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 4, 4, count * len(entry), len(sound), 0)
    file = tmp_path / "some.turnstone-backup"
    file.write_bytes(sound + entry * count + end)
    assert_refused(file, recovery, tmp_path / "vault")


def test_what_is_framed_alike_is_taken(sound: bytes, keys: VaultKeys, tmp_path: Path) -> None:
    """So the others are refused for what is wrong with them, not for how they were made here."""
    assert framed(entries(sound)) == sound
    read(tmp_path / "file", told(lambda _: None)(sound), keys)


def assert_refused(file: Path, recovery: RecoveryKey, into: Path) -> None:
    """Not for its seal, within little time, and without much memory."""
    tracemalloc.start()
    began = time.process_time()
    try:
        with pytest.raises(BackupDamagedError, match=REASONS):
            restore(into, file, recovery, NOON)
        assert time.process_time() - began < MOST_SECONDS
        assert tracemalloc.get_traced_memory()[1] < MOST_BYTES
    finally:
        tracemalloc.stop()
