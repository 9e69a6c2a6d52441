"""The whole app, killed half way: the next start offers the session, at the same step."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from desktop.tour.story import NOTE, PASSPHRASE, PRIVATE
from tests.end2end import killed_story
from tests.end2end.killed_story import told
from tests.ui.running import WHEN, Act, run_app

ROOT = Path(__file__).parents[2]
LATER = 90 * 60 * 1000
"""How long after the story began the app is started again, in milliseconds."""


def killed_at(folder: Path, stop: str) -> list[str]:
    """Tell the story up to a stop; returns the step and who had the floor there."""
    end = subprocess.run(
        [sys.executable, "-m", killed_story.__name__, str(folder), stop],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        text=True,
        check=False,
    )
    assert end.returncode == -signal.SIGKILL
    return end.stdout.splitlines()


@pytest.fixture
def start_again(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Callable[[Act], None]:
    """Starts the app on what the killed one left, and unlocks it."""

    def start(then: Act) -> None:
        async def act(app: App, hands: Hands) -> None:
            await hands.write("Passphrase", PASSPHRASE)
            await hands.press("Unlock")
            await then(app, hands)

        run_app(qapp, tmp_path, act, DemoClock(WHEN + LATER))

    return start


def test_a_killed_session_is_offered_where_it_stood(
    start_again: Callable[[Act], None], tmp_path: Path
) -> None:
    stood = killed_at(tmp_path, "console")

    async def act(app: App, hands: Hands) -> None:
        await hands.press("Resume session")
        await hands.press("Nothing")
        assert [told([app.window], name) for name in ("Step", "Floor")] == stood
        for name, text in (("Progress note", NOTE), ("Process note", PRIVATE)):
            assert (await hands.find(QPlainTextEdit, name)).toPlainText() == text

    start_again(act)


def test_a_break_goes_on_while_the_app_is_closed(
    start_again: Callable[[Act], None], tmp_path: Path
) -> None:
    killed_at(tmp_path, "break")

    async def act(app: App, hands: Hands) -> None:
        await hands.press("Resume session")
        await hands.press("This screen")
        await hands.press("Yes, we are both ready")
        await hands.press("Take a break")

    start_again(act)
