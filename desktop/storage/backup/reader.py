"""Reading a backup that may come from anywhere.

Its file is taken as hostile: nothing is believed before it was compared, memory use does not grow
with the file, and nothing is written but the three files, whose names are ours.
"""

import hashlib
import io
import os
import stat
import zlib
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final

from desktop.domain.errors import BackupDamagedError, BackupMissingError
from desktop.storage.backup import container, manifest
from desktop.storage.backup.container import Entry, Placed
from desktop.storage.backup.manifest import Content, Manifest, Part
from desktop.storage.vault import layout
from desktop.storage.vault.keys import VaultKeys

CHUNK: Final = 1024 * 1024


class BackupFile:
    """An open backup whose manifest and frame are sound. What lies in it was not read yet.

    Raises:
        BackupMissingError: the file is not there, or the system does not hand it out.
        BackupDamagedError: it is no backup, or is damaged.
        NewerBackupError: a newer Turnstone made it.
    """

    def __init__(self, path: Path) -> None:
        self._file = _opened(path)
        try:
            raw = self._manifest()
            self._known = Manifest(raw)
            self._places = container.placed(_entries(raw, self._known.content))
            self._ensure_framed()
        except OSError as error:
            self._file.close()
            raise BackupMissingError from error
        except BaseException:
            self._file.close()
            raise

    @property
    def content(self) -> Content:
        """What the manifest tells."""
        return self._known.content

    def ensure_sealed(self, keys: VaultKeys) -> None:
        """Make sure that the set was sealed with a vault's key; raises BackupDamagedError."""
        self._known.ensure_sealed(keys)

    def slots(self) -> bytes:
        """The file of key slots. Raises BackupDamagedError, BackupMissingError."""
        held = io.BytesIO()
        self._read(layout.SLOTS, held)
        return held.getvalue()

    def unpack(self, folder: Path, name: str) -> None:
        """Write one of the vault's files into a folder, as a private file.

        Raises:
            BackupDamagedError, BackupMissingError: as the class does.
            OSError: it can't be written.
        """
        layout.make_file(folder / name)
        with (folder / name).open("r+b") as out:
            self._read(name, out)
            out.flush()
            os.fsync(out.fileno())

    def read_through(self) -> None:
        """Compare every byte with its checksum. Raises BackupDamagedError, BackupMissingError."""
        for name in (layout.SLOTS, layout.RECORD, layout.PROCESS):
            self._read(name, None)

    def close(self) -> None:
        """Let go of the file; calling it again does nothing."""
        self._file.close()

    def __enter__(self) -> "BackupFile":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def _manifest(self) -> bytes:
        """The bytes of the first entry, which fit their header."""
        header = self._file.read(container.header_size(manifest.NAME))
        if not header.startswith(container.SIGNATURE):
            raise BackupDamagedError("unreadable")
        if len(header) < container.header_size(manifest.NAME):
            raise BackupDamagedError("cut")
        size = container.told_size(header)
        if size > manifest.LARGEST:
            raise BackupDamagedError("content")
        raw = self._file.read(size)
        if len(raw) < size:
            raise BackupDamagedError("cut")
        if container.placed([Entry(manifest.NAME, size, zlib.crc32(raw))])[0].header != header:
            raise BackupDamagedError("checksum")
        return raw

    def _ensure_framed(self) -> None:
        """Make sure that the file is as long, and framed, as the manifest has it."""
        tail = container.tail(self._places)
        found, expected = os.fstat(self._file.fileno()).st_size, self._places[-1].end + len(tail)
        if found != expected:
            raise BackupDamagedError("cut" if found < expected else "content")
        frame = [(place.start, place.header) for place in self._places]
        for start, there in (*frame, (self._places[-1].end, tail)):
            self._file.seek(start)
            if self._file.read(len(there)) != there:
                raise BackupDamagedError("checksum")

    def _read(self, name: str, out: BinaryIO | None) -> None:
        """Go through an entry, copying it if it is asked for, and compare its checksums."""
        place = self._place(name)
        sha256, crc = hashlib.sha256(), 0
        left = place.entry.size
        self._seek(place)
        while left:
            chunk = self._chunk(min(left, CHUNK))
            left -= len(chunk)
            sha256.update(chunk)
            crc = zlib.crc32(chunk, crc)
            if out is not None:
                out.write(chunk)
        if (sha256.hexdigest(), crc) != (_part(self.content, name).sha256, place.entry.crc):
            raise BackupDamagedError("checksum")

    def _place(self, name: str) -> Placed:
        return next(place for place in self._places if place.entry.name == name)

    def _seek(self, place: Placed) -> None:
        try:
            self._file.seek(place.content)
        except OSError as error:
            raise BackupMissingError from error

    def _chunk(self, size: int) -> bytes:
        try:
            chunk = self._file.read(size)
        except OSError as error:
            raise BackupMissingError from error
        if not chunk:
            raise BackupDamagedError("cut")
        return chunk


def _opened(path: Path) -> BinaryIO:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe could wait for ever
            raise BackupDamagedError("unreadable")
        return path.open("rb")
    except (OSError, ValueError) as error:  # ValueError: no name that a file could have
        raise BackupMissingError from error


def _part(content: Content, name: str) -> Part:
    parts = {
        layout.SLOTS: content.slots,
        layout.RECORD: content.record,
        layout.PROCESS: content.process,
    }
    return parts[name]


def _entries(raw: bytes, content: Content) -> tuple[Entry, ...]:
    parts = ((name, _part(content, name)) for name in (layout.SLOTS, layout.RECORD, layout.PROCESS))
    return (
        Entry(manifest.NAME, len(raw), zlib.crc32(raw)),
        *(Entry(name, part.size, part.crc) for name, part in parts),
    )
