from pathlib import Path

import pytest

from desktop.domain.backups import Backup, BackupPlace, BackupState
from desktop.domain.errors import BackupFailedError
from desktop.storage.backup import second
from desktop.storage.backup.listing import listed, seen
from desktop.storage.backup.making import make
from desktop.storage.backup.second import copy_to
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys

from .conftest import NOON

DAY = 24 * 3600 * 1000


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    (tmp_path / "stick").mkdir()
    return tmp_path / "stick"


@pytest.fixture
def backup(written: Vault, place: Path) -> Backup:
    return seen(make(written.source, place, NOON), BackupPlace.VAULT, None)


def test_the_copy_is_the_same_byte_for_byte(
    backup: Backup, stick: Path, folder: Path, keys: VaultKeys
) -> None:
    copied = copy_to(stick, folder, backup, keys.vault, NOON)
    assert (copied.place, copied.state) == (BackupPlace.SECOND, BackupState.GOOD)
    assert Path(copied.path).read_bytes() == Path(backup.path).read_bytes()
    assert [path.name for path in stick.iterdir()] == [Path(backup.path).name]


def test_it_is_copied_once(backup: Backup, stick: Path, folder: Path, keys: VaultKeys) -> None:
    copied = copy_to(stick, folder, backup, keys.vault, NOON)
    assert copy_to(stick, folder, backup, keys.vault, NOON) == copied
    Path(copied.path).write_bytes(b"broken")
    again = copy_to(stick, folder, backup, keys.vault, NOON)
    assert Path(again.path).name == "2026-11-23T120000Z-2.turnstone-backup"
    assert Path(copied.path).read_bytes() == b"broken"


def test_only_backups_of_the_same_vault_are_thinned(
    written: Vault, place: Path, stick: Path, folder: Path, keys: VaultKeys
) -> None:
    for minutes in range(3):
        path = make(written.source, place, NOON + minutes * 60_000)
        copy_to(stick, folder, seen(path, BackupPlace.VAULT, None), keys.vault, NOON)
    theirs = stick / "theirs.turnstone-backup"
    (stick / "2026-11-23T120000Z.turnstone-backup").rename(theirs)
    raw = theirs.read_bytes()
    theirs.write_bytes(raw[:-1])
    newest = make(written.source, place, NOON + 10 * DAY)
    now = NOON + 10 * DAY
    copy_to(stick, folder, seen(newest, BackupPlace.VAULT, None), keys.vault, now)
    left = {Path(one.path).name for one in listed(stick, BackupPlace.SECOND, keys.vault)}
    assert left == {
        "2026-11-23T120200Z.turnstone-backup",
        "2026-12-03T120000Z.turnstone-backup",
        "theirs.turnstone-backup",
    }
    copy_to(stick, folder, seen(newest, BackupPlace.VAULT, None), "0" * 32, now)
    assert left <= {path.name for path in stick.iterdir()}


def test_a_folder_that_is_not_there_or_is_ours_is_told(
    backup: Backup, folder: Path, keys: VaultKeys, tmp_path: Path
) -> None:
    with pytest.raises(BackupFailedError, match="no-folder"):
        copy_to(tmp_path / "none", folder, backup, keys.vault, NOON)
    (tmp_path / "link").symlink_to(folder / "backups")
    for inside in (folder, folder / "backups", tmp_path / "link"):
        with pytest.raises(BackupFailedError, match="inside"):
            copy_to(inside, folder, backup, keys.vault, NOON)


def test_what_a_crash_left_is_swept(
    backup: Backup, stick: Path, folder: Path, keys: VaultKeys
) -> None:
    (stick / f".{keys.vault}-0123.part").write_bytes(b"half")
    (stick / f".{'0' * 32}-0123.part").write_bytes(b"another vault's")
    copied = copy_to(stick, folder, backup, keys.vault, NOON)
    assert {path.name for path in stick.iterdir()} == {
        Path(copied.path).name,
        f".{'0' * 32}-0123.part",
    }


def test_a_stick_that_does_not_keep_what_was_written_is_found(
    backup: Backup, stick: Path, folder: Path, keys: VaultKeys, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick is made up: one bit of the copy is another one when it is read."""

    def forgets(_: int) -> None:
        (part,) = stick.glob(".*.part")
        raw = bytearray(part.read_bytes())
        raw[len(raw) // 2] ^= 1
        part.write_bytes(raw)

    monkeypatch.setattr(second, "_forget", forgets)
    with pytest.raises(BackupFailedError, match="disk"):
        copy_to(stick, folder, backup, keys.vault, NOON)
    assert list(stick.iterdir()) == []
