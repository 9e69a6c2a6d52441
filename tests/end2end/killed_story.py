"""A program that tells the story of the tour up to one of its stops, and is killed there.

    python -m tests.end2end.killed_story FOLDER STOP

It prints what the guide could read at that moment.
"""

import asyncio
import os
import signal
import sys
from pathlib import Path

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from desktop.app import App, event_loop
from desktop.services.demo import DemoClock
from desktop.tour.story import Story
from desktop.ui.application import new_application
from desktop.ui.console.readout import Readout
from tests.ui.running import WHEN, app_in


def told(windows: list[QWidget], name: str) -> str:
    """The value of one of the labels that tell where a session stands."""
    labels = [label for window in windows for label in window.findChildren(Readout)]
    return next(_text(x, QAccessible.Text.Description) for x in labels if _name(x) == name)


def _name(widget: QWidget) -> str:
    return _text(widget, QAccessible.Text.Name)


def _text(widget: QWidget, which: QAccessible.Text) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(which)


class Killer:
    """Ends the process at a stop of the story, in place of the camera."""

    def __init__(self, folder: Path, stop: str, app: App) -> None:
        self.folder = folder
        self._stop = stop
        self._app = app

    async def take(self, name: str) -> None:
        """Kill ourselves at the right stop, once all is called saved."""
        if name == self._stop and self._app.desk is not None and self._app.desk.room is not None:
            await self._app.desk.room.saved()
            stood = [told([self._app.window], label) for label in ("Step", "Floor")]
            sys.stdout.write("\n".join(stood))
            sys.stdout.flush()
            os.kill(os.getpid(), signal.SIGKILL)


async def _tell(app: App, clock: DemoClock, killer: Killer) -> None:
    app.show()
    await Story(app, clock, killer).tell()


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    qt = new_application()
    clock = DemoClock(WHEN)
    app = app_in(folder, qt, clock)
    with asyncio.Runner(loop_factory=lambda: event_loop(qt)) as runner:
        runner.run(_tell(app, clock, Killer(folder, sys.argv[2], app)))
