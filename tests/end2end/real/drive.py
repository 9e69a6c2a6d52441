"""Drives a whole session in a real window, by the keyboard alone or over the accessibility bus.

    /usr/bin/python3 -m tests.end2end.real.drive keyboard OUT
    /usr/bin/python3 -m tests.end2end.real.drive bus OUT

It needs what pytest can't have everywhere: xvfb, openbox, xdotool, imagemagick, dbus, at-spi2-core,
and the Python of the system with python3-gi and gir1.2-atspi-2.0. So it is run by hand. OUT gets a
picture of each screen and what assistive tools are told there. Exit 0: all went as told.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from tests.end2end.real.app import ROOT, RunningApp
from tests.end2end.real.hands import Bus, Keyboard
from tests.end2end.real.story import Story
from tests.end2end.real.tree import LostError, Tree

INSIDE = "TURNSTONE_DRIVEN"
"""Set in the environment once we run in a display and a session bus of our own."""

DISPLAY = ["xvfb-run", "-a", "-s", "-screen 0 1440x900x24 -nolisten tcp"]


def main() -> int:
    """Drive the app; returns the exit status."""
    options = _options()
    if INSIDE not in os.environ:
        _enter_display()
    options.out.mkdir(parents=True)
    tree = Tree()
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    app = RunningApp(options.python, options.out, tree)
    story = Story(app, tree, Keyboard(tree) if options.way == "keyboard" else Bus(tree))
    began = time.monotonic()
    try:
        story.tell()
    except LostError as lost:
        app.picture("lost")
        story.problems.append(f"not found: {lost}")
    finally:
        app.kill()
        manager.kill()
    seconds = time.monotonic() - began
    lines = [f"{story.checked} names looked for in {seconds:.0f} s.", *story.problems]
    sys.stdout.write("\n  ".join(lines) + "\n")
    return 1 if story.problems else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Drives a session in a real window.")
    parser.add_argument("way", choices=("keyboard", "bus"))
    parser.add_argument("out", type=Path, help="a new folder")
    parser.add_argument(
        "--python", default=str(ROOT / ".venv/bin/python"), help="the Python that has Turnstone"
    )
    return parser.parse_args()


def _enter_display() -> None:
    """Run all this again in a display and on a session bus of its own."""
    environment = {**os.environ, INSIDE: "1", "LC_ALL": "C.UTF-8"}
    environment["QT_LINUX_ACCESSIBILITY_ALWAYS_ON"] = "1"
    environment.pop("QT_QPA_PLATFORM", None)
    again = [sys.executable, "-m", "tests.end2end.real.drive", *sys.argv[1:]]
    os.execvpe("dbus-run-session", ["dbus-run-session", "--", *DISPLAY, *again], environment)


if __name__ == "__main__":
    sys.exit(main())
