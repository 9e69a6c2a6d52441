"""The key slots of an open vault: listed, added, replaced and withdrawn.

The data key stays the same whatever happens to the slots. So whoever kept a copy of the whole
vault folder opens that copy with the passphrase of then; what ends with a change is the way into
this vault.
"""

import errno
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from desktop.domain.errors import (
    LastSlotError,
    NotFoundError,
    NotSavedError,
    SlotsDamagedError,
    TooManySlotsError,
)
from desktop.domain.key_slots import KeySlot, SlotKind
from desktop.domain.ports import Settings
from desktop.storage.vault import layout, retired, slot_file
from desktop.storage.vault.keys import VaultKeys
from desktop.storage.vault.passphrase import KdfCost, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slot_file import PassphraseHeader, Slot
from desktop.storage.vault.slots import opened_slot, passphrase_slot, recovery_slot

_REASONS: Final = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
}


class VaultSlots:
    """The slots of an open vault, for the thread that opened it. No key comes out of here.

    Each use reads the file anew and makes sure that it is the one that we last read or wrote, so
    a change never covers up what other hands put there. A change takes effect at once and as a
    whole: after a crash at any instant the old slots are there or the new ones.

    ``who`` names the owner of the slot that opened the vault; empty when it has no name. Where the
    vault is ``read_only``, its files are a copy, and a change in that would be lost: each is
    refused.

    Raises:
        SlotsDamagedError: the slots are damaged, or older ones with a key withdrawn since.
        VaultUnreadableError, NewerVaultError: see ``slot_file.read``.
    """

    def __init__(
        self, folder: Path, keys: VaultKeys, settings: Settings, *, read_only: bool = False
    ) -> None:
        self._file = folder / layout.SLOTS
        self._keys = keys
        self._settings = settings
        self._read_only = read_only
        self._own = keys.slot
        self.who: Final = keys.who
        layout.sweep_beside(self._file)
        present = _ids(self._sealed())
        with suppress(NotSavedError):  # it is settled at the next opening or change
            retired.settle(settings, present, keys.slot)
        self._expected = frozenset({present})

    def all(self) -> tuple[KeySlot, ...]:
        """All slots, passphrases first. Raises SlotsDamagedError and the like."""
        shown = [self._shown(slot) for slot in self._current()]
        return tuple(sorted(shown, key=lambda slot: slot.kind is not SlotKind.PASSPHRASE))

    def opened_by(self, secret: Passphrase | RecoveryKey, besides: str = "") -> str | None:
        """The id of the slot that a secret opens, one apart; None when it opens no other.

        Slow: a passphrase is derived for each passphrase slot until one opens.

        Raises:
            SlotsDamagedError: the file is not the one that we last read or wrote.
            NotEnoughMemoryError: none opened, and one of them could not be tried.
        """
        slots = [slot for slot in self._current() if _id(slot) != besides]
        opened = opened_slot(self._keys.vault, slots, secret)
        return None if opened is None else opened.id

    def replace_passphrase(self, slot_id: str, passphrase: Passphrase, cost: KdfCost) -> KeySlot:
        """Put a new passphrase, with a new salt and id, in a slot's place; its owner stays. Slow.

        Raises:
            NotFoundError: there is no passphrase slot with that id.
            SlotsDamagedError: the file is not the one that we last read or wrote.
            NotSavedError: nothing was changed.
            NotEnoughMemoryError: see ``Passphrase.key``.
        """
        who = slot_file.who_of(_passphrase(self._current(), slot_id), self._keys)
        new = passphrase_slot(self._keys, slot_file.new_id(), passphrase, cost, who)
        slots = self._current()  # once more, since deriving took its time
        self._write(slots, [new if _id(slot) == slot_id else slot for slot in slots])
        self._follow(slot_id, new)
        return self._shown(new)

    def add_passphrase(self, who: str, passphrase: Passphrase, cost: KdfCost) -> KeySlot:
        """Let one more person in, by a passphrase of their own. Slow.

        Raises:
            TooManySlotsError: as many as there may be are there already.
            UnusableTextError, NamelessSlotError: the name can't be kept.
            The others: as for ``replace_passphrase``.
        """
        if len(self._current()) >= slot_file.MOST_SLOTS:
            raise TooManySlotsError
        new = passphrase_slot(self._keys, slot_file.new_id(), passphrase, cost, who)
        slots = self._current()
        self._write(slots, [*slots, new])
        return self._shown(new)

    def remove(self, slot_id: str) -> None:
        """Withdraw a passphrase.

        Raises:
            LastSlotError: no other passphrase would open the vault.
            NotFoundError, SlotsDamagedError, NotSavedError: as for ``replace_passphrase``.
        """
        slots = self._current()
        gone = _passphrase(slots, slot_id)
        left = [slot for slot in slots if slot is not gone]
        if not any(map(_is_passphrase, left)):
            raise LastSlotError
        self._write(slots, left)

    def replace_recovery(self) -> RecoveryKey:
        """A new recovery key; the one before opens nothing any more.

        Raises:
            SlotsDamagedError, NotSavedError: as for ``replace_passphrase``.
        """
        recovery = RecoveryKey.new()
        new = recovery_slot(self._keys, slot_file.new_id(), recovery)
        slots = self._current()
        self._write(slots, [*filter(_is_passphrase, slots), new])
        for slot in slots:
            if not _is_passphrase(slot):
                self._follow(_id(slot), new)
        return recovery

    def _sealed(self) -> tuple[Slot, ...]:
        """The slots in the file, which were sealed with our keys."""
        stored = slot_file.read(self._file)
        slot_file.ensure_sealed(stored, self._keys)
        return slot_file.content_of(stored).slots

    def _current(self) -> tuple[Slot, ...]:
        """The slots in the file, which are those that we know of."""
        slots = self._sealed()
        if _ids(slots) not in self._expected:
            raise SlotsDamagedError("put-back")
        with suppress(NotSavedError):
            retired.settle(self._settings, _ids(slots))
        return slots

    def _write(self, before: Sequence[Slot], after: Sequence[Slot]) -> None:
        """Put other slots in the file's place; the record is told before and after."""
        if self._read_only:
            raise NotSavedError("read-only")
        old, new = _ids(before), _ids(after)
        retired.announce(self._settings, old, old - new)
        self._expected = frozenset({old, new})  # an error may come before or after the change
        try:
            slot_file.write(self._file, self._keys, after)
        except OSError as error:
            raise NotSavedError(_REASONS.get(error.errno or 0, "disk")) from error
        self._expected = frozenset({new})
        with suppress(NotSavedError):
            retired.settle(self._settings, new)

    def _follow(self, slot_id: str, new: Slot) -> None:
        """If that slot opened the vault, the new one in its place counts as the one that did."""
        if self._own == slot_id:
            self._own = _id(new)

    def _shown(self, slot: Slot) -> KeySlot:
        return KeySlot(
            id=_id(slot),
            kind=SlotKind.PASSPHRASE if _is_passphrase(slot) else SlotKind.RECOVERY,
            who=slot_file.who_of(slot, self._keys),
            own=_id(slot) == self._own,
        )


def _id(slot: Slot) -> str:
    return slot_file.header_of(slot).id


def _ids(slots: Sequence[Slot]) -> frozenset[str]:
    return frozenset(map(_id, slots))


def _is_passphrase(slot: Slot) -> bool:
    return isinstance(slot_file.header_of(slot), PassphraseHeader)


def _passphrase(slots: Sequence[Slot], slot_id: str) -> Slot:
    """The passphrase slot with that id; raises NotFoundError."""
    for slot in slots:
        if _id(slot) == slot_id and _is_passphrase(slot):
            return slot
    raise NotFoundError
