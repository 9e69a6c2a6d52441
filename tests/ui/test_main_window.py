"""The one window: what is shown in it, and what covers it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.ui.main_window import MainWindow
from tests.ui.finding import words
from tests.ui.showing import show


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    # At the end of a test it may be closed like any other.
    qtbot.addWidget(window, before_close_func=MainWindow.let_go)
    window.show_screen(QLabel("private"))
    return show(qtbot, window, 800, 600)


def test_a_cover_hides_all_and_takes_nothing_away(window: MainWindow) -> None:
    private = window.findChild(QLabel)
    window.cover(QLabel("Saving."))
    assert words(window) == ["Saving."]
    # What is still being saved tells it to the screens that it came from.
    assert private is not None
    assert isValid(private)
    private.setText("saved")


def test_dialogs_go_with_what_they_belong_to(window: MainWindow, qtbot: QtBot) -> None:
    dialog = QDialog(window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    window.cover(QWidget())
    assert not dialog.isVisible()


def test_nothing_that_comes_later_is_shown_over_it(window: MainWindow) -> None:
    window.cover(QLabel("Saving."))
    window.show_screen(QLabel("private again"))
    window.show_screen(QLabel("home"), keep=True)
    assert words(window) == ["Saving."]
