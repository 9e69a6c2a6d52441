"""Takes pictures of the windows, in each theme."""

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.console.console import Console
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look, ThemeChoice

THEMES: Final[tuple[ThemeChoice, ...]] = ("light", "dark")

STILL: Final = 0.2
"""Seconds after which, under reduced motion, everything on a screen has come to rest."""


class Camera:
    """Writes a PNG of the window in front for each theme: ``console-light.png``."""

    def __init__(self, folder: Path, window: QWidget, look: Look) -> None:
        self.folder: Final = folder
        self._window = window
        self._look = look

    async def take(self, name: str) -> None:
        """Take the picture of the dialog that is open, or else of the main window."""
        front = QApplication.activeModalWidget() or self._window
        front.resize(self._window.size())
        bring_up_to_date(front)
        await asyncio.sleep(STILL)
        for theme in THEMES:
            self._look.choose(replace(self._look.choice, theme=theme))
            front.grab().save(str(self.folder / f"{name}-{theme}.png"))
        self._look.choose(replace(self._look.choice, theme=THEMES[0]))


def bring_up_to_date(front: QWidget) -> None:
    """The clock of the tour leaps, and what shows the time looks at it once a second only."""
    for stage in front.findChildren(StageWidget):
        stage.tick()
    for console in front.findChildren(Console):
        console.tick()
