"""A small vault, made once and copied for each test, and the people in it."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop.domain.people import Couple
from desktop.domain.session import Session, Setting
from desktop.storage.vault.door import create_vault, open_vault
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.passphrase import LEAST_COST, Passphrase
from desktop.storage.vault.recovery import RecoveryKey
from desktop.storage.vault.slots import VaultKeys, open_slots


class Made(NamedTuple):
    folder: Path
    recovery: RecoveryKey
    keys: VaultKeys


@pytest.fixture(scope="session")
def passphrase() -> Passphrase:
    return Passphrase("two stones, one shore")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, passphrase: Passphrase) -> Made:
    folder = tmp_path_factory.mktemp("made") / "vault"
    new = create_vault(folder, passphrase, Setting.PRACTICE, LEAST_COST, "Dr Rowan")
    new.vault.close()
    return Made(folder, new.recovery_key, open_slots(folder, new.recovery_key))


@pytest.fixture
def folder(made: Made, tmp_path: Path) -> Path:
    """The folder of a closed vault."""
    return Path(shutil.copytree(made.folder, tmp_path / "vault"))


@pytest.fixture
def keys(made: Made) -> VaultKeys:
    return made.keys


@pytest.fixture
def recovery(made: Made) -> RecoveryKey:
    return made.recovery


@pytest.fixture
def vault(folder: Path, keys: VaultKeys) -> Iterator[Vault]:
    """An open vault without couples."""
    with open_vault(folder, keys) as opened:
        yield opened


@pytest.fixture
def couple() -> Couple:
    return Couple(id="c1", name_a="Ana", name_b="Ben", created_at=1_700_000_000_000)


@pytest.fixture
def session() -> Session:
    return Session(
        id="s1",
        couple_id="c1",
        setting=Setting.PRACTICE,
        topic="Sunday mornings",
        title="Speaker and listener",
        began_at=1_700_000_100_000,
    )


@pytest.fixture
def met(vault: Vault, couple: Couple, session: Session) -> Vault:
    """An open vault with one couple and one open session."""
    vault.couples.add(couple)
    vault.sessions.add(session)
    return vault
