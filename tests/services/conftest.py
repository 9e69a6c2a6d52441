"""A real vault for the services, made once and copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.content.library import Library
from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting
from desktop.services.demo import DemoClock
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault, VaultDoor

NOON = 1_795_435_200_000
PASSPHRASE = "two stones, one shore"


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Path:
    folder = tmp_path_factory.mktemp("services") / "vault"
    door = VaultDoor(folder, library, DemoClock(NOON))
    vault, _ = door.create(PASSPHRASE, Setting.PRACTICE, worth_guarding=False)
    vault.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """The folder of a closed vault without couples."""
    return Path(shutil.copytree(made, tmp_path / "vault"))


@pytest.fixture
def clock() -> DemoClock:
    """A clock that stands at noon until it is told to go."""
    return DemoClock(NOON)


@pytest.fixture
def door(folder: Path, library: Library, clock: DemoClock) -> VaultDoor:
    return VaultDoor(folder, library, clock)


@pytest.fixture
def vault(door: VaultDoor) -> Iterator[OpenVault]:
    """An open vault, for the thread of the test."""
    opened = door.unlock(PASSPHRASE)
    yield opened
    opened.close()


@pytest.fixture
def couple(vault: OpenVault) -> Couple:
    return vault.couples.add("Ana", "Ben")


@pytest.fixture
def plan(vault: OpenVault, couple: Couple) -> Plan:
    return Plan(
        couple_id=couple.id,
        setting=Setting.PRACTICE,
        topic="the move",
        exercise=vault.library.exercises.get("speaker-and-listener"),
        first=Partner.A,
    )
