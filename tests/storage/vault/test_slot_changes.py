"""Each change of the key slots: what opens afterwards, what does not, and what is refused."""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeAlias

import pytest

from desktop.domain.errors import (
    LastSlotError,
    NamelessSlotError,
    NotFoundError,
    NotSavedError,
    SlotsDamagedError,
    TooManySlotsError,
    UnusableTextError,
    VaultClosedError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.domain.key_slots import KeySlot, SlotKind
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault, unlock
from desktop.storage.vault.keys import Secret
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.passphrase import LEAST_COST, KdfCost, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slot_changes import VaultSlots
from desktop.storage.vault.slot_file import MOST_SLOTS
from desktop.storage.vault.slots import VaultKeys, new_keys, open_slots, write_slots

NEW = Passphrase("three stones")
OTHERS = Passphrase("four stones")
DEARER = KdfCost(LEAST_COST.memory, 2, LEAST_COST.lanes)

Change: TypeAlias = Callable[[VaultSlots], object]

CHANGES: dict[str, Change] = {
    "replace": lambda slots: slots.replace_passphrase(passphrases(slots)[0].id, NEW, LEAST_COST),
    "add": lambda slots: slots.add_passphrase("Dr Birch", OTHERS, LEAST_COST),
    "remove": lambda slots: slots.remove(passphrases(slots)[-1].id),
    "recovery": lambda slots: slots.replace_recovery(),
}
USES: tuple[Change, ...] = (VaultSlots.all, lambda slots: slots.opened_by(OTHERS))
every_change = pytest.mark.parametrize("change", CHANGES.values(), ids=list(CHANGES))


@pytest.fixture
def by_passphrase(folder: Path, passphrase: Passphrase) -> Iterator[Vault]:
    """An open vault whose owner came in by the passphrase."""
    with unlock(folder, passphrase) as opened:
        yield opened


@pytest.fixture
def shared(vault: Vault) -> Vault:
    """An open vault with two passphrases."""
    vault.slots.add_passphrase("Dr Alder", Passphrase("five stones"), LEAST_COST)
    return vault


def passphrases(slots: VaultSlots) -> list[KeySlot]:
    return [slot for slot in slots.all() if slot.kind is SlotKind.PASSPHRASE]


def summary(slots: VaultSlots) -> list[tuple[SlotKind, str, bool]]:
    return [(slot.kind, slot.who, slot.own) for slot in slots.all()]


def opens(folder: Path, secret: Passphrase | RecoveryKey) -> bool:
    try:
        open_slots(folder, secret)
    except (WrongPassphraseError, WrongRecoveryKeyError):
        return False
    return True


def test_slots_are_listed_with_their_owners(vault: Vault) -> None:
    assert summary(vault.slots) == [
        (SlotKind.PASSPHRASE, "Dr Rowan", False),
        (SlotKind.RECOVERY, "", True),
    ]


def test_a_new_passphrase_takes_the_place_of_the_old(
    by_passphrase: Vault, folder: Path, keys: VaultKeys, passphrase: Passphrase
) -> None:
    before = by_passphrase.slots.all()[0]
    after = by_passphrase.slots.replace_passphrase(before.id, NEW, DEARER)
    assert not opens(folder, passphrase)
    found = open_slots(folder, NEW)
    assert (found.data.reveal(), found.who) == (keys.data.reveal(), "Dr Rowan")
    assert found.slot == after.id != before.id
    assert summary(by_passphrase.slots) == [
        (SlotKind.PASSPHRASE, "Dr Rowan", True),
        (SlotKind.RECOVERY, "", False),
    ]


def test_the_same_passphrase_may_be_taken_again_at_a_new_cost(
    by_passphrase: Vault, folder: Path, passphrase: Passphrase
) -> None:
    stored = (folder / layout.SLOTS).read_bytes()
    by_passphrase.slots.replace_passphrase(by_passphrase.slots.all()[0].id, passphrase, DEARER)
    assert opens(folder, passphrase)
    assert b'"passes":2' in (folder / layout.SLOTS).read_bytes()
    assert b'"passes":2' not in stored


def test_one_more_person_comes_in(vault: Vault, folder: Path, passphrase: Passphrase) -> None:
    added = vault.slots.add_passphrase("Dr Birch", OTHERS, LEAST_COST)
    assert added == KeySlot(id=added.id, kind=SlotKind.PASSPHRASE, who="Dr Birch")
    assert summary(vault.slots) == [
        (SlotKind.PASSPHRASE, "Dr Rowan", False),
        (SlotKind.PASSPHRASE, "Dr Birch", False),
        (SlotKind.RECOVERY, "", True),
    ]
    vault.close()
    for secret, who in ((passphrase, "Dr Rowan"), (OTHERS, "Dr Birch")):
        with unlock(folder, secret) as opened:
            assert opened.who == who
            assert [slot.who for slot in opened.slots.all() if slot.own] == [who]


def test_a_withdrawn_passphrase_opens_nothing(
    shared: Vault, folder: Path, passphrase: Passphrase
) -> None:
    first, second = passphrases(shared.slots)
    shared.slots.remove(first.id)
    assert not opens(folder, passphrase)
    assert passphrases(shared.slots) == [second]
    with pytest.raises(LastSlotError):
        shared.slots.remove(second.id)
    assert opens(folder, Passphrase("five stones"))


def test_a_new_recovery_key_takes_the_place_of_the_old(
    vault: Vault, folder: Path, recovery: RecoveryKey, passphrase: Passphrase
) -> None:
    new = vault.slots.replace_recovery()
    assert not opens(folder, recovery)
    assert opens(folder, RecoveryKey.parse(new.text()))
    assert opens(folder, passphrase)
    assert summary(vault.slots)[-1] == (SlotKind.RECOVERY, "", True)
    vault.slots.replace_recovery()
    assert not opens(folder, new)
    assert len(vault.slots.all()) == 2


def test_it_is_told_which_slot_a_secret_opens(
    shared: Vault, passphrase: Passphrase, recovery: RecoveryKey
) -> None:
    first, second, spare = shared.slots.all()
    assert shared.slots.opened_by(passphrase) == first.id
    assert shared.slots.opened_by(passphrase, besides=first.id) is None
    assert shared.slots.opened_by(Passphrase("five stones"), besides=first.id) == second.id
    assert shared.slots.opened_by(recovery) == spare.id
    assert shared.slots.opened_by(NEW) is None
    assert shared.slots.opened_by(RecoveryKey.new()) is None


def test_only_a_passphrase_is_replaced_or_withdrawn_as_one(shared: Vault, folder: Path) -> None:
    stored = (folder / layout.SLOTS).read_bytes()
    for slot_id in (shared.slots.all()[-1].id, "0" * 32, ""):
        with pytest.raises(NotFoundError):
            shared.slots.remove(slot_id)
        with pytest.raises(NotFoundError):
            shared.slots.replace_passphrase(slot_id, NEW, LEAST_COST)
    assert (folder / layout.SLOTS).read_bytes() == stored


@pytest.mark.parametrize(
    ("who", "error"), [("\ud800", UnusableTextError), ("n" * 201, NamelessSlotError)]
)
def test_a_name_that_can_not_be_kept_changes_nothing(
    vault: Vault, folder: Path, who: str, error: type[Exception]
) -> None:
    stored = (folder / layout.SLOTS).read_bytes()
    with pytest.raises(error):
        vault.slots.add_passphrase(who, OTHERS, LEAST_COST)
    assert (folder / layout.SLOTS).read_bytes() == stored


def test_neither_name_nor_key_stands_in_clear(shared: Vault, folder: Path) -> None:
    new = shared.slots.replace_recovery()
    shared.slots.add_passphrase("Dr Zyzzyva", OTHERS, LEAST_COST)
    stored = (folder / layout.SLOTS).read_bytes()
    for hidden in ("Zyzzyva", "Rowan", "Alder", "stones", new.text(), new.text().replace("-", "")):
        assert hidden.encode() not in stored


@every_change
def test_the_file_stays_private_and_alone(shared: Vault, folder: Path, change: Change) -> None:
    names = {path.name for path in folder.iterdir()}
    change(shared.slots)
    assert (folder / layout.SLOTS).stat().st_mode & 0o777 == 0o600
    assert {path.name for path in folder.iterdir()} == names


@every_change
def test_what_a_crash_left_is_swept(folder: Path, keys: VaultKeys, change: Change) -> None:
    shutil.copy(folder / layout.SLOTS, folder / ".slots.json-0123456789abcdef")
    with open_vault(folder, keys) as vault:
        assert [path.name for path in folder.glob(".*")] == []
        vault.slots.add_passphrase("Dr Alder", NEW, LEAST_COST)
        change(vault.slots)


def cheapen(file: Path) -> None:
    stored = file.read_bytes()
    assert b'"lanes":4' in stored
    file.write_bytes(stored.replace(b'"lanes":4', b'"lanes":1'))


TAMPERINGS: dict[str, tuple[Callable[[Path], object], str]] = {
    "cheaper": (cheapen, "checksum"),
    "emptied": (lambda file: file.write_bytes(b""), "unreadable"),
    "removed": (lambda file: file.unlink(), "missing"),
}


@every_change
@pytest.mark.parametrize(("tamper", "reason"), TAMPERINGS.values(), ids=list(TAMPERINGS))
def test_what_other_hands_put_there_is_not_overwritten(
    shared: Vault, folder: Path, change: Change, tamper: Callable[[Path], object], reason: str
) -> None:
    known = shared.slots.all()
    file = folder / layout.SLOTS
    sound = file.read_bytes()
    tamper(file)
    stored = file.read_bytes() if file.exists() else None
    for use in (change, *USES):
        with pytest.raises(SlotsDamagedError) as caught:
            use(shared.slots)
        assert caught.value.reason == reason
    assert (file.read_bytes() if file.exists() else None) == stored
    file.write_bytes(sound)
    assert shared.slots.all() == known
    change(shared.slots)


def test_the_slots_of_another_vault_are_not_overwritten(
    vault: Vault, folder: Path, passphrase: Passphrase
) -> None:
    write_slots(folder / layout.SLOTS, new_keys(""), passphrase, LEAST_COST, RecoveryKey.new())
    stored = (folder / layout.SLOTS).read_bytes()
    with pytest.raises(SlotsDamagedError, match="tampered"):
        vault.slots.replace_recovery()
    assert (folder / layout.SLOTS).read_bytes() == stored


class Meanwhile(Passphrase):
    """A passphrase; while it is derived, somebody does something else."""

    __slots__ = ("_act",)

    def __init__(self, typed: str, act: Callable[[], object]) -> None:
        super().__init__(typed)
        self._act = act

    def key(self, salt: bytes, cost: KdfCost) -> Secret:
        self._act()
        return super().key(salt, cost)


def test_what_is_put_there_during_a_change_is_not_overwritten(vault: Vault, folder: Path) -> None:
    file = folder / layout.SLOTS
    older = file.read_bytes()
    vault.slots.add_passphrase("Dr Alder", OTHERS, LEAST_COST)
    newest = file.read_bytes()
    slow = Meanwhile("six stones", lambda: file.write_bytes(older))
    with pytest.raises(SlotsDamagedError, match="put-back"):
        vault.slots.replace_passphrase(passphrases(vault.slots)[0].id, slow, LEAST_COST)
    file.write_bytes(newest)
    with pytest.raises(SlotsDamagedError, match="put-back"):
        vault.slots.add_passphrase("Dr Birch", slow, LEAST_COST)
    assert file.read_bytes() == older
    file.write_bytes(newest)
    assert [slot.who for slot in passphrases(vault.slots)] == ["Dr Rowan", "Dr Alder"]


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.ENOSPC, "disk-full"), (errno.EROFS, "read-only"), (errno.EIO, "disk")],
)
@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_disk_that_fails_leaves_the_old_passphrase(
    vault: Vault,
    folder: Path,
    passphrase: Passphrase,
    monkeypatch: pytest.MonkeyPatch,
    *,
    number: int,
    reason: str,
    call: str,
) -> None:
    def fail(*_: object) -> None:
        raise OSError(number, "")

    slot = vault.slots.all()[0]
    with monkeypatch.context() as patch:
        patch.setattr(*((Path, "replace") if call == "replace" else (os, "fsync")), fail)
        with pytest.raises(NotSavedError) as caught:
            vault.slots.replace_passphrase(slot.id, NEW, LEAST_COST)
    assert caught.value.reason == reason
    assert [opens(folder, secret) for secret in (passphrase, NEW)] == [True, False]
    vault.slots.replace_passphrase(slot.id, NEW, LEAST_COST)
    assert [opens(folder, secret) for secret in (passphrase, NEW)] == [False, True]


