"""``commits``: how many transactions were committed to each file, counted outside of them.

SQLite reads a write-ahead log as far as it is whole, and says nothing when the log was cut or is
gone: saves that were acknowledged would be missing without a word. So each transaction has a
number, which the file itself keeps, and which is written here once it is committed. A file that
knows of fewer than are counted here has lost some.

The count is written after the commit and not brought to the disk by force: it may fall behind
the file, which tells nothing, and never runs ahead of it.
"""

import contextlib
import hmac
import os
import struct
from pathlib import Path
from typing import Final

from desktop.domain.errors import VaultUnreadableError
from desktop.storage.vault import layout
from desktop.storage.vault.keys import Purpose, Secret, VaultKeys, mac

FILES: Final = (layout.RECORD, layout.PROCESS)
_COUNTS: Final = struct.Struct(">8sQQ")
_FORMAT: Final = b"commits1"
_MAC_BYTES: Final = 32


class CommitCounts:
    """The counts of a vault, for the thread that uses it.

    ``garbled`` is True when there was a file that we did not write. Where there is none, or such
    a one, all counts are 0 and nothing can be told. Nothing is written before the first ``note``.

    Raises:
        VaultUnreadableError: the system does not hand the file out.
    """

    def __init__(self, folder: Path, keys: VaultKeys) -> None:
        self._file = folder / layout.COMMITS
        self._key: Secret = keys.derived(Purpose.COMMIT_COUNTS)
        self._handle: int | None = None
        stored = self._read()
        counts = None if stored is None else self._checked(stored)
        self.garbled: Final = stored is not None and counts is None
        self._counts = counts or dict.fromkeys(FILES, 0)

    def count(self, name: str) -> int:
        """How many commits to a file were counted; ``name`` is its plain name."""
        return self._counts[name]

    def note(self, name: str, count: int) -> None:
        """Write down that a file has so many, unless it is known.

        A disk that takes nothing is no hindrance: the commits stand all the same, a count that
        falls behind warns less, and the next one mends it.
        """
        if self._counts[name] == count:
            return
        self._counts[name] = count
        with contextlib.suppress(OSError):
            if self._handle is None:
                self._handle = self._opened()
            os.lseek(self._handle, 0, os.SEEK_SET)
            os.write(self._handle, self._sealed())
            if self.garbled:  # and longer, perhaps
                os.ftruncate(self._handle, _COUNTS.size + _MAC_BYTES)

    def close(self) -> None:
        """Let go of the file; calling it again does nothing."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None

    def _read(self) -> bytes | None:
        try:
            # A kill right after it was made leaves an empty one, which says no more than none.
            return self._file.read_bytes() or None
        except FileNotFoundError:
            return None
        except OSError as error:
            raise VaultUnreadableError(self._file.name) from error

    def _opened(self) -> int:
        with contextlib.suppress(FileExistsError):
            layout.make_file(self._file)
        return os.open(self._file, os.O_WRONLY | getattr(os, "O_BINARY", 0))

    def _sealed(self) -> bytes:
        bare = _COUNTS.pack(_FORMAT, *(self._counts[name] for name in FILES))
        return bare + mac(bare, self._key)

    def _checked(self, stored: bytes) -> dict[str, int] | None:
        """The counts in the bytes of the file; None when we did not write them."""
        bare = stored[: _COUNTS.size]
        if len(stored) != _COUNTS.size + _MAC_BYTES or not hmac.compare_digest(
            mac(bare, self._key), stored[_COUNTS.size :]
        ):
            return None
        return dict(zip(FILES, _COUNTS.unpack(bare)[1:], strict=True))
