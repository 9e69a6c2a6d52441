"""A real vault for the services, made once and copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pytest
from msgspec.structs import replace

from desktop.content.library import Library
from desktop.domain.exercise.format import Exercise
from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting
from desktop.services.demo import DemoClock
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault, VaultDoor

from .papers import Room

NOON = 1_795_435_200_000
PASSPHRASE = "two stones, one shore"

Unlock: TypeAlias = Callable[[], OpenVault]
"""Opens the vault of a test."""


@pytest.fixture(scope="session")
def library() -> Library:
    return Library()


class Made(NamedTuple):
    """A closed vault, and the recovery key: it opens a vault without the slow passphrase."""

    folder: Path
    recovery_key: str


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Made:
    folder = tmp_path_factory.mktemp("services") / "vault"
    door = VaultDoor(folder, library, DemoClock(NOON))
    vault, recovery_key = door.create(PASSPHRASE, Setting.PRACTICE, worth_guarding=False)
    vault.close()
    return Made(folder, recovery_key)


@pytest.fixture
def folder(made: Made, tmp_path: Path) -> Path:
    """The folder of a closed vault without couples."""
    return Path(shutil.copytree(made.folder, tmp_path / "vault"))


@pytest.fixture
def clock() -> DemoClock:
    """A clock that stands at noon until it is told to go."""
    return DemoClock(NOON)


@pytest.fixture
def door(folder: Path, library: Library, clock: DemoClock) -> VaultDoor:
    return VaultDoor(folder, library, clock)


@pytest.fixture
def unlock(door: VaultDoor, made: Made) -> Unlock:
    """Opens the vault; each one that was opened before must be closed."""
    return partial(door.unlock, made.recovery_key, recovery=True)


@pytest.fixture
def vault(unlock: Unlock) -> Iterator[OpenVault]:
    """An open vault, for the thread of the test."""
    opened = unlock()
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


@pytest.fixture
def begin(vault: OpenVault, plan: Plan, clock: DemoClock) -> Callable[[Exercise | None], Room]:
    def begun(exercise: Exercise | None = None) -> Room:
        chosen = replace(plan, exercise=exercise or plan.exercise)
        return Room(vault, vault.sessions.begin(chosen), clock)

    return begun


@pytest.fixture
def room(begin: Callable[[Exercise | None], Room]) -> Room:
    return begin(None)