def test_a_folder_that_is_not_brought_to_the_disk_leaves_slots_to_go_on_with(
    vault: Vault, folder: Path, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new file stands there already; only after a power cut it might be the old one."""

    def fail(_: Path) -> None:
        raise OSError(errno.EIO, "")

    with monkeypatch.context() as patch:
        patch.setattr(layout, "sync_folder", fail)
        with pytest.raises(NotSavedError):
            vault.slots.replace_passphrase(vault.slots.all()[0].id, NEW, LEAST_COST)
    vault.slots.replace_passphrase(vault.slots.all()[0].id, OTHERS, LEAST_COST)
    assert [opens(folder, secret) for secret in (NEW, OTHERS)] == [False, True]
    vault.close()
    open_vault(folder, keys).close()


@every_change
def test_nothing_is_changed_once_the_vault_is_closed(
    shared: Vault, folder: Path, change: Change
) -> None:
    shared.close()
    stored = (folder / layout.SLOTS).read_bytes()
    with pytest.raises(VaultClosedError):
        change(shared.slots)
    assert (folder / layout.SLOTS).read_bytes() == stored


def test_the_slots_of_the_first_format_can_be_changed(tmp_path: Path) -> None:
    fixtures = Path(__file__).parents[2] / "fixtures" / "vault-1"
    folder = Path(shutil.copytree(fixtures, tmp_path / "vault"))
    before = Passphrase("a vault of the first format")
    with unlock(folder, before) as vault:
        vault.slots.replace_passphrase(vault.slots.all()[0].id, NEW, LEAST_COST)
        vault.slots.add_passphrase("Dr Birch", OTHERS, LEAST_COST)
    assert not opens(folder, before)
    for secret in (NEW, OTHERS):
        unlock(folder, secret).close()


def test_there_is_an_end_to_the_people_who_can_be_added(vault: Vault, folder: Path) -> None:
    while len(vault.slots.all()) < MOST_SLOTS:
        vault.slots.add_passphrase("Dr Birch", OTHERS, LEAST_COST)
    before = (folder / layout.SLOTS).read_bytes()
    with pytest.raises(TooManySlotsError):
        vault.slots.add_passphrase("Dr Birch", OTHERS, LEAST_COST)
    assert (folder / layout.SLOTS).read_bytes() == before
