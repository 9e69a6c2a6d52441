"""Puts windows on the screen."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)


def show(qtbot: QtBot, window: W, width: int, height: int) -> W:
    """Show a window of a size, give it the keyboard, and close it when the test ends."""
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window
