"""``slots.json``: the data key, wrapped once for each secret that opens the vault.

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
from pathlib import Path
from typing import Annotated, Final, TypeAlias, TypeVar

import msgspec
from msgspec import Meta

from desktop.domain.errors import (
    NewerVaultError,
    SlotsDamagedError,
    UnusableTextError,
    VaultMissingError,
    VaultUnreadableError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.storage.vault import layout
from desktop.storage.vault.keys import (
    SALT_BYTES,
    Purpose,
    Sealed,
    Secret,
    derived,
    mac,
    new_data_key,
    seal,
    unseal,
)
from desktop.storage.vault.passphrase import KdfCost, Passphrase
from desktop.storage.vault.recovery import RecoveryKey

FORMAT: Final = 1

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
    slots: tuple[Slot, ...]


class Stored(msgspec.Struct, frozen=True):
    """The file. Fields that a later format may add are left unread."""

    format: int
    sha256: Digest
    hmac: Digest
    content: msgspec.Raw


_file_decoder = msgspec.json.Decoder(Stored)
_content_decoder = msgspec.json.Decoder(Content)
_header_decoder: msgspec.json.Decoder[Header] = msgspec.json.Decoder(Header)


class VaultKeys(msgspec.Struct, frozen=True):
    """An opened vault's keys, in memory only. ``who`` is the owner of the slot that opened it."""

    vault: str
    data: Secret
    slot: str
    who: str

    def derived(self, purpose: Purpose) -> Secret:
        """The vault's key for one purpose."""
        return derived(self.data, purpose, self.vault.encode())


def new_keys(who: str) -> VaultKeys:
    """The keys of a new vault, with the id of its first slot."""
    return VaultKeys(_new_id(), new_data_key(), _new_id(), who)


def write_slots(
    file: Path, keys: VaultKeys, passphrase: Passphrase, cost: KdfCost, recovery: RecoveryKey
) -> None:
    """Write a vault's first slots: its owner's passphrase and the recovery key.

    Slow, since the passphrase is derived once. After a crash the file is there whole or as before.

    Raises:
        UnusableTextError: the owner's name can't be kept.
        NotEnoughMemoryError: see ``Passphrase.key``.
    """
    header = PassphraseHeader(keys.slot, secrets.token_bytes(SALT_BYTES), cost)
    spare = RecoveryHeader(_new_id(), secrets.token_bytes(SALT_BYTES))
    slots = (
        _sealed_slot(keys, header, passphrase.key(header.salt, header.cost), keys.who),
        _sealed_slot(keys, spare, recovery.key(spare.salt), ""),
    )
    layout.replace_file(file, _sealed_file(keys, Content(keys.vault, slots)))


def open_slots(folder: Path, secret: Passphrase | RecoveryKey) -> VaultKeys:
    """The keys of the vault in a folder. Slow for a passphrase; touches no database.

    Raises:
        VaultMissingError: there is no vault.
        SlotsDamagedError: the slots are damaged, or were changed without the key.
        VaultUnreadableError: the system does not hand them out.
        NewerVaultError: a newer Turnstone wrote them.
        WrongPassphraseError, WrongRecoveryKeyError: the secret opens no slot.
        NotEnoughMemoryError: see ``Passphrase.key``.
    """
    if not layout.exists(folder):
        raise VaultMissingError
    stored = _read(folder / layout.SLOTS)
    content = _decoded(stored.content, _content_decoder, "content")
    keys = _unlocked(content, secret)
    _ensure_sealed(stored, keys)
    return keys


def ensure_sealed(file: Path, keys: VaultKeys) -> None:
    """Make sure that a file of slots is sound and was sealed with a vault's keys.

    Raises:
        SlotsDamagedError, VaultUnreadableError, NewerVaultError: as ``open_slots``.
    """
    _ensure_sealed(_read(file), keys)


def _ensure_sealed(stored: Stored, keys: VaultKeys) -> None:
    seal_key = keys.derived(Purpose.SLOTS_SEAL)
    if not hmac.compare_digest(mac(_signed(stored), seal_key).hex(), stored.hmac):
        raise SlotsDamagedError("tampered")


def _read(file: Path) -> Stored:
    """The stored file, once its checksum and format were found right."""
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        raise SlotsDamagedError("missing") from None
    except OSError as error:
        raise VaultUnreadableError(file.name) from error
    stored = _decoded(raw, _file_decoder, "unreadable")
    if hashlib.sha256(_summed(stored)).hexdigest() != stored.sha256:
        raise SlotsDamagedError("checksum")
    if stored.format > FORMAT:
        raise NewerVaultError
    if stored.format != FORMAT:
        raise SlotsDamagedError("content")
    return stored


def _unlocked(content: Content, secret: Passphrase | RecoveryKey) -> VaultKeys:
    """The keys out of the first slot that the secret opens."""
    for slot in content.slots:
        header = _decoded(slot.header, _header_decoder, "content")
        wrapping = _wrapping_key(header, secret)
        if wrapping is None:
            continue
        raw = unseal(slot.wrapped, wrapping, _bound(content.vault, bytes(slot.header)))
        if raw is not None:
            return _named(VaultKeys(content.vault, Secret(raw), header.id, ""), slot)
    if isinstance(secret, RecoveryKey):
        raise WrongRecoveryKeyError
    raise WrongPassphraseError


def _wrapping_key(header: Header, secret: Passphrase | RecoveryKey) -> Secret | None:
    """The key that the secret gives for a slot; None for a slot of the other kind."""
    match header, secret:
        case PassphraseHeader(), Passphrase():
            return secret.key(header.salt, header.cost)
        case RecoveryHeader(), RecoveryKey():
            return secret.key(header.salt)
        case _:
            return None


def _named(keys: VaultKeys, slot: Slot) -> VaultKeys:
    bound = _bound(keys.vault, bytes(slot.header))
    who = unseal(slot.who, keys.derived(Purpose.SLOT_NAMES), bound)
    if who is None:
        raise SlotsDamagedError("tampered")
    return msgspec.structs.replace(keys, who=who.decode())


def _sealed_slot(keys: VaultKeys, header: Header, wrapping: Secret, who: str) -> Slot:
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


def _sealed_file(keys: VaultKeys, content: Content) -> bytes:
    bare = Stored(FORMAT, "", "", msgspec.Raw(msgspec.json.encode(content)))
    tag = mac(_signed(bare), keys.derived(Purpose.SLOTS_SEAL)).hex()
    signed = msgspec.structs.replace(bare, hmac=tag)
    summed = msgspec.structs.replace(signed, sha256=hashlib.sha256(_summed(signed)).hexdigest())
    return msgspec.json.encode(summed)


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


def _new_id() -> str:
    return secrets.token_hex(16)
