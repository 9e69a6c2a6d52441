"""There is no network: a whole session opens no socket that leads off this computer.

The kernel is asked where that is possible; Python is asked everywhere.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.end2end.traced import Traced, can_trace, run_plainly, run_traced

ROOT = Path(__file__).parents[2]
LOCAL = {"AF_UNIX", "AF_UNSPEC"}
STOPS = 25
"""The story comes past so many screens, at least."""
FOREIGN = ("Network", "Qml", "Quick", "WebEngine", "WebSockets", "Multimedia")
"""Parts of Qt that can reach a network, or need one that can."""


class Played(NamedTuple):
    ended: Traced
    asked: set[str]
    modules: set[str]
    libraries: set[str]


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The tour, played once for all tests."""
    folder = tmp_path_factory.mktemp("watched")
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    out, report = folder / "out", folder / "report.json"
    out.mkdir()
    words = ["-m", "tests.end2end.watched_tour", str(out), str(report)]
    run = run_traced if can_trace() else run_plainly
    ended = run([sys.executable, *words], folder / "log", ROOT, environment)
    assert ended.status == 0, ended.err
    told = json.loads(report.read_text(encoding="utf-8"))
    assert len(told["stops"]) >= STOPS
    assert {"handout.pdf", "progress-note.pdf"} <= {path.name for path in out.iterdir()}
    return Played(ended, *(set[str](told[name]) for name in ("asked", "modules", "libraries")))


def test_the_kernel_opens_no_socket_but_unix_ones(played: Played) -> None:
    assert played.ended.families <= LOCAL


def test_python_asks_for_no_socket_but_unix_ones(played: Played) -> None:
    """On Windows, which has no others for that, the event loop talks to itself over one."""
    if sys.platform != "win32":
        assert played.asked <= {"AF_UNIX"}


def test_no_part_of_qt_that_knows_networks_is_loaded(played: Played) -> None:
    qt = {name for name in played.modules if name.startswith("PySide6.")}
    assert "PySide6.QtWidgets" in qt
    assert not [name for name in qt for part in FOREIGN if f"Qt{part}" in name]
    assert not [name for name in played.libraries for part in FOREIGN if f"Qt6{part}" in name]
    assert sys.platform != "linux" or any("Qt6Widgets" in name for name in played.libraries)


@pytest.mark.parametrize("call", ["socket.socket()", "socket.getaddrinfo('localhost', 1)"])
def test_the_guard_hears_what_python_asks_for(call: str) -> None:
    program = (
        "import socket, sys\n"
        "from tests.end2end.watched_tour import Guard\n"
        f"guard = Guard(); sys.addaudithook(guard.hear); {call}; print(*guard.asked)"
    )
    heard = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert {"AF_INET", "socket.getaddrinfo"}.intersection(heard.stdout.split())
