"""The stage on real monitors that come and go: the tests in ``two_monitors``, in an X server."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.ui.room.virtual_display import can_be_had, display

ROOT = Path(__file__).parents[3]
TESTS = Path(__file__).with_name("two_monitors.py")
LONGEST = 180.0  # seconds

pytestmark = pytest.mark.skipif(not can_be_had(), reason="needs Xvfb and xrandr")


def test_the_stage_on_two_monitors() -> None:
    """Without a window manager, which leaves all to us."""
    run_tests()


def test_the_stage_on_two_monitors_of_different_scale() -> None:
    """What depends on it, and on the window manager where there is one."""
    manager = "openbox" if shutil.which("openbox") else ""
    some = "goes_out_again or guide_is_not or filled or stood"
    run_tests("-k", some, window_manager=manager, scales="laptop=1.5;wall=1")


def run_tests(*arguments: str, window_manager: str = "", scales: str = "") -> None:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(TESTS)]
    with display(window_manager) as name:
        environment = {**os.environ, "DISPLAY": name, "QT_QPA_PLATFORM": "xcb"}
        if scales:
            environment["QT_SCREEN_SCALE_FACTORS"] = scales
        ended = subprocess.run(
            [*command, *arguments],
            cwd=ROOT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    assert ended.returncode == 0, ended.stdout + ended.stderr
