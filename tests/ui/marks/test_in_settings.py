"""The list of the marks, edited from the settings of a practice."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop.app import App
from desktop.tour.hands import Hands
from desktop.ui.dialogs.marks import MarksDialog
from tests.ui.acting import at_home, unlock
from tests.ui.running import PASSPHRASE, Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")


def test_what_is_saved_there_is_there_the_next_time(
    qapp: QApplication, tmp_path: Path, practice_vault: Made
) -> None:
    async def act(app: App, hands: Hands) -> None:
        def no_dialog() -> bool | None:
            return True if not app.window.findChildren(MarksDialog) else None

        await unlock(hands, PASSPHRASE)
        await at_home(hands)
        await hands.press("Settings")
        await hands.press("Edit the marks")
        await hands.write("Mark 2", "Looks away")
        await hands.press("Save")
        assert await hands.until(no_dialog)
        await hands.press("Edit the marks")
        field = await hands.find(QLineEdit, "Mark 2")
        assert field.text() == "Looks away"
        await hands.press("Use the list we came with")
        await hands.press("Save")
        assert await hands.until(no_dialog)
        assert app.vault is not None
        assert await app.kit.worker.run(app.vault.marks.labels) == []

    practice_vault.copy(tmp_path)
    run_app(qapp, tmp_path, act)
