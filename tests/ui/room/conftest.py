"""Rooms on a copy of a vault."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.domain.session import Setting
from desktop.services import keeping, saving
from desktop.services.vault import OpenVault
from desktop.ui.theme.look import Look, LookChoice
from tests.several_exercises import make_library
from tests.ui.disks import Disk
from tests.ui.room.rooms import Prepare, Rooms
from tests.ui.running import Made


@pytest.fixture
def practice(
    qtbot: QtBot, qapp: QApplication, look: Look, tmp_path: Path, practice_vault: Made
) -> Rooms:
    """Rooms in a practice; nothing moves in them."""
    look.choose(LookChoice(theme="light", reduced_motion=True))
    practice_vault.copy(tmp_path)
    return Rooms(qapp, look, tmp_path, practice_vault)


@pytest.fixture
def several(practice: Rooms, tmp_path: Path) -> Rooms:
    """The same, with several exercises in the library."""
    return replace(practice, library=make_library(tmp_path / "library"))


@pytest.fixture
def at_home(several: Rooms) -> Rooms:
    """The same for a couple at home."""
    return replace(several, setting=Setting.HOME)


@pytest.fixture(params=["practice", "home"])
def rooms(request: pytest.FixtureRequest, practice: Rooms, at_home: Rooms) -> Rooms:
    """Rooms in a practice, and at home."""
    return practice if request.param == "practice" else at_home


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def on_disk(disk: Disk, monkeypatch: pytest.MonkeyPatch) -> Prepare:
    """Has the vault of a room save on the disk; what fails is tried again soon."""
    monkeypatch.setattr(saving, "RETRY_SECONDS", 0.05)
    monkeypatch.setattr(keeping, "PATIENCE", 0.05)

    def carry(vault: OpenVault) -> None:
        disk.carry(vault, monkeypatch)

    return carry
