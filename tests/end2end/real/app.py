"""The app as a program of its own, and what is seen of its windows from outside."""

import subprocess
import time
from pathlib import Path
from typing import Final

from tests.end2end.real.hands import xdotool
from tests.end2end.real.tree import LostError, Tree

ROOT: Final = Path(__file__).parents[3]
SHORT: Final = 10.0
"""Seconds within which a window that is closed has ended its program."""


class RunningApp:
    """One start of the app after the other, on the same data."""

    def __init__(self, python: str, out: Path, tree: Tree) -> None:
        self._command = [python, "-m", "desktop", "--data-dir", str(out / "data")]
        self.out: Final = out
        self._tree = tree
        self._program: subprocess.Popen[bytes] | None = None
        self._pictures = 0

    @property
    def runs(self) -> bool:
        """Whether the process that was started last is still there."""
        return self._program is not None and self._program.poll() is None

    def start(self) -> None:
        """Start it."""
        with (self.out / "app.log").open("ab") as log:
            self._program = subprocess.Popen(self._command, cwd=ROOT, stdout=log, stderr=log)

    def start_second(self) -> subprocess.Popen[bytes]:
        """Start another one beside it."""
        return subprocess.Popen(self._command, cwd=ROOT, stderr=subprocess.DEVNULL)

    def ended(self) -> float:
        """Wait until it has ended by itself; returns the seconds. Raises LostError."""
        if self._program is None:
            raise LostError("a running app")
        began = time.monotonic()
        if (status := self._program.wait(SHORT)) != 0:
            raise LostError(f"a good end, but the exit status was {status}")
        return time.monotonic() - began

    def kill(self) -> None:
        """End it by force."""
        if self._program is not None:
            self._program.kill()
            self._program.wait()

    def close_window(self) -> None:
        """Close the window as the window manager does."""
        window = xdotool("search", "--onlyvisible", "--name", "^Turnstone$").split()[0]
        xdotool("windowactivate", "--sync", window, "key", "alt+F4")

    def picture(self, name: str) -> None:
        """Take a picture of the screen, and write down what assistive tools are told of it."""
        self._pictures += 1
        stem = f"{self._pictures:02}-{name}"
        command = ["import", "-window", "root", str(self.out / f"{stem}.png")]
        subprocess.run(command, check=True)
        (self.out / f"{stem}.txt").write_text(self._tree.told(), encoding="utf-8")
