"""A program for test_start_faults.py: starts Turnstone where something is not as it should be.

It is run as an ordinary user. Each case has a process of its own; what it said is printed as JSON,
by the name of the case.
"""

import json
import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication

import desktop.start
from desktop.__main__ import main as turnstone
from desktop.commands.demo import PASSPHRASE
from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.main_window import MainWindow
from tests.ordinary_user import hand_over

LINE: Final = f"{PASSPHRASE}\n".encode()
DISPLAYS: Final = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
PATIENCE: Final = 20
"""Seconds after which a case is killed."""

SIGNS: Final = {"I work with couples": "first run", "Unlock": "unlock"}


class NotHereError(Exception):
    """The case can't be had on this machine."""


NOT_HERE: Final = 98
"""The exit status then."""

Arrange = Callable[[Path], list[object]]
"""Prepares an empty folder, and the environment, for a case; gives the command line."""

CASES: Final[dict[str, Arrange]] = {}


def case(arrange: Arrange) -> Arrange:
    CASES[arrange.__name__] = arrange
    return arrange


# What the window meets


@case
def home_missing(folder: Path) -> list[object]:
    os.environ["HOME"] = str(Path("/", "nonexistent"))
    return []


@case
def home_unnamed(folder: Path) -> list[object]:
    import pwd

    with suppress(KeyError):
        pwd.getpwuid(os.getuid())
        raise NotHereError
    del os.environ["HOME"]
    return []


@case
def home_closed(folder: Path) -> list[object]:
    os.environ["XDG_DATA_HOME"] = str(folder)
    folder.chmod(0o500)
    return []


@case
def data_dir_closed_and_empty(folder: Path) -> list[object]:
    folder.chmod(0o500)
    return ["--data-dir", folder]


@case
def data_dir_hidden(folder: Path) -> list[object]:
    with_vault(folder).chmod(0o000)
    return ["--data-dir", folder]


@case
def data_dir_is_a_file(folder: Path) -> list[object]:
    Path(folder, "file").touch()
    return ["--data-dir", folder / "file"]


@case
def data_dir_below_a_file(folder: Path) -> list[object]:
    Path(folder, "file").touch()
    return ["--data-dir", folder / "file" / "data"]


@case
def data_dir_and_its_parents_missing(folder: Path) -> list[object]:
    return ["--data-dir", folder / "one" / "two"]


@case
def data_dir_closed_with_a_vault(folder: Path) -> list[object]:
    with_vault(folder).chmod(0o500)
    return ["--data-dir", folder]


@case
def settings_damaged(folder: Path) -> list[object]:
    Path(folder, "window.ini").write_bytes(b"\xff\x00[[[=\n%%%\x80" * 200)
    return ["--data-dir", folder]


@case
def settings_of_other_kinds(folder: Path) -> list[object]:
    lines = (
        "[look]",
        "theme=light, dark",
        "text-scale=@Variant(\\0\\0\\0\\x7f)",
        "reduced-motion=@Invalid()",
        "[stage]",
        "size=@Invalid()",
        "[sound]",
        "volume=[1, 2]",
        "[window]",
        "place=@ByteArray(\\x1\\xd9\\xd0\\xcb\\0)",
    )
    Path(folder, "window.ini").write_text("\n".join(lines), encoding="ascii")
    return ["--data-dir", folder]


@case
def settings_unreadable(folder: Path) -> list[object]:
    Path(folder, "window.ini").touch(0o000)
    return ["--data-dir", folder]


@case
def settings_are_a_folder(folder: Path) -> list[object]:
    Path(folder, "window.ini").mkdir()
    return ["--data-dir", folder]


@case
def log_is_a_folder(folder: Path) -> list[object]:
    Path(folder, "turnstone.log").mkdir()
    return ["--data-dir", folder]


@case
def log_unwritable(folder: Path) -> list[object]:
    Path(folder, "turnstone.log").touch(0o400)
    return ["--data-dir", folder]


@case
def no_display_named(folder: Path) -> list[object]:
    for name in DISPLAYS:
        os.environ.pop(name, None)
    return ["--data-dir", folder]


