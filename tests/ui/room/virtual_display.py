"""A display of our own with monitors that can be plugged in and out, by Xvfb and xrandr."""

import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

LAPTOP: Final = ("laptop", "1280/340x800/210+0+0", "screen")
WALL: Final = ("wall", "1920/1000x1080/560+1280+0", "none")
SIZE: Final = "3200x1080x24"
PATIENCE: Final = 20.0
"""Seconds after which a program that should have ended is stuck."""


def can_be_had() -> bool:
    """Whether there are the programs for it."""
    return sys.platform == "linux" and all(shutil.which(name) for name in ("Xvfb", "xrandr"))


def plug_in(*monitor: str) -> None:
    """Connect a monitor by its name, place and output, as xrandr takes them; or change it."""
    _xrandr("--setmonitor", *monitor)


def unplug(name: str) -> None:
    """Take a monitor away."""
    _xrandr("--delmonitor", name)


def _xrandr(*arguments: str) -> None:
    subprocess.run(["xrandr", *arguments], check=True, timeout=PATIENCE)


@contextmanager
def display(window_manager: str = "") -> Generator[str]:
    """A new display; gives its name, such as ":7". A window manager runs on it if one is named."""
    read, write = os.pipe()
    options = ["-displayfd", str(write), "-screen", "0", SIZE, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(["Xvfb", *options], pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    running = [server]
    try:
        with os.fdopen(read) as told:
            name = f":{int(told.readline())}"
        if window_manager:
            environment = {**os.environ, "DISPLAY": name}
            running.append(
                subprocess.Popen([window_manager], env=environment, stderr=subprocess.DEVNULL)
            )
        yield name
    finally:
        for program in reversed(running):
            program.terminate()
            program.wait(PATIENCE)
