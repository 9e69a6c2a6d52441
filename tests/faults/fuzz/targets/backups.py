"""Backups, put back as ``turnstone restore`` does it."""

import hashlib
import io
import json
import re
import shutil
import warnings
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final

from desktop.storage.backup import manifest
from desktop.storage.backup.making import make_to
from desktop.storage.backup.restoring import restore
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from tests.faults.fuzz.target import Feed, Target
from tests.faults.fuzz.words import words_of
from tests.faults.sound import make, recovery_key
from tests.faults.writer import Saved, save

NOON: Final = 1_795_435_200_000  # 2026-11-23, 12:00 UTC
NAMES: Final = (manifest.NAME, layout.SLOTS, layout.RECORD, layout.PROCESS)
HEADER: Final = 30
"""Bytes of an entry's header before its name."""

MANIFEST: Final = re.compile(
    rb'\{"format":(-?[0-9]+),"sha256":"[0-9a-f]{64}","hmac":"([0-9a-f]{64})","content":(.*)\}\Z',
    re.DOTALL,
)


def parts_of(raw: bytes) -> dict[str, bytes] | None:
    """The four entries by where their headers begin; None where one can't be found any more."""
    starts: list[tuple[int, int]] = []
    for name in NAMES:
        found = raw.find(name.encode(), starts[-1][1] if starts else 0)
        start = found - HEADER
        if start < 0 or raw[start : start + 2] != b"PK":
            return None
        starts.append((start, found + len(name)))
    directory = raw.find(b"PK\x01\x02", starts[-1][1])
    ends = [*(start for start, _ in starts[1:]), len(raw) if directory < 0 else directory]
    contents = [raw[content:end] for (_, content), end in zip(starts, ends, strict=True)]
    return dict(zip(NAMES, contents, strict=True))


def framed(parts: Mapping[str, bytes], chance: Random) -> bytes:
    """Entries in the frame of a backup; every fifth time something else than they are is told."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of names that are there already
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
        if chance.random() < 0.2:
            chance.choice(LIES)(archive, chance)
    return held.getvalue()


def lie_in_number(archive: zipfile.ZipFile, chance: Random) -> None:
    """One number of the directory, of which some need 64 bits."""
    info = chance.choice(archive.filelist)
    field = chance.choice(("header_offset", "file_size", "compress_size", "CRC"))
    number = chance.choice((0, 1, 22, 1 << 16, 1 << 31, (1 << 32) - 1, (1 << 64) - 1))
    if field == "CRC":
        number &= 0xFFFFFFFF
    else:
        number = chance.choice((number, max(getattr(info, field) + chance.randint(-50, 50), 0)))
    setattr(info, field, number)


def lie_in_flags(archive: zipfile.ZipFile, chance: Random) -> None:
    """Packed, encrypted or otherwise special."""
    info = chance.choice(archive.filelist)
    info.flag_bits ^= 1 << chance.randrange(16)
    if chance.random() < 0.5:
        info.compress_type = chance.choice((8, 9, 12, 14, 99))


def lie_in_extra(archive: zipfile.ZipFile, chance: Random) -> None:
    """Further fields, the sizes in 64 bits and another name among them, or a comment."""
    info = chance.choice(archive.filelist)
    fields = (
        b"\1\0\x08\0" + b"\xff" * 8,
        b"\x75\x70\x06\0\1\0\0\0\0x",
        b"\1\0\xff\xff",
        b"\x99\x99\0\0",
    )
    info.extra = (chance.choice(fields) * chance.choice((1, 2, 4000)))[:65535]
    info.comment = chance.randbytes(chance.choice((0, 9)))


def lie_in_entries(archive: zipfile.ZipFile, chance: Random) -> None:
    """One twice, none, another one, or all in another order."""
    infos = archive.filelist
    chance.choice((infos.pop, infos.reverse, infos.clear, lambda: infos.append(infos[0])))()
    archive.writestr(chance.choice((*NAMES, "../x", "/x", "x" * 60_000)), b"{}")


def told_of(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The content of a manifest with the sizes and checksums of what lies beside it."""
    try:
        known = json.loads(content)
        for key, name in (("slots", NAMES[1]), ("record", NAMES[2]), ("process", NAMES[3])):
            inside = parts[name]
            known[key] |= {"size": len(inside), "sha256": hashlib.sha256(inside).hexdigest()}
    except (ValueError, KeyError, TypeError, RecursionError):
        return content
    return json.dumps(known, separators=(",", ":")).encode()


def mended(raw: bytes, chance: Random) -> bytes:
    """The backup with right checksums, as far as somebody without the key can make them."""
    parts = parts_of(raw)
    if parts is None:
        return raw
    found = MANIFEST.fullmatch(parts[manifest.NAME])
    if found is not None:
        version, seal, content = found.groups()
        if chance.random() < 0.7:
            content = told_of(content, parts)
        summed = b"%s turnstone backup %s %s" % (seal, version, content)
        digest = hashlib.sha256(summed).hexdigest().encode()
        parts[manifest.NAME] = b'{"format":%s,"sha256":"%s","hmac":"%s","content":%s}' % (
            version,
            digest,
            seal,
            content,
        )
    return framed(parts, chance) if chance.random() < 0.9 else raw


def contents(raw: bytes) -> dict[str, bytes]:
    """What is put back. Dates and the like in the frame are not, and may be changed."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _begin(folder: Path) -> tuple[Sequence[bytes], Feed]:
    """Two backups of one vault, put back by its recovery key: a passphrase is slow by design."""
    sound = make(folder / "whole")
    samples: list[bytes] = []
    with open_vault(sound.folder, sound.keys) as vault:
        for number in (1, 2):
            save(vault, Saved.EVENT, number)
            make_to(vault.source, folder / f"{number}", NOON + number)
            samples.append((folder / f"{number}").read_bytes())
    file, place, whole = folder / "fed", folder / "place", [*map(contents, samples)]
    place.mkdir()

    def feed(raw: bytes) -> None:
        file.write_bytes(raw)
        try:
            restore(place / "vault", file, recovery_key(sound), NOON)
        finally:
            left = [path.name for path in place.iterdir()]
            shutil.rmtree(place / "vault", ignore_errors=True)
            assert set(left) <= {"vault"}, f"left behind: {left}"
        assert contents(raw) in whole, "put back, though it was changed"

    return samples, feed


LIES: Final = (lie_in_number, lie_in_flags, lie_in_extra, lie_in_entries)

WORDS: Final = (
    *(b'"%s"' % word for word in words_of(manifest.Stored)),
    *(b'"%s"' % word for word in words_of(manifest.Content)),
    *(name.encode() for name in NAMES),
    *(b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"),
    *(b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"../../x", b"null"),
)

TARGETS: Final = (Target("backup", _begin, WORDS, mended),)
