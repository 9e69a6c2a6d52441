"""Folders that may not be written to, and disks that are full. Both need processes of their own."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.domain.errors import BackupFailedError
from desktop.storage.backup.making import make
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys

from ...ordinary_user import hand_over, ordinary_folder, run_as_ordinary_user
from . import closed_folders
from .conftest import NOON

ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights and limits are others")


def test_folders_that_may_not_be_written_to_are_told(
    written: Vault, folder: Path, place: Path, recovery: RecoveryKey
) -> None:
    make(written.source, place, NOON)
    written.close()
    with ordinary_folder() as home:
        shutil.copytree(folder, home / "data" / "vault")
        (home / "stick").mkdir()
        hand_over(home)
        ran = run_as_ordinary_user(closed_folders.__name__, home, recovery.text())
    assert ran.stderr == b""
    assert ran.stdout.decode().splitlines() == [
        "BackupFailedError read-only",
        "BackupFailedError read-only",
        "damaged",
        "RestoreFailedError read-only",
        '[["vault"], []]',
        "true",
    ]


FULL = """
import resource, signal, sys
from pathlib import Path
from desktop.domain.backups import BackupPlace
from desktop.domain.errors import BackupError
from desktop.storage.backup.listing import seen
from desktop.storage.backup.making import make
from desktop.storage.backup.restoring import restore
from desktop.storage.backup.second import copy_to
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_, most = resource.getrlimit(resource.RLIMIT_FSIZE)
folder, backup, recovery = Path(sys.argv[1]), Path(sys.argv[2]), RecoveryKey.parse(sys.argv[3])
stick = folder.with_name("stick")
stick.mkdir()

def tried(call, *arguments):
    told = set()
    for limit in range(0, backup.stat().st_size, 16384):
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, most))
        try:
            call(*arguments)
            break  # a copy of few pages has room
        except BackupError as error:
            told.add(f"{type(error).__name__} {error}")
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
    print(*sorted(told), sep=", ")

with unlock(folder, recovery) as vault:
    source = vault.source
    tried(make, source, folder / "backups", 1)
    tried(copy_to, stick, folder, seen(backup, BackupPlace.VAULT, None), source.keys.vault, 1)
print(len(list((folder / "backups").iterdir())), len(list(stick.iterdir())))
tried(restore, folder, backup, recovery, 1)
"""


def test_a_full_disk_is_told_and_nothing_is_left_behind(
    written: Vault, folder: Path, tmp_path: Path, keys: VaultKeys, recovery: RecoveryKey
) -> None:
    """The limit on the size of files stands for the full disk, at each of many sizes."""
    backup = make(written.source, tmp_path / "kept", NOON)
    (folder / "backups").mkdir()
    written.close()
    ran = subprocess.run(
        [sys.executable, "-c", FULL, str(folder), str(backup), recovery.text()],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    made, copied, left, restored = ran.stdout.splitlines()
    assert made == "BackupFailedError disk, BackupFailedError disk-full"
    assert copied == "BackupFailedError disk-full"
    assert left == "0 0"
    assert restored == "RestoreFailedError disk-full"
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]
    with open_vault(folder, keys) as vault:
        assert vault.check() == ()


def test_too_little_room_is_told_before_anything_is_copied(
    written: Vault, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    usage = shutil.disk_usage(place.parent)._replace(free=1_100_000)

    def nearly_full(_: Path) -> object:
        return usage

    monkeypatch.setattr(shutil, "disk_usage", nearly_full)
    with pytest.raises(BackupFailedError, match="disk-full"):
        make(written.source, place, NOON)
    assert list(place.iterdir()) == []
