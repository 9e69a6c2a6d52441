"""Whether the pages in a write-ahead log are as they were written.

SQLite compares the checksums of a log when it opens it, and not when it reads a page later.
SQLCipher then finds that a page does not fit its authentication code, but hands out zeros for the
last page of a long text without a word; and its own check reads the file alone, not the log. So
the codes are reckoned here. SQLite holds no lock on a log, and reading it drops none.

Formats: https://sqlite.org/fileformat.html#walformat, https://www.zetetic.net/sqlcipher/design
"""

import hashlib
import hmac
import struct
from pathlib import Path
from typing import BinaryIO, Final

from desktop.storage.vault.keys import Secret

_HEADER: Final = 32
_FRAME: Final = 24
_PAGE: Final = 4096
_MAC: Final = 64
_SALT: Final = slice(16, 24)  # in the log's header
_FRAME_SALT: Final = slice(8, 16)  # in that of a frame
_FIRST_PAGE: Final = 16  # bytes of the first page that are not encrypted: the file's salt


def fit(log: Path, key: Secret, salt: str) -> bool:
    """Whether each page of a log fits its code; ``salt`` is the file's, in hexadecimal digits.

    What is left in it from before it was begun anew does not count.
    """
    try:
        with log.open("rb") as file:
            return _all_fit(file, _mac_key(key, bytes.fromhex(salt)))
    except FileNotFoundError:
        return True


def _mac_key(key: Secret, salt: bytes) -> bytes:
    masked = bytes(byte ^ 0x3A for byte in salt)
    return hashlib.pbkdf2_hmac("sha512", key.reveal(), masked, 2, 32)


def _all_fit(file: BinaryIO, mac_key: bytes) -> bool:
    current = file.read(_HEADER)[_SALT]
    while len(frame := file.read(_FRAME + _PAGE)) == _FRAME + _PAGE:
        if frame[_FRAME_SALT] != current:
            break
        if not _fits(frame, mac_key):
            return False
    return True


def _fits(frame: bytes, mac_key: bytes) -> bool:
    number = struct.unpack(">I", frame[:4])[0]
    page = frame[_FRAME:]
    coded = page[_FIRST_PAGE if number == 1 else 0 : -_MAC] + struct.pack("<I", number)
    return hmac.compare_digest(hmac.digest(mac_key, coded, "sha512"), page[-_MAC:])
