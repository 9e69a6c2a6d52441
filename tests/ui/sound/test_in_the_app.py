"""Sounds and stage as they are chosen in the app: listened to, kept, and gone with the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import App
from desktop.tour.hands import Hands
from desktop.ui.choices import kept_look
from desktop.ui.sound.sounds import Sound
from desktop.ui.theme.look import LookChoice
from tests.ui.running import PASSPHRASE, Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")


def test_what_is_chosen_on_the_settings_page_is_heard_and_kept(
    qapp: QApplication, tmp_path: Path, practice_vault: Made
) -> None:
    """Whatever this machine plays on, hardly anybody hears it."""
    practice_vault.copy(tmp_path)

    async def act(app: App, hands: Hands) -> None:
        await hands.write("Passphrase", PASSPHRASE)
        await hands.press("Unlock")
        await hands.find(QAbstractButton, "New session")
        await hands.press("Settings")
        await hands.slide("Volume", 1)
        for name in ("Play two soft sounds", "Listen to the turn sound", "About 3 m"):
            await hands.press(name)
        await hands.press("Show the ring of time")
        assert app.kit.look.stage_size == 1.5
        app.window.close()
        await hands.press("Listen to the return sound")

    run_app(qapp, tmp_path, act)
    store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    assert kept_look(store) == LookChoice(
        "light",
        reduced_motion=True,
        stage_size=1.5,
        shows_ring=False,
        plays_sounds=True,
        volume=1,
    )


@pytest.mark.parametrize("way", ["Lock", "Hide now"])
def test_no_sound_outlives_a_window_that_is_left_at_once(
    qapp: QApplication, tmp_path: Path, practice_vault: Made, way: str
) -> None:
    practice_vault.copy(tmp_path)

    async def act(app: App, hands: Hands) -> None:
        await hands.write("Passphrase", PASSPHRASE)
        await hands.press("Unlock")
        await hands.find(QAbstractButton, "New session")
        app.kit.player.play(Sound.RETURN, 1)
        await hands.press(way)

    run_app(qapp, tmp_path, act)
