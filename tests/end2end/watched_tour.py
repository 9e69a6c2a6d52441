"""A program that tells the story of the tour, and then what became of its own process.

    python -m tests.end2end.watched_tour FOLDER REPORT

The report is JSON: the screens it came past, what Python asked of sockets, the modules that were
imported, and the libraries that were loaded, where the system tells.
"""

import json
import socket
import sys
from pathlib import Path
from typing import Any

from desktop.app import App
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from desktop.tour.story import Story
from desktop.ui.application import new_application
from tests.ui.running import WHEN, run_app

MAPS = Path("/proc/self/maps")


class Guard:
    """Notes what Python asks of sockets."""

    def __init__(self) -> None:
        self.asked: set[str] = set()

    def hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        """An audit hook."""
        if event == "socket.__new__":
            self.asked.add(socket.AddressFamily(arguments[1]).name)
        elif event.startswith("socket."):
            self.asked.add(event)


def libraries() -> list[str]:
    """The files that are mapped into this process."""
    if not MAPS.exists():
        return []
    lines = MAPS.read_text(encoding="utf-8").splitlines()
    return sorted({Path(line.split(maxsplit=5)[5]).name for line in lines if "/" in line})


class Onlooker:
    """Stands in the camera's place: the pictures would take most of the time."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.stops: list[str] = []

    async def take(self, name: str) -> None:
        """Let the screen catch up."""
        self.stops.append(name)
        await Hands().rest()


def play(folder: Path) -> list[str]:
    """Tell the whole story, with both documents; gives the screens that it came past."""
    clock, onlooker = DemoClock(WHEN), Onlooker(folder)

    async def act(app: App, _: Hands) -> None:
        await Story(app, clock, onlooker).tell()

    run_app(new_application(), folder, act, clock)
    return onlooker.stops


if __name__ == "__main__":
    guard = Guard()
    sys.addaudithook(guard.hear)
    told = {
        "stops": play(Path(sys.argv[1])),
        "asked": sorted(guard.asked),
        "modules": sorted(sys.modules),
        "libraries": libraries(),
    }
    Path(sys.argv[2]).write_text(json.dumps(told), encoding="utf-8")
