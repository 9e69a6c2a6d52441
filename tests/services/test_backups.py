import threading
from pathlib import Path

import pytest

from desktop.domain.backups import BackupPlace, BackupState
from desktop.domain.errors import BackupFailedError, WrongPassphraseError
from desktop.services.backups import (
    Made,
    backups_beside,
    finish_restore,
    restore,
    restore_slots,
)
from desktop.services.demo import DemoClock
from desktop.services.vault import OpenVault
from desktop.storage.vault.passphrase import Passphrase
from desktop.storage.vault.recovery import RecoveryKey

from .conftest import NOON, PASSPHRASE, Unlock
from .conftest import Made as MadeVault

MINUTE = 60_000
DAY = 24 * 60 * MINUTE


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


def add(vault: OpenVault, name: str) -> None:
    vault.couples.add(name, "Ben")


def names(unlock: Unlock) -> list[str]:
    vault = unlock()
    try:
        return [couple.name_a for couple in vault.couples.all()]
    finally:
        vault.close()


def test_one_is_made_when_something_changed(vault: OpenVault, clock: DemoClock) -> None:
    first = vault.backups.make()
    assert first is not None
    assert (first.made_at, first.state, first.place) == (NOON, BackupState.GOOD, BackupPlace.VAULT)
    assert vault.backups.make() is None
    clock.pass_by(MINUTE)
    add(vault, "Ana")
    second = vault.backups.make()
    assert second is not None
    assert vault.backups.all() == (second, first)
    assert vault.backups.make() is None


def test_looking_is_no_change(unlock: Unlock) -> None:
    vault = unlock()
    vault.backups.make()
    vault.couples.all()
    vault.close()
    vault = unlock()
    try:
        assert vault.backups.make() is None
    finally:
        vault.close()


def test_a_changed_passphrase_is_a_change(vault: OpenVault) -> None:
    vault.backups.make()
    vault.keys.new_recovery_key()
    assert vault.backups.make() is not None


def test_a_rotten_newest_one_is_made_anew(vault: OpenVault, clock: DemoClock) -> None:
    made = vault.backups.make()
    assert made is not None
    raw = bytearray(Path(made.path).read_bytes())
    raw[-5000] ^= 1
    Path(made.path).write_bytes(raw)
    clock.pass_by(MINUTE)
    assert vault.backups.make() is not None
    wrong = {one.backup.path: one.error for one in vault.backups.check()}
    assert [path for path, error in wrong.items() if error is not None] == [made.path]


def test_they_are_thinned_as_time_goes(vault: OpenVault, clock: DemoClock) -> None:
    for _ in range(20):
        add(vault, "Ana")
        vault.backups.make()
        clock.pass_by(DAY // 4)
    clock.pass_by(3 * DAY)
    add(vault, "Ana")
    vault.backups.make()
    days = [(one.made_at or 0) // DAY for one in vault.backups.all()]
    assert len(days) == len(set(days)) == 7


def test_each_goes_to_the_second_folder_too(vault: OpenVault, stick: Path) -> None:
    assert vault.backups.second_folder() == ""
    vault.backups.set_second_folder(str(stick))
    assert vault.backups.second_folder() == str(stick)
    made = vault.backups.prepared().run()
    assert made.first is not None
    assert made.second is not None
    assert Path(made.second.path).parent == stick
    assert [one.place for one in vault.backups.all()].count(BackupPlace.SECOND) == 1
    vault.backups.set_second_folder("")
    assert [one.place for one in vault.backups.all()] == [BackupPlace.VAULT]


def test_a_stick_that_is_away_does_not_harm_the_first(
    vault: OpenVault, stick: Path, clock: DemoClock
) -> None:
    vault.backups.set_second_folder(str(stick))
    away = stick.rename(stick.with_name("away"))
    made = vault.backups.prepared().run()
    assert made.first is not None
    assert made.second is None
    assert made.trouble is not None
    assert made.trouble.reason == "no-folder"
    clock.pass_by(MINUTE)
    add(vault, "Ana")
    with pytest.raises(BackupFailedError, match="no-folder"):
        vault.backups.make()
    assert len(vault.backups.all()) == 2
    away.rename(stick)
    later = vault.backups.prepared().run()  # nothing new, and yet the stick gets what it lacks
    assert later.first is None
    assert later.second is not None
    assert len(list(stick.iterdir())) == 1


def test_a_second_folder_is_elsewhere_and_there(vault: OpenVault, folder: Path) -> None:
    with pytest.raises(BackupFailedError, match="inside"):
        vault.backups.set_second_folder(str(folder))
    with pytest.raises(BackupFailedError, match="no-folder"):
        vault.backups.set_second_folder(str(folder / "none"))
    assert vault.backups.second_folder() == ""


def test_it_is_made_on_any_thread_while_the_vault_is_used(vault: OpenVault) -> None:
    job, results = vault.backups.prepared(), list[Made]()
    thread = threading.Thread(target=lambda: results.append(job.run()))
    thread.start()
    while thread.is_alive():
        add(vault, "Ana")
    thread.join()
    (made,) = results
    assert made.first is not None
    assert all(one.error is None for one in vault.backups.check())


def test_one_can_be_made_as_a_file(vault: OpenVault, tmp_path: Path) -> None:
    made = vault.backups.make_to(tmp_path / "mine.turnstone-backup")
    assert made.state is BackupState.GOOD
    with pytest.raises(BackupFailedError, match="exists"):
        vault.backups.make_to(tmp_path / "mine.turnstone-backup")


def test_a_lost_vault_is_put_back_from_its_own_folder(
    unlock: Unlock, folder: Path, made: MadeVault
) -> None:
    vault = unlock()
    add(vault, "Ana")
    vault.backups.make()
    add(vault, "Later")
    vault.close()
    (folder / "record.db").unlink()
    (newest,) = backups_beside(folder)
    assert newest.state is BackupState.GOOD
    with pytest.raises(WrongPassphraseError):
        restore(folder, Path(newest.path), Passphrase("wrong"))
    replaced = restore(folder, Path(newest.path), Passphrase(PASSPHRASE))
    assert replaced is not None
    assert replaced.parent == folder.parent
    assert not finish_restore(folder)
    assert names(unlock) == ["Ana"]
    assert len(backups_beside(folder)) == 1


def test_without_slots_the_list_is_there_and_they_can_be_put_back(
    unlock: Unlock, folder: Path, made: MadeVault
) -> None:
    vault = unlock()
    vault.backups.make()
    add(vault, "Later")
    vault.close()
    (folder / "slots.json").unlink()
    (newest,) = backups_beside(folder)
    assert newest.state is BackupState.GOOD
    restore_slots(folder, Path(newest.path), RecoveryKey.parse(made.recovery_key))
    assert names(unlock) == ["Later"]


def test_a_synchronised_folder_is_told(unlock: Unlock, folder: Path) -> None:
    vault = unlock()
    assert vault.backups.synchronised_by() == ""
    vault.close()
    (folder.parent / ".stfolder").mkdir()
    vault = unlock()
    assert vault.backups.synchronised_by() == "Syncthing"
    vault.close()
