"""Making a backup while the vault is in use.

It is built and read through in a private folder and renamed when it is whole and on the disk, so
that at any instant there is a whole backup or none. The copies are of encrypted pages.
"""

import hashlib
import os
import shutil
import zlib
from pathlib import Path
from typing import BinaryIO, Final

from desktop.domain.errors import BackupError, BackupFailedError
from desktop.storage.backup import container, databases, failing, manifest, names
from desktop.storage.backup.container import Entry
from desktop.storage.backup.manifest import Content, DatabasePart, Part
from desktop.storage.backup.reader import CHUNK, BackupFile
from desktop.storage.backup.scratch import scratch
from desktop.storage.vault import layout, slot_file
from desktop.storage.vault.files import Source
from desktop.storage.vault.keys import VaultKeys

_PACKED: Final = "packed"


def make(source: Source, place: Path, made_at: int) -> Path:
    """Make a verified backup in a folder, named after its time in ms; returns its file.

    Runs on any thread, beside whoever uses the vault. Slow: every page is read several times.

    Raises:
        BackupFailedError: there is no room, or the place can't be written to.
        VaultDamagedError, SlotsDamagedError, NewerVaultError: the vault itself is damaged.
    """
    with failing.making():
        place.mkdir(mode=layout.FOLDER_MODE, parents=True, exist_ok=True)
        _ensure_room(source, place)
        with scratch(place) as building:
            packed = _packed(source, building, made_at)
            target = names.free_name(place, names.stamp(made_at), names.ENDING)
            packed.rename(target)
        layout.sync_folder(place)
    return target


def make_to(source: Source, file: Path, made_at: int) -> None:
    """Make a verified backup as a file of any name.

    Raises:
        As ``make``; also BackupFailedError when the file is there already, or its folder not.
    """
    if not file.parent.is_dir():
        raise BackupFailedError("no-folder")
    with failing.making():
        _ensure_room(source, file.parent)
        with scratch(file.parent) as building:
            packed = _packed(source, building, made_at)
            if file.exists() or file.is_symlink():
                raise BackupFailedError("exists")
            packed.rename(file)
        layout.sync_folder(file.parent)


def is_of_now(source: Source, file: Path) -> bool:
    """Whether a backup is sound, and nothing was saved in the vault since it was made.

    Raises:
        BackupError: it is not sound.
        VaultError: the vault can't be read.
    """
    with BackupFile(file) as backup:
        backup.ensure_sealed(source.keys)
        content = backup.content
        if content.vault != source.keys.vault:
            return False
        counts = {layout.RECORD: content.record, layout.PROCESS: content.process}
        if any(databases.commits(source, name) != part.commits for name, part in counts.items()):
            return False
        slots = (source.folder / layout.SLOTS).read_bytes()
        if hashlib.sha256(slots).hexdigest() != content.slots.sha256:
            return False
        backup.read_through()
    return True


def _ensure_room(source: Source, place: Path) -> None:
    """The copies and what they are packed into lie on the disk at the same time."""
    files = (source.folder / f"{name}{log}" for name in databases.PURPOSES for log in ("", "-wal"))
    failing.ensure_room(place, 2 * sum(file.stat().st_size for file in files if file.exists()))


def _packed(source: Source, building: Path, made_at: int) -> Path:
    """A whole backup in a private folder, on the disk and read through."""
    slot_file.ensure_sealed(slot_file.read(source.folder / layout.SLOTS), source.keys)
    commits = {name: databases.copy(source, name, building) for name in databases.PURPOSES}
    # The slots come last: the record knows which keys were withdrawn, and must not know of one
    # that the slots beside it still have.
    layout.copy_file(source.folder / layout.SLOTS, building / layout.SLOTS)
    slot_file.ensure_sealed(slot_file.read(building / layout.SLOTS), source.keys)
    content = Content(
        vault=source.keys.vault,
        made_at=made_at,
        slots=_part(building / layout.SLOTS),
        record=_database_part(building / layout.RECORD, commits[layout.RECORD]),
        process=_database_part(building / layout.PROCESS, commits[layout.PROCESS]),
    )
    packed = building / _PACKED
    _pack(building, packed, content, source.keys)
    try:
        with BackupFile(packed) as backup:
            backup.ensure_sealed(source.keys)
            backup.read_through()
    except BackupError as error:  # it did not come back as it was written
        raise BackupFailedError("disk") from error
    return packed


def _pack(folder: Path, packed: Path, content: Content, keys: VaultKeys) -> None:
    raw = manifest.sealed(content, keys)
    parts = {
        layout.SLOTS: content.slots,
        layout.RECORD: content.record,
        layout.PROCESS: content.process,
    }
    entries = [Entry(name, part.size, part.crc) for name, part in parts.items()]
    places = container.placed([Entry(manifest.NAME, len(raw), zlib.crc32(raw)), *entries])
    layout.make_file(packed)
    with packed.open("r+b") as out:
        out.write(places[0].header + raw)
        for place in places[1:]:
            out.write(place.header)
            _append(folder / place.entry.name, out)
        out.write(container.tail(places))
        out.flush()
        os.fsync(out.fileno())


def _append(file: Path, out: BinaryIO) -> None:
    with file.open("rb") as content:
        shutil.copyfileobj(content, out, CHUNK)


def _part(file: Path) -> Part:
    size, crc, sha256 = _measured(file)
    return Part(size, crc, sha256)


def _database_part(file: Path, commits: int) -> DatabasePart:
    size, crc, sha256 = _measured(file)
    return DatabasePart(size, crc, sha256, commits)


def _measured(file: Path) -> tuple[int, int, str]:
    """The size, CRC-32 and SHA-256 of a file."""
    sha256, size, crc = hashlib.sha256(), 0, 0
    with file.open("rb") as content:
        while chunk := content.read(CHUNK):
            sha256.update(chunk)
            crc = zlib.crc32(chunk, crc)
            size += len(chunk)
    return size, crc, sha256.hexdigest()
