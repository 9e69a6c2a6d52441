"""Backups, put back as ``turnstone restore`` does it."""

import hashlib
import json
import re
import shutil
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Final

from desktop.storage.backup import container, manifest
from desktop.storage.backup.container import Entry
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
MANIFEST: Final = re.compile(
    rb'\{"format":(-?[0-9]+),"sha256":"[0-9a-f]{64}","hmac":"([0-9a-f]{64})","content":(.*)\}\Z',
    re.DOTALL,
)


def parts_of(raw: bytes) -> dict[str, bytes] | None:
    """The four entries by where their headers begin; None where one can't be found any more."""
    starts: list[tuple[int, int]] = []
    for name in NAMES:
        found = raw.find(name.encode() + b"\x01\x00", starts[-1][1] if starts else 0)
        start = found - (container.header_size(name) - len(name) - 20)
        if found < 0 or start < 0:
            return None
        starts.append((start, found + len(name) + 20))
    directory = raw.find(b"PK\x01\x02", starts[-1][1])
    ends = [*(start for start, _ in starts[1:]), len(raw) if directory < 0 else directory]
    contents = [raw[content:end] for (_, content), end in zip(starts, ends, strict=True)]
    return dict(zip(NAMES, contents, strict=True))


def framed(parts: Mapping[str, bytes]) -> bytes:
    """Entries in the frame of a backup, with all checksums of the frame right."""
    places = container.placed(
        [Entry(name, len(content), zlib.crc32(content)) for name, content in parts.items()]
    )
    body = b"".join(place.header + parts[place.entry.name] for place in places)
    return body + container.tail(places)


def told_of(content: bytes, parts: Mapping[str, bytes]) -> bytes:
    """The content of a manifest with the sizes and checksums of what lies beside it."""
    try:
        known = json.loads(content)
        for key, name in (("slots", NAMES[1]), ("record", NAMES[2]), ("process", NAMES[3])):
            inside = parts[name]
            right = {"size": len(inside), "crc": zlib.crc32(inside)}
            known[key] |= {**right, "sha256": hashlib.sha256(inside).hexdigest()}
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
    return framed(parts) if chance.random() < 0.9 else raw


def _begin(folder: Path) -> tuple[Sequence[bytes], Feed]:
    """Two backups of one vault, put back by its recovery key: a passphrase is slow by design."""
    sound = make(folder / "whole")
    samples: list[bytes] = []
    with open_vault(sound.folder, sound.keys) as vault:
        for number in (1, 2):
            save(vault, Saved.EVENT, number)
            make_to(vault.source, folder / f"{number}", NOON + number)
            samples.append((folder / f"{number}").read_bytes())
    file, place, whole = folder / "fed", folder / "place", frozenset(samples)
    place.mkdir()

    def feed(raw: bytes) -> None:
        file.write_bytes(raw)
        try:
            restore(place / "vault", file, recovery_key(sound), NOON)
        finally:
            left = [path.name for path in place.iterdir()]
            shutil.rmtree(place / "vault", ignore_errors=True)
            assert set(left) <= {"vault"}, f"left behind: {left}"
        assert raw in whole, "put back, though it was changed"

    return samples, feed


WORDS: Final = (
    *(b'"%s"' % word for word in words_of(manifest.Stored)),
    *(b'"%s"' % word for word in words_of(manifest.Content)),
    *(name.encode() for name in NAMES),
    *(b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"),
    *(b"\xff\xff\xff\xff", b"\x00\x00\x00\x00", b"../../x", b"null"),
)

TARGETS: Final = (Target("backup", _begin, WORDS, mended),)
