"""The data key, what is derived from it, and how it is wrapped.

A vault has one random data key. Each database file has a key of its own, derived from it, so
that the key of one file says nothing about that of the other. A slot holds the data key wrapped
under a key that a person can bring: a passphrase or the printed recovery key.
"""

import hashlib
import hmac
import secrets
from enum import StrEnum
from typing import Final, Never

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES: Final = 32
SALT_BYTES: Final = 16
NONCE_BYTES: Final = 12


class Purpose(StrEnum):
    """What a derived key is for. The words are part of the vault's format and never change."""

    RECORD_FILE = "turnstone 1 record file"
    PROCESS_FILE = "turnstone 1 process file"
    SLOTS_SEAL = "turnstone 1 slots seal"
    SLOT_NAMES = "turnstone 1 slot names"
    RECOVERY_SLOT = "turnstone 1 recovery slot"
    COMMIT_COUNTS = "turnstone 1 commit counts"
    BACKUP_SEAL = "turnstone 1 backup seal"


class Secret:
    """Bytes that no ``repr``, log or pickle shows; ``reveal()`` hands them out."""

    __slots__ = ("_value",)

    def __init__(self, value: bytes) -> None:
        self._value = value

    def __repr__(self) -> str:
        return "Secret(hidden)"

    def __reduce__(self) -> Never:
        raise TypeError("a secret is not to be copied out of the process")

    def reveal(self) -> bytes:
        """The bytes."""
        return self._value


class Sealed(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Bytes under AES-256-GCM, with the nonce they were sealed with."""

    nonce: bytes
    data: bytes


def new_data_key() -> Secret:
    """A random data key."""
    return Secret(secrets.token_bytes(KEY_BYTES))


def derived(key: Secret, purpose: Purpose, salt: bytes) -> Secret:
    """A key of 32 bytes for one purpose, by HKDF-SHA256 (RFC 5869)."""
    hkdf = HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=salt, info=purpose.encode())
    return Secret(hkdf.derive(key.reveal()))


def seal(content: bytes, under: Secret, header: bytes) -> Sealed:
    """Encrypt bytes and bind them to a header, which stays readable."""
    nonce = secrets.token_bytes(NONCE_BYTES)
    return Sealed(nonce, AESGCM(under.reveal()).encrypt(nonce, content, header))


def unseal(sealed: Sealed, under: Secret, header: bytes) -> bytes | None:
    """The sealed bytes; None when the key, the header or the bytes are not those of then."""
    try:
        return AESGCM(under.reveal()).decrypt(sealed.nonce, sealed.data, header)
    except (InvalidTag, ValueError):  # ValueError: a nonce of a wrong length
        return None


def mac(content: bytes, under: Secret) -> bytes:
    """The HMAC-SHA256 of some bytes."""
    return hmac.digest(under.reveal(), content, hashlib.sha256)


class VaultKeys(msgspec.Struct, frozen=True):
    """An opened vault's keys, in memory only. ``who`` is the owner of the slot that opened it."""

    vault: str
    data: Secret
    slot: str
    who: str

    def derived(self, purpose: Purpose) -> Secret:
        """The vault's key for one purpose."""
        return derived(self.data, purpose, self.vault.encode())
