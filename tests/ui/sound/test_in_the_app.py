"""Sounds and stage as they are chosen in the app: listened to, kept, and gone with the window."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import App
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from desktop.ui.choices import kept_look
from desktop.ui.front import Front
from desktop.ui.sound.player import Player
from desktop.ui.sound.sounds import Sound, samples_of
from desktop.ui.theme.look import LookChoice
from tests.ui.running import PASSPHRASE, WHEN, Made, no_error_logged, run, unguarded
from tests.ui.sound.nobody import SOON, Nobody

pytestmark = pytest.mark.usefixtures("qtbot")

Act = Callable[[App, Hands], Coroutine[Any, Any, None]]
RunApp = Callable[[Act], None]


def store_in(folder: Path) -> QSettings:
    return QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def nobody() -> Nobody:
    return Nobody()


@pytest.fixture
def run_app(qapp: QApplication, tmp_path: Path, practice_vault: Made, nobody: Nobody) -> RunApp:
    """Runs the app, unlocked, with a device that plays for nobody, until it is left."""
    practice_vault.copy(tmp_path)

    async def main(act: Act) -> None:
        front = Front(qapp, store_in(tmp_path))
        app = App(
            front,
            tmp_path,
            DemoClock(WHEN),
            worth_guarding=False,
            make_guards=unguarded,
            player=Player(nobody, rest=60.0),
        )
        ended = asyncio.create_task(app.run())
        hands = Hands()
        await hands.write("Passphrase", PASSPHRASE)
        await hands.press("Unlock")
        await hands.find(QAbstractButton, "New session")
        await act(app, hands)
        await ended

    def run_it(act: Act) -> None:
        with no_error_logged():
            run(qapp, main(act))

    return run_it


def test_what_is_chosen_on_the_settings_page_is_heard_and_kept(
    run_app: RunApp, tmp_path: Path, nobody: Nobody
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await hands.press("Settings")
        await hands.slide("Volume", 20)
        for name in ("Play two soft sounds", "About 3 m", "Show the ring of time"):
            await hands.press(name)
        assert app.kit.look.stage_size == 1.5
        assert nobody.opened == 0
        await hands.press("Listen to the turn sound")
        assert await hands.until(lambda: app.window if nobody.enough.is_set() else None)
        app.window.close()

    run_app(act)
    assert bytes(nobody.heard) == samples_of(Sound.TURN, 20)
    assert (nobody.opened, nobody.open) == (1, 0)
    assert kept_look(store_in(tmp_path)) == LookChoice(
        stage_size=1.5, shows_ring=False, plays_sounds=True, volume=20
    )


@pytest.mark.parametrize("way", ["Lock", "Hide now"])
def test_a_window_that_is_left_is_silent_at_once_however_long_it_saves(
    run_app: RunApp, nobody: Nobody, way: str
) -> None:
    nobody.length = 1_000

    async def act(app: App, hands: Hands) -> None:
        app.kit.player.play(Sound.RETURN, 100)
        assert await hands.until(lambda: app.window if nobody.enough.is_set() else None)
        nobody.silent.clear()
        saved = Event()
        slow = asyncio.ensure_future(app.kit.worker.run(saved.wait, SOON))
        (await hands.find(QAbstractButton, way)).click()
        assert await hands.until(lambda: app.window if nobody.silent.is_set() else None)
        assert len(nobody.heard) < len(samples_of(Sound.RETURN, 100))
        saved.set()
        await slow

    run_app(act)
    assert nobody.open == 0
