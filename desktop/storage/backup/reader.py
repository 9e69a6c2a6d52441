"""Reading a backup that may come from anywhere.

A backup is a ZIP file, so any unpacking program opens it, should Turnstone be gone one day. But of
all that ZIP allows, only what Turnstone writes is taken: four entries in their order, stored as
they are, one after the other, and nothing before or behind them.

The file is taken as hostile: nothing is believed before it was compared, memory use does not grow
with the file, nothing is ever decompressed, and nothing is written but the three files, whose names
are ours.
"""

import hashlib
import io
import os
import stat
import struct
import zipfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Final, TypeAlias

from desktop.domain.errors import BackupDamagedError, BackupMissingError
from desktop.storage.backup import manifest
from desktop.storage.backup.manifest import Content, Manifest, Part
from desktop.storage.vault import layout
from desktop.storage.vault.keys import VaultKeys

CHUNK: Final = 128 * 1024
"""The most bytes that are held of a file at once."""

Entries: TypeAlias = dict[str, zipfile.ZipInfo]

_MOST_FRAME: Final = 4096
"""More bytes than ZIP needs for headers and directory of four entries; it is about 500."""

_BEGINNING: Final = b"PK\x03\x04"
_ENDING: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
"""How long the last record of a ZIP file is when no comment is in it."""

# What zipfile raises for bytes that make no sense; RuntimeError holds NotImplementedError, and
# ValueError the errors of texts that can't be decoded.
_ZIP_ERRORS: Final = (
    *(zipfile.BadZipFile, RuntimeError, ValueError),
    *(EOFError, OverflowError, struct.error),
)


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
            self._size = os.fstat(self._file.fileno()).st_size
            self._archive = _archive(self._file, self._size)
            infos = self._archive.infolist()
            self._known = Manifest(self._manifest(infos))
            self._entries = self._framed(infos)
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
        for name in self._entries:
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

    def _manifest(self, infos: list[zipfile.ZipInfo]) -> bytes:
        """The bytes of the first entry. In a newer format, others may follow than in ours."""
        if not infos or infos[0].orig_filename != manifest.NAME or infos[0].header_offset != 0:
            raise BackupDamagedError("content")
        _ensure_stored(infos[0], manifest.LARGEST)
        with _reading_entry(), self._archive.open(infos[0]) as entry:
            return entry.read(manifest.LARGEST)

    def _framed(self, infos: list[zipfile.ZipInfo]) -> Entries:
        """The three files, once the file was found as long, and framed, as the manifest has it."""
        parts = _parts(self.content)
        if sum(part.size for part in parts.values()) > self._size:
            raise BackupDamagedError("cut")
        if [info.orig_filename for info in infos] != [manifest.NAME, *parts]:
            raise BackupDamagedError("content")
        for info, part in zip(infos[1:], parts.values(), strict=True):
            _ensure_stored(info, part.size)
            if info.file_size != part.size:
                raise BackupDamagedError("content")
        starts = [*(info.header_offset for info in infos[1:]), self._size]
        for info, next_start in zip(infos, starts, strict=True):
            if info.header_offset + info.file_size > next_start:
                raise BackupDamagedError("content")
        if self._size - sum(info.file_size for info in infos) > _MOST_FRAME:
            raise BackupDamagedError("content")
        return dict(zip(parts, infos[1:], strict=True))

    def _read(self, name: str, out: BinaryIO | None) -> None:
        """Go through an entry, copying it if it is asked for, and compare its checksum."""
        sha256 = hashlib.sha256()
        with _reading_entry(), self._archive.open(self._entries[name]) as entry:
            while chunk := entry.read(CHUNK):
                sha256.update(chunk)
                if out is not None:
                    out.write(chunk)
        if sha256.hexdigest() != _parts(self.content)[name].sha256:
            raise BackupDamagedError("checksum")


class _Rationed(io.BufferedReader):
    """A file of which nobody gets more than ``CHUNK`` bytes at once.

    zipfile reads a whole directory before it looks at it, and what it makes of a long one takes
    ten times as much memory. A directory of ours has less than 400 bytes.
    """

    def read(self, size: int | None = -1, /) -> bytes:
        wanted = CHUNK + 1 if size is None or size < 0 else size
        try:
            raw = super().read(min(wanted, CHUNK + 1))
        except OSError as error:  # told here, since zipfile takes it for a fault of the content
            raise BackupMissingError from error
        if len(raw) > CHUNK:
            raise BackupDamagedError("content")
        return raw


def _opened(path: Path) -> _Rationed:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # opening a pipe could wait for ever
            raise BackupDamagedError("unreadable")
        return _Rationed(io.FileIO(path))
    except (OSError, ValueError) as error:  # ValueError: no name that a file could have
        raise BackupMissingError from error


def _archive(file: _Rationed, size: int) -> zipfile.ZipFile:
    """The directory of a file that ends as a ZIP file without a comment does.

    zipfile itself would look for an end that lies further inside.
    """
    begun = file.read(len(_BEGINNING)) == _BEGINNING
    file.seek(max(size - _END_SIZE, 0))
    end = file.read(_END_SIZE)
    ended = len(end) == _END_SIZE and end.startswith(_ENDING) and end.endswith(b"\0\0")
    try:
        archive = zipfile.ZipFile(file)
    except _ZIP_ERRORS as error:
        reason = "content" if ended else "cut"
        raise BackupDamagedError(reason if begun else "unreadable") from error
    if not ended:
        raise BackupDamagedError("content")
    return archive


def _ensure_stored(info: zipfile.ZipInfo, most: int) -> None:
    """Make sure that an entry is neither packed nor encrypted, and has at most so many bytes."""
    if info.compress_type != zipfile.ZIP_STORED or info.flag_bits != 0:
        raise BackupDamagedError("content")
    if info.compress_size != info.file_size or info.file_size > most:
        raise BackupDamagedError("content")


@contextmanager
def _reading_entry() -> Generator[None]:
    """Turns what is wrong with an entry's header or checksum into BackupDamagedError."""
    try:
        yield
    except _ZIP_ERRORS as error:
        raise BackupDamagedError("checksum") from error


def _parts(content: Content) -> dict[str, Part]:
    """What the manifest tells of the three files, in their order."""
    return {
        layout.SLOTS: content.slots,
        layout.RECORD: content.record,
        layout.PROCESS: content.process,
    }
