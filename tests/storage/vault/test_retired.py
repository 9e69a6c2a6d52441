"""A key that was withdrawn does not come back with an older file of slots."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import NotSavedError, SlotsDamagedError, VaultDamagedError
from desktop.domain.ports import SettingKey, Settings
from desktop.storage.vault import layout, retired
from desktop.storage.vault.door import open_vault, unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slot_changes import VaultSlots
from desktop.storage.vault.slots import VaultKeys

NEW = Passphrase("three stones")


def ids(*numbers: int) -> frozenset[str]:
    return frozenset(f"{number:032x}" for number in numbers)


def swapped(folder: Path, stored: bytes) -> bytes:
    """Put other slots into a vault's folder, and get those that were there."""
    before = (folder / layout.SLOTS).read_bytes()
    (folder / layout.SLOTS).write_bytes(stored)
    return before


def replace_passphrase(vault: Vault) -> object:
    return vault.slots.replace_passphrase(vault.slots.all()[0].id, NEW, LEAST_COST)


def remove_first(vault: Vault) -> object:
    vault.slots.add_passphrase("Dr Birch", NEW, LEAST_COST)
    return vault.slots.remove(vault.slots.all()[0].id)


def replace_recovery(vault: Vault) -> object:
    return vault.slots.replace_recovery()


@pytest.mark.parametrize("change", [replace_passphrase, remove_first, replace_recovery])
def test_an_older_file_of_slots_lets_nobody_in(
    folder: Path,
    passphrase: Passphrase,
    recovery: RecoveryKey,
    change: Callable[[Vault], object],
) -> None:
    older = (folder / layout.SLOTS).read_bytes()
    with unlock(folder, recovery) as vault:
        change(vault)
    newest = swapped(folder, older)
    for secret in (passphrase, recovery):
        for _ in range(2):
            with pytest.raises(SlotsDamagedError) as caught:
                unlock(folder, secret)
            assert caught.value.reason == "put-back"
    swapped(folder, newest)
    unlock(folder, passphrase if change is replace_recovery else NEW).close()


def test_a_whole_older_vault_opens_by_its_older_keys(
    folder: Path, tmp_path: Path, passphrase: Passphrase, recovery: RecoveryKey
) -> None:
    older = Path(shutil.copytree(folder, tmp_path / "older"))
    with unlock(folder, recovery) as vault:
        replace_passphrase(vault)
    unlock(older, passphrase).close()


def test_a_file_from_before_somebody_came_withdraws_nobody(
    folder: Path, passphrase: Passphrase, recovery: RecoveryKey
) -> None:
    older = (folder / layout.SLOTS).read_bytes()
    with unlock(folder, recovery) as vault:
        vault.slots.add_passphrase("Dr Birch", NEW, LEAST_COST)
    newest = swapped(folder, older)
    unlock(folder, passphrase).close()
    swapped(folder, newest)
    unlock(folder, NEW).close()


class FullSettings:
    """The settings of a vault on a disk that takes so many more values."""

    def __init__(self, settings: Settings, puts: int) -> None:
        self._settings = settings
        self._puts = puts

    def get(self, key: SettingKey) -> str | None:
        return self._settings.get(key)

    def put(self, key: SettingKey, value: str) -> None:
        if not self._puts:
            raise NotSavedError("disk-full")
        self._puts -= 1
        self._settings.put(key, value)


def test_what_the_record_can_not_be_told_is_not_changed(
    vault: Vault, folder: Path, keys: VaultKeys
) -> None:
    stored = (folder / layout.SLOTS).read_bytes()
    slots = VaultSlots(folder, keys, FullSettings(vault.settings, 0))
    with pytest.raises(NotSavedError):
        slots.replace_recovery()
    assert (folder / layout.SLOTS).read_bytes() == stored


def test_a_change_that_was_cut_off_before_the_file_was_written(
    vault: Vault, folder: Path, keys: VaultKeys, passphrase: Passphrase
) -> None:
    first, spare = vault.slots.all()
    retired.announce(vault.settings, frozenset({first.id, spare.id}), frozenset({first.id}))
    vault.close()
    unlock(folder, passphrase).close()
    with open_vault(folder, keys) as again:
        replace_passphrase(again)
    unlock(folder, NEW).close()


def test_a_change_that_was_cut_off_after_the_file_was_written(
    vault: Vault, folder: Path, keys: VaultKeys, passphrase: Passphrase
) -> None:
    slots = VaultSlots(folder, keys, FullSettings(vault.settings, 1))
    older = (folder / layout.SLOTS).read_bytes()
    slots.replace_passphrase(slots.all()[0].id, NEW, LEAST_COST)
    assert slots.all()[0].who == "Dr Rowan"  # and settling fails once more
    vault.close()
    unlock(folder, NEW).close()
    swapped(folder, older)
    with pytest.raises(SlotsDamagedError, match="put-back"):
        unlock(folder, passphrase)


def test_a_full_disk_keeps_nobody_out_and_lets_nobody_in(
    vault: Vault, folder: Path, keys: VaultKeys
) -> None:
    full = FullSettings(vault.settings, 1)
    older = (folder / layout.SLOTS).read_bytes()
    slots = VaultSlots(folder, keys, full)
    slots.replace_passphrase(slots.all()[0].id, NEW, LEAST_COST)
    assert len(VaultSlots(folder, keys, full).all()) == 2
    VaultSlots(folder, keys, vault.settings)  # settles
    swapped(folder, older)
    with pytest.raises(SlotsDamagedError, match="put-back"):
        VaultSlots(folder, keys, full)


def test_nothing_is_written_when_nothing_was_withdrawn(vault: Vault) -> None:
    vault.slots.add_passphrase("Dr Birch", NEW, LEAST_COST)
    vault.slots.all()
    retired.settle(vault.settings, ids(1, 2), opened_by=f"{1:032x}")
    assert vault.settings.get(SettingKey.KEY_SLOTS) is None


def test_whether_an_announced_slot_left_is_seen_by_the_file(vault: Vault) -> None:
    settings = vault.settings
    retired.announce(settings, ids(1, 2, 3), ids(1, 2))
    retired.settle(settings, ids(2, 3))  # 1 left, 2 stayed
    retired.settle(settings, ids(2, 3))
    retired.settle(settings, ids(3))  # 2 is missing, but was never withdrawn
    retired.settle(settings, ids(2, 3, 4))
    for present in (ids(1), ids(1, 2, 3)):
        with pytest.raises(SlotsDamagedError, match="put-back"):
            retired.settle(settings, present)
    with pytest.raises(SlotsDamagedError, match="put-back"):
        retired.settle(settings, ids(2, 3), opened_by=next(iter(ids(1))))


def test_an_announcement_settles_the_one_before(vault: Vault) -> None:
    settings = vault.settings
    retired.announce(settings, ids(1, 2), ids(1))
    retired.announce(settings, ids(2, 3), ids(2))
    retired.settle(settings, ids(3, 4))
    for gone in (1, 2):
        with pytest.raises(SlotsDamagedError, match="put-back"):
            retired.settle(settings, ids(gone, 3))


@pytest.mark.parametrize("kept", ["", "[]", '{"retired": 1}', '{"retired": ["\ud7ff'])
def test_a_history_that_can_not_be_read_is_damage(vault: Vault, kept: str) -> None:
    vault.settings.put(SettingKey.KEY_SLOTS, kept)
    with pytest.raises(VaultDamagedError, match=r"record\.db"):
        retired.settle(vault.settings, ids(1))
