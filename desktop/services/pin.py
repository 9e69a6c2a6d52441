"""The PIN that keeps the people in the room from the other couples in the vault.

It guards a window that is open, and no file: it lies as an Argon2id hash among the settings, inside
the encrypted record. So it may be short, and whoever has the files gains nothing by it.
"""

import unicodedata
from enum import StrEnum
from typing import Final

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import HashingError, InvalidHashError, VerificationError

from desktop.domain.errors import (
    EmptyPassphraseError,
    NotEnoughMemoryError,
    NotSavedError,
    PinIsPassphraseError,
    UnfitPinError,
    UnusableTextError,
)
from desktop.domain.ports import SettingKey, Settings
from desktop.services.keys import KeyService

FEWEST_DIGITS: Final = 4
MOST_DIGITS: Final = 8
MOST_WRONG: Final = 5
"""After so many wrong PINs in a row only the passphrase is taken, until it was given once."""

# What OWASP asks of Argon2id at the least. It is the vault that keeps the hash from being guessed,
# and the count that keeps the PIN from being guessed; a dearer one would only hold up the saving.
_HASHER: Final = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)


class PinState(StrEnum):
    """What is taken at a door: the passphrase alone (``NONE``, ``HELD``), or the PIN as well."""

    NONE = "none"
    TAKEN = "taken"
    HELD = "held"
    """There is a PIN, but too many wrong ones were typed."""


class _Kept(msgspec.Struct, frozen=True):
    hash: str
    wrong: int = 0


_UNREADABLE: Final = _Kept("", MOST_WRONG)
"""Stands for a PIN that can't be read: nothing fits it, so the passphrase is asked for."""


class PinService:
    """Keeps the PIN of a vault, and says whether what somebody types lets them pass.

    All of it runs on the worker. Setting and checking are slow: up to a second for each
    passphrase that what was typed is compared with.
    """

    def __init__(self, settings: Settings, keys: KeyService) -> None:
        self._settings = settings
        self._keys = keys
        self._unsaved: int | None = None
        """The count of wrong PINs where the vault could not keep it."""

    def state(self) -> PinState:
        """Whether there is a PIN, and whether it is taken now. Quick."""
        kept = self._kept()
        if kept is None:
            return PinState.NONE
        return PinState.TAKEN if kept.wrong < MOST_WRONG else PinState.HELD

    def set(self, pin: str) -> None:
        """Set a PIN, in the place of the one before.

        Raises:
            UnfitPinError: it is not made of 4 to 8 digits.
            PinIsPassphraseError: it opens the vault, so whoever looks on would have the passphrase.
            NotEnoughMemoryError, SlotsDamagedError: see ``KeyService.opens``.
            NotSavedError: nothing was changed; so it is wherever the vault can only be read.
        """
        digits = _digits(pin)
        if digits is None:
            raise UnfitPinError
        if self._keys.opens(digits):
            raise PinIsPassphraseError
        try:
            hashed = _HASHER.hash(digits)
        except HashingError:
            raise NotEnoughMemoryError from None
        self._put(_Kept(hashed))

    def remove(self) -> None:
        """Have no PIN any more: then doors ask for the passphrase. Raises NotSavedError."""
        self._settings.put(SettingKey.PIN, "")
        self._unsaved = None

    def check(self, secret: str) -> bool:
        """Whether it is the PIN, while that is taken, or a passphrase that opens the vault.

        A passphrase may look like a PIN: then it counts as no wrong one. The count of wrong ones
        lies in the vault, so it is the same after a restart.

        Raises:
            NotEnoughMemoryError, SlotsDamagedError: see ``KeyService.opens``.
        """
        kept, digits = self._kept(), _digits(secret)
        if kept is not None and digits is not None and kept.wrong < MOST_WRONG:
            if _fits(kept.hash, digits):
                self._count(kept, 0)
                return True
            self._count(kept, kept.wrong + 1)  # before anything else, so that no kill undoes it
        if not self._opens(secret):
            return False
        if kept is not None:
            self._count(kept, 0)
        return True

    def _opens(self, secret: str) -> bool:
        try:
            return self._keys.opens(secret)
        except (EmptyPassphraseError, UnusableTextError):
            return False

    def _kept(self) -> _Kept | None:
        text = self._settings.get(SettingKey.PIN)
        if not text:
            return None
        try:
            kept = msgspec.json.decode(text, type=_Kept)
        except msgspec.DecodeError:
            return _UNREADABLE
        return kept if self._unsaved is None else _Kept(kept.hash, self._unsaved)

    def _count(self, kept: _Kept, wrong: int) -> None:
        if wrong == kept.wrong or kept == _UNREADABLE:
            return
        try:
            self._put(_Kept(kept.hash, wrong))
        except NotSavedError:  # a full disk, or a vault to be read only, is no way round it
            self._unsaved = wrong

    def _put(self, kept: _Kept) -> None:
        self._settings.put(SettingKey.PIN, msgspec.json.encode(kept).decode())
        self._unsaved = None


def _digits(typed: str) -> str | None:
    """What was typed as 0 to 9, in whichever digits of the world; None where it can be no PIN."""
    values = [unicodedata.decimal(character, None) for character in typed.strip()]
    if not FEWEST_DIGITS <= len(values) <= MOST_DIGITS or None in values:
        return None
    return "".join(map(str, values))


def _fits(hashed: str, digits: str) -> bool:
    try:
        return _HASHER.verify(hashed, digits)
    except (VerificationError, InvalidHashError):  # another PIN, or a hash that nothing fits
        return False
