"""The couple's own window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.stage.asks import Ask
from desktop.ui.stage.button import StageButton
from desktop.ui.stage.window import StageWindow
from desktop.ui.theme.look import Look
from tests.ui.finding import heard
from tests.ui.turns import SPEAK


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Iterator[StageWindow]:
    window = StageWindow(look, lambda: 0)
    window.show_view(SPEAK)
    with qtbot.waitExposed(window):
        window.fill(QGuiApplication.primaryScreen())
    yield window
    window.let_go()
    window.deleteLater()


def test_its_title_names_nobody(window: StageWindow) -> None:
    assert window.windowTitle() == "Turnstone stage"
    assert QAccessible.queryAccessibleInterface(window).role() is QAccessible.Role.Window


def test_it_fills_its_screen(window: StageWindow) -> None:
    assert window.isFullScreen()
    assert window.stage.size() == window.size()


def test_it_leaves_the_keyboard_to_the_guide(window: StageWindow) -> None:
    """The platform without a display gives it to anyone; a real one keeps to this."""
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_escape_does_not_take_it_away(window: StageWindow) -> None:
    QTest.keyClick(window.stage, Qt.Key.Key_Escape)

    assert window.isVisible()
    assert window.isFullScreen()


def test_the_window_system_can_only_ask_to_close_it(qtbot: QtBot, window: StageWindow) -> None:
    with qtbot.waitSignal(window.close_requested):
        window.close()

    assert window.isVisible()


def test_it_passes_on_what_is_pressed(window: StageWindow) -> None:
    asked = heard(window.asked)

    next(b for b in window.findChildren(StageButton) if b.isVisible()).click()

    assert asked == [Ask.BREAK]
