"""The system's programs that tests use and nobody else needs: strace, a bus and a display."""

import shutil
from collections.abc import Mapping
from typing import Final

import system_packages
from environment import say

NEEDED: Final = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "strace": "strace",
    "xrandr": "x11-xserver-utils",
}
"""Each program, and what Debian and Ubuntu call its package."""


def provide(needed: Mapping[str, str] = NEEDED) -> None:
    """Install what is missing; where nothing may be installed, say what is, and go on.

    The tests that need them then do with less, or are skipped.
    """
    packages = [package for program, package in needed.items() if shutil.which(program) is None]
    if packages and not system_packages.install(packages):
        say(f"Some tests can see less than they could. {system_packages.advice(packages)}")
