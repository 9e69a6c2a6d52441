from pathlib import Path
from random import Random

import pytest

from desktop.content.library import Library
from desktop.domain.people import Couple
from desktop.domain.session import Session, Setting
from desktop.services.clock import SystemClock
from desktop.services.vault import VaultDoor
from desktop.storage.backup.making import make
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys, open_slots

from .backup_kills import kill_making, kill_restoring
from .making_backups import SESSION

KILLS = 6


@pytest.fixture
def recovery(tmp_path: Path) -> str:
    """The recovery key of a vault with one session, in the folder ``vault``."""
    door = VaultDoor(tmp_path / "vault", Library(), SystemClock())
    vault, recovery = door.create("two stones", Setting.PRACTICE, worth_guarding=False)
    vault.close()
    return recovery


@pytest.fixture
def keys(recovery: str, tmp_path: Path) -> VaultKeys:
    keys = open_slots(tmp_path / "vault", RecoveryKey.parse(recovery))
    with open_vault(tmp_path / "vault", keys) as vault:
        vault.couples.add(Couple(id="c1", name_a="Ana", name_b="Ben", created_at=1))
        vault.sessions.add(
            Session(
                id=SESSION,
                couple_id="c1",
                setting=Setting.PRACTICE,
                topic="",
                title="Speaker and listener",
                began_at=2,
            )
        )
    return keys


def test_after_a_kill_each_backup_is_whole(tmp_path: Path, recovery: str, keys: VaultKeys) -> None:
    second = tmp_path / "stick"
    second.mkdir()
    moments = Random(20261123)
    told = [kill_making(tmp_path / "vault", recovery, keys, second, moments) for _ in range(KILLS)]
    assert sum(told) > 0
    # What the kills left is swept by the next one that is made.
    with open_vault(tmp_path / "vault", keys) as vault:
        make(vault.source, tmp_path / "vault" / "backups", 0)
    assert not list((tmp_path / "vault" / "backups").glob(".*"))


def test_after_a_kill_the_old_or_the_new_vault_is_there(
    tmp_path: Path, recovery: str, keys: VaultKeys
) -> None:
    folder = tmp_path / "vault"
    with open_vault(folder, keys) as vault:
        backup = make(vault.source, tmp_path / "kept", 1)
        make(vault.source, folder / "backups", 1)
    moments = Random(20261124)
    olds = [kill_restoring(folder, backup, recovery, keys, moments) for _ in range(KILLS)]
    assert not all(olds)
