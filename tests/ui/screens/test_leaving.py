"""The screen while the vault locks."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desktop.ui.main_window import MainWindow
from desktop.ui.screens.leaving import LeavingScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import buttons, focusable, focused, heard, press, words
from tests.ui.showing import show

SAVING = "Saving and locking."


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> LeavingScreen:
    return show(qtbot, LeavingScreen(look), 1024, 700)


def test_it_says_what_goes_on_and_offers_nothing(screen: LeavingScreen) -> None:
    assert SAVING in words(screen)
    assert focusable(screen) == []


def test_it_says_what_is_not_saved_yet_and_why(screen: LeavingScreen) -> None:
    screen.show_unsaved("the disk is full")
    assert "Something is not saved yet: the disk is full." in words(screen)
    assert "Turnstone tries again every few seconds and locks as soon as it is saved." in words(
        screen
    )
    assert SAVING not in words(screen)
    screen.show_saving()
    assert SAVING in words(screen)
    assert focusable(screen) == []


def test_the_one_way_out_is_to_leave(screen: LeavingScreen) -> None:
    left = heard(screen.leave_requested)
    screen.show_unsaved("the disk is full")
    assert set(buttons(screen)) == {"Leave without saving"}
    press(screen, "Leave without saving")
    assert len(left) == 1


def test_what_is_typed_on_does_not_press_it(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat))
    qtbot.addWidget(window, before_close_func=MainWindow.let_go)
    window.show_screen(QLineEdit())
    show(qtbot, window, 1024, 700)
    screen = LeavingScreen(look)
    left = heard(screen.leave_requested)
    screen.show_unsaved("the disk is full")
    window.cover(screen)
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape):
        QTest.keyClick(focused(), key)
    assert left == []
    assert focused() is screen
    QTest.keyClick(screen, Qt.Key.Key_Tab)
    QTest.keyClick(focused(), Qt.Key.Key_Space)
    assert len(left) == 1
