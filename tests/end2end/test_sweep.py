"""Every screen of the whole app, as a session comes past it: names, words, and room for them.

The story of the tour is told with somebody else in the camera's place, who looks over all windows
at each stop: at the usual size of text and at twice that size, in English and in a language that
nobody speaks.
"""

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App, event_loop
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from desktop.tour.story import Story
from desktop.ui.front import Front
from desktop.ui.theme.look import LookChoice
from tests.end2end.shown_data import ShownData
from tests.ui.painted import painted_words
from tests.ui.pseudo import left_out, plain, pseudo_language
from tests.ui.sweeps import assert_accessible, assert_not_clipped, told_texts

WHEN: Final = 1_795_442_400_000
SCREENS: Final = 25
"""Stops of the story, at least."""

Check = Callable[[QWidget], Iterator[str]]


class Sweeper:
    """Looks over all windows in place of the camera, and keeps what is wrong with them."""

    def __init__(self, app: App, folder: Path, checks: list[Check]) -> None:
        self.folder = folder
        self.stops: list[str] = []
        self.findings: list[str] = []
        self._app = app
        self._checks = checks

    async def take(self, name: str) -> None:
        """Look over the windows that are open."""
        self.stops.append(name)
        look = self._app.kit.look
        self._look_over(f"{name} at {look.text_scale}")
        # The story goes on at this size: so it comes past each screen at both.
        look.choose(replace(look.choice, text_scale=3 - look.text_scale))
        await Hands().rest()
        self._look_over(f"{name} at {look.text_scale}")

    def _look_over(self, where: str) -> None:
        for window in QApplication.topLevelWidgets():
            for check in self._checks if window.isVisible() else ():
                name = f"{where}: {type(window).__name__}"
                self.findings += [f"{name}: {finding}" for finding in check(window)]


def unfit(window: QWidget) -> Iterator[str]:
    """What assistive tools can't tell, or tell alike."""
    try:
        assert_accessible(window)
    except AssertionError as error:
        yield str(error)


def cut(window: QWidget) -> Iterator[str]:
    """What has no room, or has a page wider than its window round it."""
    try:
        assert_not_clipped(window)
    except AssertionError as error:
        yield str(error)


def untranslated(data: ShownData) -> Check:
    """What no translator made."""

    def check(window: QWidget) -> Iterator[str]:
        shown = [word.text for word in painted_words(window)]
        for text in dict.fromkeys([*shown, *told_texts(window)]):
            if words := left_out(text, data):
                yield f"not translated: {words} in “{text}”"

    return check


@pytest.fixture
def tell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Callable[..., Sweeper]:
    """Tells the story of the tour to a sweeper."""

    def tell(scale: float, checks: list[Check], hands: Hands) -> Sweeper:
        async def main(app: App, clock: DemoClock) -> Sweeper:
            sweeper = Sweeper(app, tmp_path, checks)
            app.show()
            try:
                await Story(app, clock, sweeper, hands).tell()
                await app.kit.tasks.settled()
            finally:
                await app.close()
                app.deleteLater()
            return sweeper

        loop = event_loop(qapp)
        with asyncio.Runner(loop_factory=lambda: loop) as runner:
            clock = DemoClock(WHEN)
            store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
            app = App(Front(qapp, store), tmp_path, clock, worth_guarding=False)
            app.kit.look.choose(LookChoice("light", scale, reduced_motion=True))
            app.window.resize(1440, 900)
            return runner.run(main(app, clock))

    return tell


def test_every_screen_can_be_told_and_read(tell: Callable[..., Sweeper]) -> None:
    sweeper = tell(1.0, [unfit, cut], Hands())

    assert not sweeper.findings, "\n".join(sweeper.findings)
    assert len(sweeper.stops) >= SCREENS


def test_every_word_can_be_translated(tell: Callable[..., Sweeper], qapp: QApplication) -> None:
    with pseudo_language(qapp):
        sweeper = tell(2.0, [unfit, cut, untranslated(ShownData())], Hands(plain))

    assert not sweeper.findings, "\n".join(sweeper.findings)
    assert len(sweeper.stops) >= SCREENS
