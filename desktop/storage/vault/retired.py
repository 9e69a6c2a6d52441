"""Which key slots were withdrawn: told in the record file, so that none of them comes back.

An older copy of ``slots.json`` is as soundly sealed as the newest one, and a passphrase in it
that was withdrawn since would open the vault again. So the record file, which nobody without the
data key can change, keeps the ids of the slots that are gone for good.

A change of the slots is announced in the record, then made in their file, and then settled in the
record. A crash anywhere in between leaves a vault that opens: whether an announced slot is still
in the file tells whether the change was made. A slot that is missing from the file and was never
announced is not held to be withdrawn: a file that somebody took for another one by mistake can
be put right again.
"""

import msgspec

from desktop.domain.errors import SlotsDamagedError, VaultDamagedError
from desktop.domain.ports import SettingKey, Settings
from desktop.storage.vault import layout


class _History(msgspec.Struct, frozen=True):
    """The ids of the slots that were withdrawn, and of those that a change is about to withdraw."""

    retired: frozenset[str] = frozenset()
    leaving: frozenset[str] = frozenset()

    def settled(self, present: frozenset[str]) -> "_History":
        """The history now that these are the slots in the file."""
        return _History(self.retired | (self.leaving - present))


_decoder = msgspec.json.Decoder(_History)


def announce(settings: Settings, present: frozenset[str], leaving: frozenset[str]) -> None:
    """Tell the record which of the slots in the file a change is about to withdraw.

    Raises:
        VaultDamagedError: the record holds no history that can be read.
        NotSavedError: the record is as it was, so the change must not be made.
    """
    before = _read(settings)
    _keep(settings, before, msgspec.structs.replace(before.settled(present), leaving=leaving))


def settle(settings: Settings, present: frozenset[str], opened_by: str | None = None) -> None:
    """Make sure that no slot was withdrawn that is in the file or just opened the vault.

    All of them are told by their ids. Brings the record up to date after a change that was made,
    or was cut off; mostly there is nothing to write.

    Raises:
        SlotsDamagedError: the file of slots is an older one, with a key withdrawn since.
        VaultDamagedError: the record holds no history that can be read.
        NotSavedError: no slot was withdrawn, but the record could not be brought up to date.
    """
    before = _read(settings)
    settled = before.settled(present)
    if settled.retired & (present if opened_by is None else present | {opened_by}):
        raise SlotsDamagedError("put-back")
    _keep(settings, before, settled)


def _read(settings: Settings) -> _History:
    kept = settings.get(SettingKey.KEY_SLOTS)
    if kept is None:
        return _History()
    try:
        return _decoder.decode(kept)
    except msgspec.DecodeError:
        raise VaultDamagedError(layout.RECORD) from None


def _keep(settings: Settings, before: _History, after: _History) -> None:
    if after != before:
        encoded = msgspec.json.encode(after, order="deterministic")
        settings.put(SettingKey.KEY_SLOTS, encoded.decode())
