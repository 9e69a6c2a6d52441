"""A backup that was changed, cut or made up by other hands."""

import hashlib
import os
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import (
    BackupDamagedError,
    BackupError,
    BackupMissingError,
    NewerBackupError,
)
from desktop.storage.backup.manifest import Manifest, sealed
from desktop.storage.backup.reader import BackupFile
from desktop.storage.backup.restoring import restore
from desktop.storage.backup.verifying import verify
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys, new_keys

from ..conftest import Made
from .conftest import NOON
from .framing import Json, entries, forged, framed, go_through, manifest, read, zipped


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that each test writes anew."""
    return tmp_path_factory.mktemp("file") / "some.turnstone-backup"


@pytest.fixture(scope="module")
def own(made: Made) -> VaultKeys:
    return made.keys


def test_a_sound_one_is_read(file: Path, sound: bytes, keys: VaultKeys) -> None:
    read(file, sound, keys)
    assert framed(entries(sound)) == sound


def changed(file: Path, raw: bytes, places: Iterable[int]) -> Iterator[int]:
    """Changes one bit in the file, for every bit in those places; gives the place."""
    file.write_bytes(raw)
    with file.open("r+b", buffering=0) as out:
        for place in places:
            for other in (*(raw[place] ^ 1 << bit for bit in range(8)), raw[place]):
                out.seek(place)
                out.write(bytes([other]))
                if other != raw[place]:
                    yield place


def spans(raw: bytes) -> dict[str, range]:
    """Where the contents of the entries lie."""
    found = {name: (raw.index(content), len(content)) for name, content in entries(raw).items()}
    return {name: range(start, start + size) for name, (start, size) in found.items()}


def test_every_changed_bit_of_what_is_kept_is_found(
    file: Path, sound: bytes, keys: VaultKeys
) -> None:
    """All of the manifest and the slots, and some of each database."""
    inside = spans(sound)
    chance = random.Random(7)
    places = [*inside["manifest.json"], *chance.sample(inside["slots.json"], 100)]
    for name in ("record.db", "process.db"):
        within = inside[name]
        places += [within[0], within[-1], *chance.sample(within, 50)]
    for _ in changed(file, sound, places):
        with pytest.raises(BackupError):
            go_through(file, keys)


def test_a_changed_bit_of_the_frame_is_found_or_changes_nothing(
    file: Path, sound: bytes, keys: VaultKeys
) -> None:
    """ZIP has dates and attributes, and tells some things twice; what is unused may be anything."""
    inside = {place for span in spans(sound).values() for place in span}
    frame = [place for place in range(len(sound)) if place not in inside]
    refused = taken = 0
    for place in changed(file, sound, frame):
        try:
            go_through(file, keys)
        except BackupError:
            refused += 1
        else:
            taken += 1
            assert entries(file.read_bytes()) == entries(sound), place
    assert len(frame) < 600
    assert refused > taken > 0


def test_every_cut_is_found(file: Path, sound: bytes, keys: VaultKeys) -> None:
    lengths = [*range(0, 300, 7), *range(len(sound) - 100, len(sound)), len(sound) // 2]
    for length in lengths:
        with pytest.raises(BackupDamagedError):
            read(file, sound[:length], keys)
    with pytest.raises(BackupDamagedError, match="cut"):
        read(file, sound[:-1], keys)
    for more in (b"\0", sound):
        with pytest.raises(BackupDamagedError, match="content"):
            read(file, sound + more, keys)


@pytest.mark.parametrize("name", ["slots.json", "record.db", "process.db"])
def test_sets_can_not_be_mixed(
    file: Path, sound: bytes, other: bytes, keys: VaultKeys, name: str
) -> None:
    """A file of another backup of the same vault, with all checksums made right."""
    mine, theirs = entries(sound), entries(other)
    part = name.partition(".")[0]
    if name == "slots.json":
        theirs[name] += b" "
    raw = theirs[name]
    told = {
        **manifest(sound)["content"][part],
        "size": len(raw),
        "sha256": hashlib.sha256(raw).hexdigest(),
    }
    mixed = {**mine, "manifest.json": forged(sound, {part: told}), name: raw}
    with pytest.raises(BackupDamagedError, match="tampered"):
        read(file, framed(mixed), keys)
    with pytest.raises(BackupDamagedError, match=r"checksum|cut|content"):
        read(file, framed({**mine, name: raw}), keys)


def test_another_time_can_not_be_told(file: Path, sound: bytes, keys: VaultKeys) -> None:
    raw = framed({**entries(sound), "manifest.json": forged(sound, {"made_at": NOON + 1})})
    with pytest.raises(BackupDamagedError, match="tampered"):
        read(file, raw, keys)


def test_it_is_of_one_vault(file: Path, sound: bytes, keys: VaultKeys) -> None:
    with pytest.raises(BackupDamagedError, match="tampered"):
        read(file, sound, new_keys(""))


def test_a_newer_format_is_told_apart(file: Path, sound: bytes, keys: VaultKeys) -> None:
    raw = framed({"manifest.json": forged(sound, {"more": "of it"}, 2), "vault.db": b"new"})
    with pytest.raises(NewerBackupError):
        read(file, raw, keys)
    with pytest.raises(BackupDamagedError, match="content"):
        read(file, framed({**entries(sound), "manifest.json": forged(sound, {}, 0)}), keys)


@pytest.mark.parametrize(
    "change",
    [
        {"vault": "../../etc"},
        {"made_at": -1},
        {"made_at": 10**18},
        {"slots": {"size": 1 << 40, "sha256": "0" * 64}},
        {"record": {"size": -1, "sha256": "0" * 64, "commits": 0}},
        {"record": {"size": 1 << 60, "sha256": "0" * 64, "commits": 0}},
        {"process": {"size": 0, "sha256": "0" * 64, "commits": 1 << 40}},
        {"process": {"size": 0, "sha256": "0" * 63, "commits": 0}},
        {"extra": {"size": 0, "sha256": "0" * 64}},
    ],
)
def test_values_that_no_turnstone_writes(
    file: Path, sound: bytes, keys: VaultKeys, change: Json
) -> None:
    raw = framed({**entries(sound), "manifest.json": forged(sound, change)})
    with pytest.raises(BackupDamagedError, match="content"):
        read(file, raw, keys)


def test_a_size_that_the_file_does_not_have(file: Path, sound: bytes, keys: VaultKeys) -> None:
    record = {**manifest(sound)["content"]["record"], "size": 1 << 47}
    raw = framed({**entries(sound), "manifest.json": forged(sound, {"record": record})})
    with pytest.raises(BackupDamagedError, match="cut"):
        read(file, raw, keys)


def test_sizes_are_compared_before_anything_is_read(file: Path, sound: bytes) -> None:
    inside = entries(sound)
    for name in ("slots.json", "record.db", "process.db"):
        for other in (inside[name][:-1], inside[name] + b" "):
            file.write_bytes(framed({**inside, name: other}))
            with pytest.raises(BackupDamagedError, match=r"content|cut"):
                BackupFile(file)


@given(st.binary(max_size=3000))
def test_random_bytes_are_no_backup(file: Path, own: VaultKeys, raw: bytes) -> None:
    for start in (b"", b"PK\x03\x04"):
        with pytest.raises(BackupDamagedError):
            read(file, start + raw, own)


@given(
    changes=st.lists(
        st.tuples(st.floats(0, 1, exclude_max=True), st.binary(max_size=40)), max_size=6
    ),
    end=st.floats(0, 1),
)
def test_a_changed_backup_is_refused_in_our_words(
    changes: list[tuple[float, bytes]],
    end: float,
    file: Path,
    sound: bytes,
    own: VaultKeys,
) -> None:
    raw = bytearray(sound)
    for where, put in changes:
        # Half of them in the first two kilobytes, where manifest and headers lie.
        limit = 2000 if len(put) % 2 else len(raw)
        place = int(where * limit)
        raw[place : place + len(put)] = put
    raw = raw[: max(int(end * 2 * len(raw)), 1)]
    try:
        read(file, bytes(raw), own)
    except BackupError:
        return
    assert entries(bytes(raw)) == entries(sound)


def test_nothing_is_put_back_of_a_hostile_one(
    tmp_path: Path, sound: bytes, recovery: RecoveryKey, file: Path
) -> None:
    """Nothing is left beside the vault, and nothing was written anywhere else."""
    raw = bytearray(sound)
    raw[-5000] ^= 1
    mixed = {**entries(sound), "manifest.json": forged(sound, {"made_at": NOON + 1})}
    for hostile in (bytes(raw), sound[:-1], framed(mixed), b"", zipped([("../x", b"{}")])):
        file.write_bytes(hostile)
        with pytest.raises(BackupDamagedError):
            restore(tmp_path / "vault", file, recovery, NOON)
        assert list(tmp_path.iterdir()) == []
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_database_that_is_damaged_inside_is_told(
    file: Path, sound: bytes, keys: VaultKeys, tmp_path: Path
) -> None:
    """It is as it was sealed, but no database that opens with the vault's key."""
    parts = entries(sound)
    content = Manifest(parts["manifest.json"]).content
    for name in ("record", "process"):
        raw = bytearray(parts[f"{name}.db"])
        raw[-2000] ^= 1
        part = msgspec.structs.replace(
            getattr(content, name),
            sha256=hashlib.sha256(raw).hexdigest(),
        )
        made = sealed(msgspec.structs.replace(content, **{name: part}), keys)
        file.write_bytes(framed({**parts, "manifest.json": made, f"{name}.db": bytes(raw)}))
        with pytest.raises(BackupDamagedError, match="inside"):
            verify(file, keys, tmp_path)
        assert list(tmp_path.iterdir()) == []


def test_what_is_no_file_is_missing(tmp_path: Path, keys: VaultKeys) -> None:
    for path in (tmp_path / "none", tmp_path / "none" / "x", Path("a\0b")):
        with pytest.raises(BackupMissingError):
            BackupFile(path)
    with pytest.raises(BackupDamagedError):
        BackupFile(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such pipes")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(BackupDamagedError):
        BackupFile(tmp_path / "pipe")
