"""Puts windows on the screen, and knows how they write dates there."""

from typing import TypeVar

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from desktop.ui.formats import Formats

W = TypeVar("W", bound=QWidget)
D = TypeVar("D", bound=QDialog)

BRITISH = Formats(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
"""The same on every machine."""


def show(qtbot: QtBot, window: W, width: int, height: int) -> W:
    """Show a window of a size, give it the keyboard, and close it when the test ends."""
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


def show_dialog(qtbot: QtBot, dialog: D) -> D:
    """Open a dialog over its window and give it the keyboard; the test closes the window."""
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return dialog
