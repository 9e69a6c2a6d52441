"""The slots of a vault: the first ones, and which of them a secret opens.

How they are stored is told in ``slot_file``; how they are changed later, in ``slot_changes``.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from desktop.domain.errors import (
    NotEnoughMemoryError,
    VaultMissingError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.storage.vault import layout, slot_file
from desktop.storage.vault.keys import Secret, VaultKeys, new_data_key
from desktop.storage.vault.passphrase import KdfCost, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slot_file import Header, PassphraseHeader, RecoveryHeader, Slot


class Opened(NamedTuple):
    """The slot that a secret opened, and the data key that was in it."""

    slot: Slot
    id: str
    data: Secret


def new_keys(who: str) -> VaultKeys:
    """The keys of a new vault, with the id of its first slot."""
    return VaultKeys(slot_file.new_id(), new_data_key(), slot_file.new_id(), who)


def write_slots(
    file: Path, keys: VaultKeys, passphrase: Passphrase, cost: KdfCost, recovery: RecoveryKey
) -> None:
    """Write a vault's first slots: its owner's passphrase and the recovery key.

    Slow, since the passphrase is derived once. After a crash the file is there whole or as before.

    Raises:
        UnusableTextError, NamelessSlotError: the owner's name can't be kept.
        NotEnoughMemoryError: see ``Passphrase.key``.
    """
    own = passphrase_slot(keys, keys.slot, passphrase, cost, keys.who)
    spare = recovery_slot(keys, slot_file.new_id(), recovery)
    slot_file.write(file, keys, (own, spare))


def passphrase_slot(
    keys: VaultKeys, slot_id: str, passphrase: Passphrase, cost: KdfCost, who: str
) -> Slot:
    """A new slot for a passphrase, with a salt of its own. Slow.

    Raises:
        UnusableTextError, NamelessSlotError: the owner's name can't be kept.
        NotEnoughMemoryError: see ``Passphrase.key``.
    """
    header = PassphraseHeader(slot_id, slot_file.new_salt(), cost)
    return slot_file.sealed_slot(keys, header, passphrase.key(header.salt, header.cost), who)


def recovery_slot(keys: VaultKeys, slot_id: str, recovery: RecoveryKey) -> Slot:
    """A new slot for a recovery key, with a salt of its own."""
    header = RecoveryHeader(slot_id, slot_file.new_salt())
    return slot_file.sealed_slot(keys, header, recovery.key(header.salt), "")


def open_slots(folder: Path, secret: Passphrase | RecoveryKey) -> VaultKeys:
    """The keys of the vault in a folder. Slow for a passphrase; touches no database.

    Raises:
        VaultMissingError: there is no vault.
        SlotsDamagedError: the slots are damaged, or were changed without the key.
        VaultUnreadableError: the system does not hand them out.
        NewerVaultError: a newer Turnstone wrote them.
        WrongPassphraseError, WrongRecoveryKeyError: the secret opens no slot.
        NotEnoughMemoryError: see ``opened_slot``.
    """
    if not layout.exists(folder):
        raise VaultMissingError
    stored = slot_file.read(folder / layout.SLOTS)
    content = slot_file.content_of(stored)
    opened = opened_slot(content.vault, content.slots, secret)
    if opened is None:
        raise WrongRecoveryKeyError if isinstance(secret, RecoveryKey) else WrongPassphraseError
    unnamed = VaultKeys(content.vault, opened.data, opened.id, "")
    slot_file.ensure_sealed(stored, unnamed)
    return VaultKeys(content.vault, opened.data, opened.id, slot_file.who_of(opened.slot, unnamed))


def opened_slot(
    vault: str, slots: Sequence[Slot], secret: Passphrase | RecoveryKey
) -> Opened | None:
    """The first of the slots that the secret opens; None when it opens none.

    Every passphrase slot has a salt and a cost of its own, so a passphrase is derived once for
    each of them until one opens: a wrong one, or the last person's, takes up to a second for each
    person. One that asks for more memory than there is does not keep the others from being tried.

    Raises:
        SlotsDamagedError: a header holds what no Turnstone writes.
        NotEnoughMemoryError: none opened, and one of them could not be tried.
    """
    untried = False
    for slot in slots:
        header = slot_file.header_of(slot)
        try:
            wrapping = _wrapping_key(header, secret)
        except NotEnoughMemoryError:
            untried = True
            continue
        data = None if wrapping is None else slot_file.unwrapped(slot, vault, wrapping)
        if data is not None:
            return Opened(slot, header.id, data)
    if untried:
        raise NotEnoughMemoryError
    return None


def _wrapping_key(header: Header, secret: Passphrase | RecoveryKey) -> Secret | None:
    """The key that the secret gives for a slot; None for a slot of the other kind."""
    match header, secret:
        case PassphraseHeader(), Passphrase():
            return secret.key(header.salt, header.cost)
        case RecoveryHeader(), RecoveryKey():
            return secret.key(header.salt)
        case _:
            return None
