"""``manifest.json``, the first entry of a backup: what is in it, sealed with the vault's key.

    {"format": 1, "sha256": "…", "hmac": "…", "content": {"vault": "…", "made_at": …,
        "slots": {"size": …, "sha256": "…"},
        "record": {"size": …, "sha256": "…", "commits": …}, "process": {…}}}

- ``sha256`` needs no key, so damage is told apart from a wrong passphrase.
- ``hmac`` binds the three files to each other: no set can be made up of two backups.
- ``commits`` is how many transactions a database knew of, so that two sets can be compared.

The content is checked as the bytes that were stored, never as a new encoding of them. Every later
format begins with this entry and keeps ``format``, ``sha256``, ``hmac`` and ``content`` and how
the second is reckoned, so that an old Turnstone can tell a newer backup from a damaged one.
"""

import hashlib
import hmac
from typing import Annotated, Final, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from desktop.domain.errors import BackupDamagedError, NewerBackupError
from desktop.storage.vault.keys import Purpose, VaultKeys, mac
from desktop.storage.vault.slot_file import Digest, Id

NAME: Final = "manifest.json"
FORMAT: Final = 1
LARGEST: Final = 16 * 1024
"""More bytes than any manifest has."""

LARGEST_SLOTS: Final = 1024 * 1024
_LAST_MOMENT: Final = 253_402_300_799_999  # of the year 9999

Size: TypeAlias = Annotated[int, Meta(ge=0, le=1 << 48)]
Count: TypeAlias = Annotated[int, Meta(ge=0, le=1 << 31)]
Moment: TypeAlias = Annotated[int, Meta(ge=0, le=_LAST_MOMENT)]
_Decoded = TypeVar("_Decoded")


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file of the vault in a backup."""

    size: Size
    sha256: Digest


class DatabasePart(Part, frozen=True, forbid_unknown_fields=True):
    """One database in a backup."""

    commits: Count


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a manifest tells. ``made_at`` is a wall time in ms."""

    vault: Id
    made_at: Moment
    slots: Part
    record: DatabasePart
    process: DatabasePart


class Stored(msgspec.Struct, frozen=True):
    """The entry. Fields that a later format may add are left unread."""

    format: int
    sha256: Digest
    hmac: Digest
    content: msgspec.Raw


_stored_decoder = msgspec.json.Decoder(Stored)
_content_decoder = msgspec.json.Decoder(Content)


class Manifest:
    """A manifest as it was read from its bytes. Nobody has looked at its seal yet.

    Raises:
        BackupDamagedError: it is none, or was changed.
        NewerBackupError: a newer Turnstone wrote it.
    """

    def __init__(self, raw: bytes) -> None:
        self._stored = _decoded(raw, _stored_decoder)
        if hashlib.sha256(_summed(self._stored)).hexdigest() != self._stored.sha256:
            raise BackupDamagedError("checksum")
        if self._stored.format > FORMAT:
            raise NewerBackupError
        if self._stored.format != FORMAT:
            raise BackupDamagedError("content")
        self.content: Final = _decoded(bytes(self._stored.content), _content_decoder)
        if self.content.slots.size > LARGEST_SLOTS:
            raise BackupDamagedError("content")

    def ensure_sealed(self, keys: VaultKeys) -> None:
        """Make sure that it was sealed with a vault's key; raises BackupDamagedError."""
        tag = mac(_signed(self._stored), keys.derived(Purpose.BACKUP_SEAL)).hex()
        if not hmac.compare_digest(tag, self._stored.hmac):
            raise BackupDamagedError("tampered")


def sealed(content: Content, keys: VaultKeys) -> bytes:
    """The manifest as it is stored."""
    bare = Stored(FORMAT, "", "", msgspec.Raw(msgspec.json.encode(content)))
    tag = mac(_signed(bare), keys.derived(Purpose.BACKUP_SEAL)).hex()
    signed = msgspec.structs.replace(bare, hmac=tag)
    summed = msgspec.structs.replace(signed, sha256=hashlib.sha256(_summed(signed)).hexdigest())
    return msgspec.json.encode(summed)


def _signed(stored: Stored) -> bytes:
    return b"turnstone backup %d " % stored.format + bytes(stored.content)


def _summed(stored: Stored) -> bytes:
    return stored.hmac.encode() + b" " + _signed(stored)


def _decoded(raw: bytes, decoder: msgspec.json.Decoder[_Decoded]) -> _Decoded:
    try:
        return decoder.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise BackupDamagedError("content") from None