@case
def no_display_there(folder: Path) -> list[object]:
    os.environ |= {"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":4242"}
    return ["--data-dir", folder]


@case
def a_part_is_missing(folder: Path) -> list[object]:
    sys.modules.pop("desktop.services.vault")
    sys.modules["sqlalchemy"] = None  # type: ignore[assignment]  # what an import then fails on
    for name in [name for name in sys.modules if name.startswith(("sqlalchemy.", "desktop.sto"))]:
        del sys.modules[name]
    return ["--data-dir", folder]


# What the commands meet


@case
def list_without_a_home(folder: Path) -> list[object]:
    os.environ["HOME"] = str(Path("/", "nonexistent"))
    return ["list", "couples", "--passphrase-stdin"]


@case
def demo_without_a_home(folder: Path) -> list[object]:
    os.environ["HOME"] = str(Path("/", "nonexistent"))
    return ["demo", "--couples", "1", "--sessions", "1"]


@case
def demo_in_a_closed_folder(folder: Path) -> list[object]:
    folder.chmod(0o500)
    return ["demo", "--data-dir", folder]


@case
def check_of_a_file(folder: Path) -> list[object]:
    Path(folder, "file").touch()
    return ["check", "--passphrase-stdin", "--data-dir", folder / "file"]


@case
def check_of_a_hidden_folder(folder: Path) -> list[object]:
    with_vault(folder).chmod(0o000)
    return ["check", "--passphrase-stdin", "--data-dir", folder]


@case
def tour_into_a_closed_folder(folder: Path) -> list[object]:
    folder.chmod(0o500)
    return ["tour", "--out", folder / "out"]


@case
def tour_without_a_place_for_temporary_files(folder: Path) -> list[object]:
    # Python would also take the folder that it is in.
    folder.chmod(0o500)
    os.environ["TMPDIR"] = str(folder)
    os.chdir("/")
    out = folder.with_name("the-tour")
    import tempfile

    tempfile.tempdir = str(folder)
    return ["tour", "--out", out]


@case
def lint_of_what_is_not_there(folder: Path) -> list[object]:
    return ["lint", folder / "nothing"]


def with_vault(folder: Path) -> Path:
    """A data folder with a vault as the fixture put it beside all others."""
    import shutil

    shutil.copytree(folder.parent / "made" / "vault", folder / "vault")
    return folder


class Watched(QApplication):
    """Tells what comes up first, and closes it."""

    def __init__(self) -> None:
        super().__init__(["turnstone"])
        self._timer = QTimer(self)
        self._timer.setInterval(20)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for window in self.topLevelWidgets():
            if window.isVisible() and isinstance(window, ErrorDialog):
                self._say("dialog", window.accessibleDescription(), window.windowTitle())
                window.accept()
            elif window.isVisible() and isinstance(window, MainWindow):
                for button in window.findChildren(QAbstractButton):
                    if button.isVisible() and (sign := SIGNS.get(name_of(button))):
                        self._say("up", sign)
                        window.close()

    def _say(self, *words: str) -> None:
        self._timer.stop()
        sys.stdout.write(": ".join(words) + "\n")
        sys.stdout.flush()


def name_of(button: QAbstractButton) -> str:
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def prepare(arguments: list[str]) -> None:
    """As root: make a vault, and load what is loaded late otherwise."""
    folder = Path(arguments[0])
    made = str(folder / "made")
    assert turnstone(["--data-dir", made, "demo", "--couples", "1", "--sessions", "1"]) == 0
    hand_over(folder)


def main(arguments: list[str]) -> int:
    folder = Path(arguments[0])
    sys.stdout.flush()
    said = {name: _ran(folder / name, arrange) for name, arrange in CASES.items()}
    Path(folder, "said.json").write_text(json.dumps(said), encoding="utf-8")
    return 0


def _ran(folder: Path, arrange: Arrange) -> dict[str, object]:
    """Run one case in a fork of this process."""
    folder.mkdir()
    streams = [folder.with_name(f"{folder.name}.{name}") for name in ("out", "err")]
    child = os.fork()
    if child == 0:
        _run_case(folder, arrange, streams)
    _, status = os.waitpid(child, 0)
    out, err = (path.read_text(encoding="utf-8") for path in streams)
    return {"status": os.waitstatus_to_exitcode(status), "out": out, "err": err}


def _run_case(folder: Path, arrange: Arrange, streams: list[Path]) -> None:
    signal.alarm(PATIENCE)
    for number, path in enumerate(streams, start=1):
        os.dup2(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), number)
    read, write = os.pipe()
    os.write(write, LINE)
    os.dup2(read, 0)
    os.environ |= {"HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    desktop.start.new_application = Watched
    status = 99
    try:
        status = turnstone([str(word) for word in arrange(folder)])
    except NotHereError:
        status = NOT_HERE
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
