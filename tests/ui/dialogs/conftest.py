"""What the tests of the dialogs share."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """The main window: an app without any open window would end."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 900)
    window.show()
    return window
