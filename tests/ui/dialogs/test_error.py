from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.theme.look import Look
from tests.ui.finding import focusable, told, words


def test_it_says_what_happened_what_is_safe_and_what_to_do(look: Look, qtbot: QtBot) -> None:
    dialog = ErrorDialog(look, "The page broke.", "All that was saved is safe.", "Go on.")
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert words(dialog) == ["The page broke.", "All that was saved is safe.", "Go on."]
    assert dialog.accessibleDescription() == "The page broke. All that was saved is safe. Go on."
    assert [told(w) for w in focusable(dialog)] == ["Close"]
    dialog.close()


def test_it_blocks_nothing_and_goes_when_closed(look: Look, qtbot: QtBot) -> None:
    dialog = ErrorDialog(look, "The page broke.")
    with qtbot.waitExposed(dialog):
        dialog.open()
    assert words(dialog) == ["The page broke."]
    with qtbot.waitSignal(dialog.destroyed):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
