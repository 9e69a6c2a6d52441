"""What the tests of the vault in the app share."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.running import Act, Made, run_app


@pytest.fixture
def run_here(qapp: QApplication, tmp_path: Path, practice_vault: Made) -> Callable[[Act], bool]:
    """Runs the app on a vault without couples; says whether it was locked at the end."""
    practice_vault.copy(tmp_path)
    return partial(run_app, qapp, tmp_path)
