"""Rooms on a copy of a vault."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop.ui.theme.look import Look, LookChoice
from tests.ui.room.rooms import Rooms
from tests.ui.running import Made


@pytest.fixture
def practice(
    qtbot: QtBot, qapp: QApplication, look: Look, tmp_path: Path, practice_vault: Made
) -> Rooms:
    """Rooms in a practice; nothing moves in them."""
    look.choose(LookChoice(theme="light", reduced_motion=True))
    practice_vault.copy(tmp_path)
    return Rooms(qapp, look, tmp_path, practice_vault)
