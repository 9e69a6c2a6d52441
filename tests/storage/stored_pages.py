"""What the record of a vault holds on its disk, also in pages that were freed."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from desktop.storage.vault import layout
from desktop.storage.vault.keys import Secret

_PAGE, _RESERVED, _IV = 4096, 80, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def is_stored(words: str, folder: Path, key: Secret) -> bool:
    """Whether any page of the record in a vault's folder, free ones included, has the words."""
    return any(words.encode() in _decrypted(page, key) for page in _pages(folder))


def _pages(folder: Path) -> Iterator[bytes]:
    """All pages of the record and of its log as they are stored, without their encryption."""
    file = folder / layout.RECORD
    yield from _cut(file.read_bytes(), 0)
    log = file.with_name(f"{file.name}-wal")
    if log.exists():
        yield from (
            frame[_FRAME_HEAD:] for frame in _cut(log.read_bytes()[_LOG_HEAD:], _FRAME_HEAD)
        )


def _cut(stored: bytes, head: int) -> Iterator[bytes]:
    size = _PAGE + head
    return (stored[at : at + size] for at in range(0, len(stored) - size + 1, size))


def _decrypted(page: bytes, key: Secret) -> bytes:
    """What a page holds. The first page begins with a salt: one block of it comes out garbled."""
    end = _PAGE - _RESERVED
    cipher = Cipher(algorithms.AES(key.reveal()), modes.CBC(page[end : end + _IV]))
    return cipher.decryptor().update(page[:end])
