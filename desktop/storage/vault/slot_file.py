"""``slots.json``: its format, how it is sealed, and how it is checked.

    {"format": 1, "sha256": "…", "hmac": "…", "content": {"vault": "…", "slots": [
        {"header": {"kind": "passphrase", "id": "…", "salt": "…", "cost": {…}},
         "wrapped": {"nonce": "…", "data": "…"}, "who": {"nonce": "…", "data": "…"}}, …]}}

- A slot's header, with the format and the vault's id, is bound to its wrapped key (AES-256-GCM).
- ``hmac`` binds the slots to each other, under a key that only the data key gives: no slot can
  be added, taken away or put back by someone who can't open the vault.
- ``sha256`` needs no key, so damage is told apart from a wrong passphrase before one is tried.
- ``who`` names the slot's owner and is encrypted: no name stands in clear on the disk.

Headers and content are checked as the bytes that were stored, never as a new encoding of them.
Every later format keeps ``format``, ``sha256``, ``hmac`` and ``content`` and how the first two
are reckoned, so that an old Turnstone can tell a newer vault from a damaged one.
"""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from desktop.domain.errors import (
    NamelessSlotError,
    NewerVaultError,
    SlotsDamagedError,
    UnusableTextError,
    VaultUnreadableError,
)
from desktop.storage.vault import layout
from desktop.storage.vault.keys import (
    SALT_BYTES,
    Purpose,
    Sealed,
    Secret,
    VaultKeys,
    mac,
    seal,
    unseal,
)
from desktop.storage.vault.passphrase import KdfCost

FORMAT: Final = 1
LONGEST_NAME: Final = 200
"""Characters of a slot owner's name."""
_MOST_BYTES: Final = 1 << 20
"""More than a thousand slots; what is longer is no file of ours and is not read."""

MOST_SLOTS: Final = 32
"""A passphrase is tried on each slot in turn, so made-up slots must not be many."""

Id: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9a-f]{32}\Z")]
Digest: TypeAlias = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Salt: TypeAlias = Annotated[bytes, Meta(min_length=SALT_BYTES, max_length=SALT_BYTES)]
_Decoded = TypeVar("_Decoded")


class PassphraseHeader(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="passphrase"
):
    """What a passphrase slot shows: Argon2id's salt and cost."""

    id: Id
    salt: Salt
    cost: KdfCost


class RecoveryHeader(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="recovery"
):
    """What a recovery slot shows: HKDF's salt."""

    id: Id
    salt: Salt


Header: TypeAlias = PassphraseHeader | RecoveryHeader


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One slot as stored."""

    header: msgspec.Raw
    wrapped: Sealed
    who: Sealed


class Content(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All slots of a vault."""

    vault: Id
    slots: Annotated[tuple[Slot, ...], Meta(max_length=MOST_SLOTS)]


class Stored(msgspec.Struct, frozen=True):
    """The file. Fields that a later format may add are left unread."""

    format: int
    sha256: Digest
    hmac: Digest
    content: msgspec.Raw


_file_decoder = msgspec.json.Decoder(Stored)
_content_decoder = msgspec.json.Decoder(Content)
_header_decoder: msgspec.json.Decoder[Header] = msgspec.json.Decoder(Header)


def new_id() -> str:
    """A random id of a slot or a vault."""
    return secrets.token_hex(16)


def new_salt() -> bytes:
    """A random salt."""
    return secrets.token_bytes(SALT_BYTES)


def read(file: Path) -> Stored:
    """The stored file, once its checksum and format were found right; its seal is unchecked.

    Raises:
        SlotsDamagedError: it is missing or damaged.
        VaultUnreadableError: the system does not hand it out.
        NewerVaultError: a newer Turnstone wrote it.
    """
    stored = _decoded(_read_bytes(file), _file_decoder, "unreadable")
    if hashlib.sha256(_summed(stored)).hexdigest() != stored.sha256:
        raise SlotsDamagedError("checksum")
    if stored.format > FORMAT:
        raise NewerVaultError
    if stored.format != FORMAT:
        raise SlotsDamagedError("content")
    return stored


