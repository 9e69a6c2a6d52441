"""A second window on the same vault says so at once, and the first is not disturbed."""

import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import App
from desktop.domain.session import Setting
from desktop.tour.hands import Hands
from desktop.ui.dialogs.error import ErrorDialog
from tests.ui.running import PASSPHRASE, make_vault, run_app

AT_ONCE = 2.0  # seconds


@pytest.mark.usefixtures("qtbot")
def test_a_second_window_says_that_there_is_a_first(qapp: QApplication, tmp_path: Path) -> None:
    first = make_vault(tmp_path / "made", Setting.PRACTICE).copy(tmp_path).unlock(PASSPHRASE)
    began = time.monotonic()

    async def act(app: App, hands: Hands) -> None:
        dialog = await hands.until(lambda: app.window.findChild(ErrorDialog))
        assert time.monotonic() - began < AT_ONCE
        assert dialog is not None
        assert "open already" in dialog.accessibleDescription()
        assert first.couples.add("Ana", "Ben") in first.couples.all()
        first.close()
        await hands.press("Close")
        await hands.write("Passphrase", PASSPHRASE)
        await hands.press("Unlock")
        await hands.find(QAbstractButton, "New session")

    run_app(qapp, tmp_path, act)
