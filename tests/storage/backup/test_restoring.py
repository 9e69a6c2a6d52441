import os
import shutil
import stat
from pathlib import Path

import pytest

from desktop.domain.errors import (
    BackupMissingError,
    SlotsDamagedError,
    VaultBusyError,
    VaultDamagedError,
    VaultMissingError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.domain.key_slots import SlotKind
from desktop.domain.people import Couple
from desktop.storage.backup.finishing import finish_restore
from desktop.storage.backup.making import make
from desktop.storage.backup.restoring import restore, restore_slots
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault, unlock
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.ownership import Ownership
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys

from .conftest import NOON

LATER = Couple(id="c7", name_a="Gia", name_b="Hal", created_at=2)


@pytest.fixture
def file(written: Vault, place: Path) -> Path:
    """A backup in the folder of a vault that went on a little afterwards and was closed."""
    made = make(written.source, place, NOON)
    written.couples.add(LATER)
    written.close()
    return made


def names(folder: Path, keys: VaultKeys) -> list[str]:
    with open_vault(folder, keys) as vault:
        assert vault.check() == ()
        return [couple.name_a for couple in vault.couples.all()]


def beside_it(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.parent.iterdir())


def test_the_replaced_vault_stays_beside(
    file: Path, folder: Path, keys: VaultKeys, passphrase: Passphrase
) -> None:
    replaced = restore(folder, file, passphrase, NOON + 1)
    assert replaced is not None
    assert replaced == folder.with_name("vault-replaced-2026-11-23T120000Z")
    assert beside_it(folder) == ["vault", replaced.name]
    assert names(folder, keys) == ["Ana"]
    assert names(replaced, keys) == ["Ana", "Gia"]
    with unlock(folder, passphrase) as vault:
        assert vault.who == "Dr Rowan"
        vault.couples.add(LATER)
    again = restore(folder, folder / layout.BACKUPS / file.name, passphrase, NOON + 1)
    assert again == folder.with_name("vault-replaced-2026-11-23T120000Z-2")


def test_all_of_it_is_private(file: Path, folder: Path, recovery: RecoveryKey) -> None:
    before = os.umask(0)
    try:
        restore(folder, file, recovery, NOON)
    finally:
        os.umask(before)
    paths = [folder, *folder.rglob("*")]
    modes = {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_dir()}
    assert modes == {0o700}
    assert {stat.S_IMODE(path.stat().st_mode) for path in paths if path.is_file()} == {0o600}


def test_the_list_of_backups_goes_along(
    file: Path, folder: Path, recovery: RecoveryKey, sound: bytes
) -> None:
    (file.parent / "broken.turnstone-backup").write_bytes(sound[:-1])
    replaced = restore(folder, file, recovery, NOON)
    assert replaced is not None
    there = {path.name for path in (folder / layout.BACKUPS).iterdir()}
    assert there == {file.name, "broken.turnstone-backup"}
    assert {path.name for path in (replaced / layout.BACKUPS).iterdir()} == there


@pytest.mark.parametrize(
    "lost",
    [
        ["record.db"],
        ["process.db"],
        ["slots.json"],
        ["slots.json", "record.db", "process.db", "commits"],
        ["lock"],
    ],
)
def test_whatever_is_lost_or_damaged_is_put_back(
    file: Path, folder: Path, keys: VaultKeys, recovery: RecoveryKey, lost: list[str]
) -> None:
    for content in (None, b"no longer what it was"):
        for name in lost:
            (folder / name).unlink(missing_ok=True)
            if content is not None:
                (folder / name).write_bytes(content)
        assert restore(folder, folder / layout.BACKUPS / file.name, recovery, NOON) is not None
        assert names(folder, keys) == ["Ana"]


def test_a_vault_that_is_gone_is_put_back(
    file: Path, folder: Path, keys: VaultKeys, recovery: RecoveryKey, tmp_path: Path
) -> None:
    kept = Path(shutil.copy(file, tmp_path / "kept"))
    shutil.rmtree(folder)
    assert restore(folder, kept, recovery, NOON) is None
    assert names(folder, keys) == ["Ana"]
    folder.rename(tmp_path / "away")
    folder.mkdir()
    assert restore(folder, kept, recovery, NOON) is None
    assert names(folder, keys) == ["Ana"]
    new = tmp_path / "no" / "such" / "vault"
    assert restore(new, kept, recovery, NOON) is None
    assert names(new, keys) == ["Ana"]


def test_a_wrong_secret_changes_nothing(
    file: Path, folder: Path, keys: VaultKeys, tmp_path: Path
) -> None:
    with pytest.raises(WrongPassphraseError):
        restore(folder, file, Passphrase("wrong"), NOON)
    with pytest.raises(WrongRecoveryKeyError):
        restore(folder, file, RecoveryKey.new(), NOON)
    with pytest.raises(BackupMissingError):
        restore(folder, tmp_path / "none", Passphrase("wrong"), NOON)
    assert beside_it(folder) == ["vault"]
    assert names(folder, keys) == ["Ana", "Gia"]


def test_a_vault_in_use_is_not_replaced(
    file: Path, folder: Path, keys: VaultKeys, recovery: RecoveryKey
) -> None:
    with open_vault(folder, keys) as vault:
        for call in (restore, restore_slots):
            with pytest.raises(VaultBusyError):
                call(folder, file, recovery, NOON)
        assert len(vault.couples.all()) == 2
    assert beside_it(folder) == ["vault"]


def test_what_stands_ready_is_put_in_an_empty_place(
    file: Path, folder: Path, keys: VaultKeys, recovery: RecoveryKey
) -> None:
    """As after a crash between the last two steps."""
    restore(folder, file, recovery, NOON)
    folder.rename(layout.beside(folder, "0123", "restored"))
    assert finish_restore(folder)
    assert not finish_restore(folder)
    assert names(folder, keys) == ["Ana"]


def test_what_stands_ready_goes_where_a_vault_is(
    file: Path, folder: Path, keys: VaultKeys, recovery: RecoveryKey
) -> None:
    """As after a crash before the old one was touched."""
    shutil.copytree(folder, layout.beside(folder, "0123", "restored"))
    shutil.copytree(folder, layout.beside(folder, "4567", "new"))
    assert not finish_restore(folder)
    assert beside_it(folder) == ["vault"]
    assert names(folder, keys) == ["Ana", "Gia"]


def test_what_another_is_at_work_on_is_left_alone(file: Path, folder: Path) -> None:
    for state in ("restored", "new"):
        left = Path(shutil.copytree(folder, layout.beside(folder, "0123", state)))
        held = Ownership(left)
        try:
            assert not finish_restore(folder)
            assert left.exists()
        finally:
            held.close()
    folder.rename(folder.with_name("away"))
    for word in ("89ab", "cdef"):
        shutil.copytree(folder.with_name("away"), layout.beside(folder, word, "restored"))
    assert not finish_restore(folder)  # two of them: nobody could tell which
    assert not folder.exists()


def test_nowhere_is_nothing_to_finish(tmp_path: Path) -> None:
    assert not finish_restore(tmp_path / "none" / "vault")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", [None, b"no longer what it was"])
def test_the_slots_alone_are_put_back(
    file: Path, folder: Path, keys: VaultKeys, passphrase: Passphrase, content: bytes | None
) -> None:
    slots = folder / layout.SLOTS
    slots.unlink()
    if content is not None:
        slots.write_bytes(content)
    restore_slots(folder, file, passphrase, NOON)
    with unlock(folder, passphrase) as vault:
        assert [couple.name_a for couple in vault.couples.all()] == ["Ana", "Gia"]
    replaced = [path for path in folder.iterdir() if "replaced" in path.name]
    assert [path.read_bytes() for path in replaced] == ([] if content is None else [content])


def test_slots_that_do_not_open_the_databases_are_not_put_back(
    file: Path, folder: Path, recovery: RecoveryKey
) -> None:
    raw = bytearray((folder / layout.PROCESS).read_bytes())
    raw[:100] = bytes(100)
    (folder / layout.PROCESS).write_bytes(raw)
    before = (folder / layout.SLOTS).read_bytes()
    with pytest.raises(VaultDamagedError, match=r"process\.db"):
        restore_slots(folder, file, recovery, NOON)
    with pytest.raises(WrongRecoveryKeyError):
        restore_slots(folder, file, RecoveryKey.new(), NOON)
    assert (folder / layout.SLOTS).read_bytes() == before
    for name in (layout.RECORD, layout.PROCESS):
        (folder / name).unlink()
    with pytest.raises(VaultMissingError):
        restore_slots(folder, file, recovery, NOON)


def test_slots_with_a_key_that_was_withdrawn_since_are_not_put_back(
    file: Path, folder: Path, keys: VaultKeys, passphrase: Passphrase, recovery: RecoveryKey
) -> None:
    """Neither by that key nor by the other; the whole backup opens as it did then."""
    with open_vault(folder, keys) as vault:
        (slot,) = (s for s in vault.slots.all() if s.kind is SlotKind.PASSPHRASE)
        vault.slots.replace_passphrase(slot.id, Passphrase("a new one"), LEAST_COST)
    before = (folder / layout.SLOTS).read_bytes()
    (folder / layout.SLOTS).write_bytes(b"damaged")
    for secret in (passphrase, recovery):
        with pytest.raises(SlotsDamagedError, match="put-back"):
            restore_slots(folder, file, secret, NOON)
    assert (folder / layout.SLOTS).read_bytes() == b"damaged"
    (folder / layout.SLOTS).write_bytes(before)
    restore(folder, file, passphrase, NOON)
    unlock(folder, passphrase).close()
