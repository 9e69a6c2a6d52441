"""Every screen of the whole app, as a session comes past it: names, words, and room for them.

The story of the tour is told with somebody else in the camera's place, who looks over all windows
at each stop: at the usual size of text and at twice that size, in English and in a language that
nobody speaks.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from desktop.tour.story import Story
from desktop.ui.theme.look import Look
from tests.end2end.shown_data import TYPED, ShownData
from tests.ui.painted import painted_words
from tests.ui.pseudo import left_out, plain, pseudo_language
from tests.ui.running import WHEN, run_app
from tests.ui.sweeps import assert_accessible, assert_not_clipped, told_texts

STOPS: Final = 25
"""The story comes past so many screens, at least."""

Check = Callable[[QWidget], Iterator[str]]


class Sweeper:
    """Looks over all windows in place of the camera, and keeps what is wrong with them."""

    def __init__(self, folder: Path, checks: list[Check]) -> None:
        self.folder = folder
        self.look: Look | None = None
        self.stops: list[str] = []
        self.findings: list[str] = []
        self._checks = checks

    async def take(self, name: str) -> None:
        """Look over the windows that are open, at both sizes of text."""
        look = self.look
        assert look is not None
        self.stops.append(name)
        self._look_over(f"{name} at {look.text_scale}")
        # The story goes on at this size: so it comes to each screen in the one or the other.
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


def shortened(window: QWidget) -> Iterator[str]:
    """What ends in an ellipsis for want of room: in the pseudo-language each text has an end."""
    for word in painted_words(window):
        if word.text.endswith("…"):
            yield f"shortened: “{word.text}” of {type(word.widget).__name__}"


def telling(window: QWidget) -> Iterator[str]:
    """A title that tells what is private: lists of windows show it, and pictures of the screen."""
    for title in (window.windowTitle(), window.windowIconText(), window.windowFilePath()):
        for private in ("Ana", "Ben", *TYPED):
            if private in title:
                yield f"told by the title: {private}"


def untranslated(data: ShownData) -> Check:
    """What no translator made."""

    def check(window: QWidget) -> Iterator[str]:
        shown = [word.text for word in painted_words(window)]
        for text in dict.fromkeys([*shown, *told_texts(window)]):
            if words := left_out(text, data):
                yield f"not translated: {words} in “{text}”"

    return check


Tell = Callable[[float, list[Check], Hands], Sweeper]


@pytest.fixture
def tell(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Tell:
    """Tells the story of the tour to a sweeper, in text of a size at first."""

    def tell(scale: float, checks: list[Check], hands: Hands) -> Sweeper:
        clock = DemoClock(WHEN)
        sweeper = Sweeper(tmp_path, checks)

        async def act(app: App, _: Hands) -> None:
            sweeper.look = app.kit.look
            sweeper.look.choose(replace(sweeper.look.choice, text_scale=scale))
            await Story(app, clock, sweeper, hands).tell()

        run_app(qapp, tmp_path, act, clock)
        return sweeper

    return tell


def test_every_screen_can_be_told_and_read(tell: Tell) -> None:
    sweeper = tell(1.0, [unfit, cut, telling], Hands())

    assert not sweeper.findings, "\n".join(sweeper.findings)
    assert len(sweeper.stops) >= STOPS


def test_every_word_can_be_translated(tell: Tell, qapp: QApplication) -> None:
    with pseudo_language(qapp):
        sweeper = tell(2.0, [unfit, cut, shortened, untranslated(ShownData())], Hands(plain))

    assert not sweeper.findings, "\n".join(sweeper.findings)
    assert len(sweeper.stops) >= STOPS