def content_of(stored: Stored) -> Content:
    """The slots in a file. Raises SlotsDamagedError for a value that no Turnstone writes."""
    return _decoded(stored.content, _content_decoder, "content")


def header_of(slot: Slot) -> Header:
    """What a slot shows. Raises SlotsDamagedError, for a cost below the least, too."""
    return _decoded(slot.header, _header_decoder, "content")


def ensure_sealed(stored: Stored, keys: VaultKeys) -> None:
    """Make sure that someone who had the vault's keys wrote just these slots.

    Raises:
        SlotsDamagedError: other hands changed them.
    """
    if not hmac.compare_digest(_seal(stored, keys), stored.hmac):
        raise SlotsDamagedError("tampered")


def unwrapped(slot: Slot, vault: str, wrapping: Secret) -> Secret | None:
    """The data key out of a slot of the vault with that id; None for a key that does not fit."""
    raw = unseal(slot.wrapped, wrapping, _bound(vault, bytes(slot.header)))
    return None if raw is None else Secret(raw)


def who_of(slot: Slot, keys: VaultKeys) -> str:
    """The name of a slot's owner. Raises SlotsDamagedError when it is not this slot's."""
    bound = _bound(keys.vault, bytes(slot.header))
    who = unseal(slot.who, keys.derived(Purpose.SLOT_NAMES), bound)
    if who is None:
        raise SlotsDamagedError("tampered")
    return who.decode()


def sealed_slot(keys: VaultKeys, header: Header, wrapping: Secret, who: str) -> Slot:
    """A slot that hands out the data key to whoever has the wrapping key.

    Raises:
        UnusableTextError: the owner's name can't be kept.
        NamelessSlotError: it is longer than ``LONGEST_NAME``.
    """
    if len(who) > LONGEST_NAME:
        raise NamelessSlotError
    raw = msgspec.json.encode(header)
    bound = _bound(keys.vault, raw)
    try:
        name = who.encode()
    except UnicodeEncodeError:
        raise UnusableTextError from None
    return Slot(
        msgspec.Raw(raw),
        seal(keys.data.reveal(), wrapping, bound),
        seal(name, keys.derived(Purpose.SLOT_NAMES), bound),
    )


def write(file: Path, keys: VaultKeys, slots: Sequence[Slot]) -> None:
    """Seal the slots and put them in the file's place: after a crash the old or the new is there.

    Raises:
        OSError: see ``layout.replace_file``.
    """
    content = msgspec.json.encode(Content(keys.vault, tuple(slots)))
    bare = Stored(FORMAT, "", "", msgspec.Raw(content))
    signed = msgspec.structs.replace(bare, hmac=_seal(bare, keys))
    summed = msgspec.structs.replace(signed, sha256=hashlib.sha256(_summed(signed)).hexdigest())
    layout.replace_file(file, msgspec.json.encode(summed))


def _read_bytes(file: Path) -> bytes:
    try:
        with file.open("rb") as content:
            raw = content.read(_MOST_BYTES + 1)
    except FileNotFoundError:
        raise SlotsDamagedError("missing") from None
    except OSError as error:
        raise VaultUnreadableError(file.name) from error
    if len(raw) > _MOST_BYTES:
        raise SlotsDamagedError("unreadable")
    return raw


def _seal(stored: Stored, keys: VaultKeys) -> str:
    return mac(_signed(stored), keys.derived(Purpose.SLOTS_SEAL)).hex()


def _bound(vault: str, header: bytes) -> bytes:
    """What a slot's wrapped key is bound to; the vault's id has a fixed length."""
    return b"turnstone slot %d %s " % (FORMAT, vault.encode()) + header


def _signed(stored: Stored) -> bytes:
    return b"turnstone slots %d " % stored.format + bytes(stored.content)


def _summed(stored: Stored) -> bytes:
    return stored.hmac.encode() + b" " + _signed(stored)


def _decoded(
    raw: bytes | msgspec.Raw, decoder: msgspec.json.Decoder[_Decoded], otherwise: str
) -> _Decoded:
    try:
        return decoder.decode(bytes(raw))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        raise SlotsDamagedError(otherwise) from None
