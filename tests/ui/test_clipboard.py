"""What is copied out of our windows: kept from others, and cleared."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, Qt, QTimer
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.tour.hands import Hands
from desktop.ui.clipboard import KEPT, ClipboardGuard, discretion
from tests.ui.running import PASSPHRASE, Made, run_app

SHORT = 30  # milliseconds
PRIVATE = "what Ana said"


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    clipboard = qapp.clipboard()
    clipboard.clear()
    yield clipboard
    clipboard.clear()


def copied_from(field: QLineEdit | QPlainTextEdit, qtbot: QtBot) -> None:
    """Copy a text as somebody does at the keyboard."""
    qtbot.addWidget(field)
    field.show()
    QTest.keyClicks(field, PRIVATE)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_a_text_can_be_pasted_for_a_minute() -> None:
    assert KEPT == 60_000


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_what_was_copied_is_cleared_after_a_while(
    qtbot: QtBot, clipboard: QClipboard, kind: type[QLineEdit] | type[QPlainTextEdit]
) -> None:
    guard = ClipboardGuard(clipboard, SHORT)
    copied_from(kind(), qtbot)
    assert clipboard.text() == PRIVATE

    qtbot.waitUntil(lambda: not clipboard.text())
    guard.clear()


def test_a_later_copy_has_its_own_while(qtbot: QtBot, clipboard: QClipboard) -> None:
    guard = ClipboardGuard(clipboard, 10 * SHORT)
    clipboard.setText("one")
    half = QTimer()
    half.setSingleShot(True)
    with qtbot.waitSignal(half.timeout):
        half.start(5 * SHORT)
    clipboard.setText("two")
    began = time.monotonic()

    qtbot.waitUntil(lambda: not clipboard.text())

    assert time.monotonic() - began > 8 * SHORT / 1000
    guard.clear()


def test_what_others_cleared_is_not_marked(clipboard: QClipboard) -> None:
    guard = ClipboardGuard(clipboard)
    clipboard.setText(PRIVATE)
    clipboard.clear()

    assert not clipboard.mimeData() or not clipboard.mimeData().formats()
    guard.clear()


def test_other_programs_are_asked_not_to_keep_it(qtbot: QtBot, clipboard: QClipboard) -> None:
    guard = ClipboardGuard(clipboard)
    copied_from(QPlainTextEdit(), qtbot)
    held = clipboard.mimeData()

    for name, data in discretion().items():
        assert held.data(name) == data
    assert held.text() == PRIVATE
    guard.clear()
    assert not clipboard.text()


def test_all_forms_of_a_text_are_kept(clipboard: QClipboard, qtbot: QtBot) -> None:
    guard = ClipboardGuard(clipboard)
    rich = QMimeData()
    rich.setText(PRIVATE)
    rich.setHtml(f"<b>{PRIVATE}</b>")
    clipboard.setMimeData(rich)

    assert clipboard.mimeData().html() == f"<b>{PRIVATE}</b>"
    assert clipboard.text() == PRIVATE
    guard.clear()


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_each_system_has_its_own_way_to_ask(system: str) -> None:
    formats = discretion(system)

    if system == "win32":
        assert len(formats) == 3
        assert all(name.startswith("application/x-qt-windows-mime;value=") for name in formats)
    else:
        assert formats == {"x-kde-passwordManagerHint": QByteArray(b"secret")}


@pytest.mark.parametrize("leave", ["Lock", "Hide now", ""])
def test_leaving_clears_it_at_once(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, practice_vault: Made, leave: str
) -> None:
    practice_vault.copy(tmp_path)
    held: list[str] = []

    async def act(app: App, hands: Hands) -> None:
        await hands.write("Passphrase", PASSPHRASE)
        await hands.press("Unlock")
        await hands.press("Couples")
        qapp.clipboard().setText(PRIVATE)
        held.append(qapp.clipboard().text())
        if leave:
            await hands.press(leave)

    run_app(qapp, tmp_path, act)

    assert held == [PRIVATE]
    assert not qapp.clipboard().text()
