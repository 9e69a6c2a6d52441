"""A program that plays the tour and then tells what became of its own process.

    python -m tests.end2end.watched_tour FOLDER REPORT

The report is JSON: what Python asked of sockets, the modules that were imported, and the libraries
that were loaded, where the system tells.
"""

import json
import socket
import sys
from pathlib import Path
from typing import Any

from desktop.__main__ import main

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


if __name__ == "__main__":
    guard = Guard()
    sys.addaudithook(guard.hear)
    status = main(["tour", "--out", sys.argv[1]])
    told = {
        "asked": sorted(guard.asked),
        "modules": sorted(sys.modules),
        "libraries": libraries(),
    }
    Path(sys.argv[2]).write_text(json.dumps(told), encoding="utf-8")
    sys.exit(status)
