"""Making a backup while the vault is in use.

It is built and read through in a private folder and renamed when it is whole and on the disk, so
that at any instant there is a whole backup or none. The copies are of encrypted pages.
"""

import hashlib
import os
import shutil
import stat
import zipfile
from pathlib import Path
from typing import Final

from desktop.domain.errors import BackupError, BackupFailedError
from desktop.storage.backup import databases, failing, manifest, names
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
    """Frame the manifest and the three files, in an order that the reader insists on."""
    layout.make_file(packed)
    with packed.open("r+b") as out:
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED, allowZip64=True) as archive:
            archive.writestr(_entry(manifest.NAME), manifest.sealed(content, keys))
            for name in (layout.SLOTS, layout.RECORD, layout.PROCESS):
                _add(archive, folder / name)
        out.flush()
        os.fsync(out.fileno())


def _add(archive: zipfile.ZipFile, file: Path) -> None:
    info = _entry(file.name)
    info.file_size = file.stat().st_size  # it decides whether the header has sizes in 64 bits
    with file.open("rb") as content, archive.open(info, "w") as entry:
        shutil.copyfileobj(content, entry, CHUNK)


def _entry(name: str) -> zipfile.ZipInfo:
    """The same on every system and at any time: the manifest tells when a backup was made."""
    info = zipfile.ZipInfo(name)
    info.create_system = 3  # Unix, whose rights the attributes are
    info.external_attr = (stat.S_IFREG | layout.FILE_MODE) << 16
    return info


def _part(file: Path) -> Part:
    return Part(*_measured(file))


def _database_part(file: Path, commits: int) -> DatabasePart:
    return DatabasePart(*_measured(file), commits)


def _measured(file: Path) -> tuple[int, str]:
    """The size and SHA-256 of a file."""
    with file.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
        return content.tell(), digest
