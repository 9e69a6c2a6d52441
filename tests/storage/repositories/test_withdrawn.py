"""A covered answer that was given up is deleted, also from the pages that were freed."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msgspec.structs import replace

from desktop.domain.errors import ConflictError
from desktop.domain.flow.events import Paused, SealAbandoned, Sealed, SessionFinished, Stamp
from desktop.domain.people import Partner
from desktop.storage.vault import layout
from desktop.storage.vault.keys import Purpose, Secret
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys

MARKER = "marker-of-a-covered-answer"
AT = Stamp(1_700_000_000_000, 0)
FIRST = Sealed(id="e0", at=AT, item="0.0.0.0.ask", partner=Partner.A, answer=MARKER * 40)
SECOND = Sealed(id="e1", at=AT, item="0.0.0.0.ask", partner=Partner.B, answer=f"{MARKER} two")
GIVEN_UP = SealAbandoned(id="e2", at=AT, item="0.0.0.0.ask")

_PAGE, _RESERVED, _IV = 4096, 80, 16
_LOG_HEAD, _FRAME_HEAD = 32, 24


def pages(folder: Path) -> Iterator[bytes]:
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


def holds_marker(folder: Path, key: Secret) -> bool:
    """Whether any page, free ones included, has the marker in it."""
    return any(MARKER.encode() in _decrypted(page, key) for page in pages(folder))


def _decrypted(page: bytes, key: Secret) -> bytes:
    """What a page holds. The first page begins with a salt: one block of it comes out garbled."""
    end = _PAGE - _RESERVED
    cipher = Cipher(algorithms.AES(key.reveal()), modes.CBC(page[end : end + _IV]))
    return cipher.decryptor().update(page[:end])


@pytest.fixture
def key(keys: VaultKeys) -> Secret:
    return keys.derived(Purpose.RECORD_FILE)


def test_the_answers_are_gone_with_what_gave_them_up(met: Vault, folder: Path, key: Secret) -> None:
    for seq, event in enumerate((FIRST, SECOND)):
        met.sessions.append("s1", seq, event)
    assert holds_marker(folder, key)
    met.sessions.append("s1", 2, GIVEN_UP, ["e0", "e1"])
    assert met.sessions.events("s1") == [
        replace(FIRST, answer=None),
        replace(SECOND, answer=None),
        GIVEN_UP,
    ]
    assert not holds_marker(folder, key)


def test_giving_up_again_changes_nothing_more(met: Vault) -> None:
    met.sessions.append("s1", 0, FIRST)
    for _ in range(2):
        met.sessions.append("s1", 1, GIVEN_UP, ["e0"])
    assert met.sessions.events("s1") == [replace(FIRST, answer=None), GIVEN_UP]


def test_only_covered_answers_of_this_session_are_withdrawn(met: Vault) -> None:
    met.sessions.add(replace(met.sessions.get("s1"), id="s2"))
    met.sessions.append("s2", 0, FIRST)
    paused = Paused(id="p0", at=AT)
    met.sessions.append("s1", 0, paused)
    met.sessions.append("s1", 1, SECOND)
    met.sessions.append("s1", 2, GIVEN_UP, ["e0", "e1", "p0", "nobody"])
    assert met.sessions.events("s2") == [FIRST]
    assert met.sessions.events("s1") == [paused, replace(SECOND, answer=None), GIVEN_UP]


def test_a_session_that_ends_takes_them_along(met: Vault) -> None:
    met.sessions.append("s1", 0, FIRST)
    met.sessions.append("s1", 1, SessionFinished(id="e9", at=AT), ["e0"])
    assert met.sessions.events("s1")[0] == replace(FIRST, answer=None)
    assert met.sessions.open() == []


def test_an_answer_is_deleted_only_if_the_event_is_saved(met: Vault) -> None:
    met.sessions.append("s1", 0, FIRST)
    with pytest.raises(ConflictError):
        met.sessions.append("s1", 0, GIVEN_UP, ["e0"])
    assert met.sessions.events("s1") == [FIRST]
