"""What the tests of all windows share."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.session import Setting
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.theme.stylesheet import dress
from tests.ui.running import Made, make_vault
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


@pytest.fixture(scope="session")
def practice_vault(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A vault for work with couples, closed; each test takes a copy."""
    return make_vault(tmp_path_factory.mktemp("practice") / "vault", Setting.PRACTICE)


@pytest.fixture(scope="session")
def home_vault(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """A couple's vault, closed; each test takes a copy."""
    return make_vault(tmp_path_factory.mktemp("home") / "vault", Setting.HOME)
