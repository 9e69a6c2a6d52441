"""The printed recovery key: 160 random bits that open the vault when the passphrase is gone.

It is written in Crockford's base 32, which has no I, L, O or U, in nine groups of four: eight
hold the key and the last one a check, so that a slip of the pen is told before anything is tried.
"""

import base64
import hashlib
import secrets
from typing import Final

from desktop.domain.errors import RecoveryKeySlipError
from desktop.storage.vault.keys import Purpose, Secret, derived

RECOVERY_BYTES: Final = 20
KEY_CHARS: Final = 32
CHECK_CHARS: Final = 4
GROUP: Final = 4

_RFC_4648: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_CROCKFORD: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TO_PRINT: Final = str.maketrans(_RFC_4648, _CROCKFORD)
_FROM_PRINT: Final = str.maketrans(_CROCKFORD, _RFC_4648)
_LOOK_ALIKES: Final = str.maketrans("OIL", "011")
_DASHES: Final = frozenset("-‐‑‒–—−")


class RecoveryKey:
    """A recovery key. Its ``repr`` does not show it; ``text()`` does, to be printed once."""

    __slots__ = ("_secret",)

    def __init__(self, secret: Secret) -> None:
        self._secret = secret

    def __repr__(self) -> str:
        return "RecoveryKey(hidden)"

    @classmethod
    def new(cls) -> "RecoveryKey":
        """A random key."""
        return cls(Secret(secrets.token_bytes(RECOVERY_BYTES)))

    @classmethod
    def parse(cls, typed: str) -> "RecoveryKey":
        """The key that was typed: case, spaces and dashes don't matter; O is 0, I and L are 1.

        Raises:
            RecoveryKeySlipError: a character is wrong, missing or too many.
        """
        bare = "".join(c for c in typed if not c.isspace() and c not in _DASHES)
        chars = bare.upper().translate(_LOOK_ALIKES)
        if len(chars) != KEY_CHARS + CHECK_CHARS or not set(chars) <= set(_CROCKFORD):
            raise RecoveryKeySlipError
        raw = base64.b32decode(chars[:KEY_CHARS].translate(_FROM_PRINT))
        if chars[KEY_CHARS:] != _check(raw):
            raise RecoveryKeySlipError
        return cls(Secret(raw))

    def text(self) -> str:
        """The key as it is printed: nine groups of four characters with dashes between them."""
        raw = self._secret.reveal()
        chars = _printed(raw) + _check(raw)
        return "-".join(chars[i : i + GROUP] for i in range(0, len(chars), GROUP))

    def key(self, salt: bytes) -> Secret:
        """The key for a slot. It needs no slow derivation: nobody guesses 160 random bits."""
        return derived(self._secret, Purpose.RECOVERY_SLOT, salt)


def _printed(raw: bytes) -> str:
    return base64.b32encode(raw).decode("ascii").translate(_TO_PRINT)


def _check(raw: bytes) -> str:
    """The first 20 bits of a hash: one slip in a million goes unseen."""
    return _printed(hashlib.sha256(b"turnstone recovery key" + raw).digest()[:5])[:CHECK_CHARS]
