"""What the tests of all windows share."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.theme.stylesheet import dress
from tests.ui.turns import RunClock


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """The light theme at the size designed, worn by the whole application."""
    look = Look(LookChoice(theme="light"))
    dress(qapp, look)
    return look


@pytest.fixture
def now() -> RunClock:
    """The run time of a room or a stage; a test moves it."""
    return RunClock()
