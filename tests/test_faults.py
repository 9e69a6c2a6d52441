"""Errors that nobody caught: told plainly, logged without a private word, and lived through."""

import asyncio
import faulthandler
import io
import logging
import stat
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import App
from desktop.faults import LOG, LOG_BYTES, Faults, described, log_to
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from tests.ui.finding import told
from tests.ui.running import WHEN, app_in, run

ROOT = Path(__file__).parents[1]
PRIVATE = "Ana wrote AAAA-BBBB about the flat"
"""A name, a key and a note, as the message of an error may quote them."""


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The log of the app in a folder of its own; our logger is as before afterwards."""
    handlers, propagates, level = list(LOG.handlers), LOG.propagate, LOG.level
    log_to(tmp_path / "data")
    yield tmp_path / "data" / "turnstone.log"
    for handler in [handler for handler in LOG.handlers if handler not in handlers]:
        LOG.removeHandler(handler)
        handler.close()
    LOG.propagate = propagates
    LOG.setLevel(level)


def failed(message: str = PRIVATE) -> Exception:
    """An error that was raised and caught."""
    try:
        raise ValueError(message)
    except ValueError as error:
        return error


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


# The log


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_nobody_else_can_read_the_log(log: Path) -> None:
    LOG.error("one")

    assert mode(log) == 0o600
    assert mode(log.parent) == 0o700


def test_the_log_stays_small(log: Path) -> None:
    for _ in range(3 * LOG_BYTES // 1000):
        LOG.error("%s", "x" * 1000)
    files = sorted(log.parent.iterdir())

    assert [file.name for file in files] == ["turnstone.log", "turnstone.log.1"]
    assert all(file.stat().st_size <= LOG_BYTES for file in files)
    assert all(mode(file) == 0o600 for file in files) or sys.platform == "win32"


def test_what_other_packages_log_is_not_kept(log: Path) -> None:
    for name in ("sqlalchemy.engine", "alembic.runtime", "anything"):
        logging.getLogger(name).error(PRIVATE)
    LOG.error("ours")

    text = log.read_text(encoding="utf-8")
    assert "ours" in text
    assert "Ana" not in text


def test_what_we_log_goes_nowhere_else(log: Path) -> None:
    elsewhere = io.StringIO()
    other = logging.StreamHandler(elsewhere)
    logging.getLogger().addHandler(other)
    try:
        LOG.error("ours")
    finally:
        logging.getLogger().removeHandler(other)

    assert elsewhere.getvalue() == ""


def test_a_folder_that_cannot_be_written_to_is_no_error(tmp_path: Path, log: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    log_to(tmp_path / "file")

    LOG.error("one")


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from desktop.faults import LOG, log_to

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
log_to(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (60, 60))
for _ in range(3):
    LOG.error("%s", sys.argv[2])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits a file as Unix does")
def test_nothing_is_printed_when_the_disk_is_full(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(tmp_path), PRIVATE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    assert (tmp_path / "turnstone.log").stat().st_size == 60


def test_what_other_packages_log_is_not_printed(tmp_path: Path) -> None:
    """Python prints what has no handler."""
    program = (
        "import logging, sys; from pathlib import Path; from desktop.faults import log_to\n"
        "log_to(Path(sys.argv[1])); logging.getLogger('sqlalchemy.pool').error(sys.argv[2])"
    )
    ended = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path), PRIVATE],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (ended.stdout, ended.stderr) == ("", "")


def test_an_error_is_told_by_its_type_and_places_alone() -> None:
    text = described(failed())

    assert text.startswith("ValueError at tests/test_faults.py:")
    assert text.endswith(" failed")
    assert not any(word in text for word in PRIVATE.split())


def test_the_folders_of_other_files_are_not_told() -> None:
    namespace: dict[str, Callable[[], None]] = {}
    source = "def fail():\n    raise KeyError('Ana')\n"
    exec(compile(source, "/homes/Ana/notes/plugin.py", "exec"), namespace)
    with pytest.raises(KeyError) as caught:
        namespace["fail"]()
    text = described(caught.value)

    assert "plugin.py:2 fail" in text
    assert "Ana" not in text


# The hooks


@pytest.fixture
def hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets a test hook what it likes: all is as before afterwards."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    monkeypatch.setattr(faulthandler, "enable", lambda: None)


@pytest.mark.usefixtures("hooks")
def test_a_wish_to_stop_is_no_fault(log: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passed_on: list[object] = []

    def pass_on(kind: object, *_: object) -> None:
        passed_on.append(kind)

    monkeypatch.setattr(sys, "__excepthook__", pass_on)
    errors: list[BaseException] = []
    Faults(errors.append).hook()

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert (errors, passed_on) == ([], [KeyboardInterrupt])
    assert log.read_text(encoding="utf-8") == ""


class Unfreeable:
    """Fails where nobody can catch it."""

    def __del__(self) -> None:
        raise ValueError(PRIVATE)


def fail_on_a_thread() -> None:
    thread = threading.Thread(target=failing_callback)
    thread.start()
    thread.join()


@pytest.mark.usefixtures("hooks")
@pytest.mark.parametrize("start", [fail_on_a_thread, Unfreeable])
def test_what_nobody_waits_for_is_logged_and_not_printed(
    log: Path, capfd: pytest.CaptureFixture[str], start: Callable[[], object]
) -> None:
    told: list[BaseException] = []
    Faults(told.append).hook()

    start()

    assert told == []
    assert capfd.readouterr() == ("", "")
    assert_logged(log)


Start = Callable[[App], None]


class Failing(QObject):
    """Has a slot that fails."""

    @Slot()
    def fail(self) -> None:
        raise ValueError(PRIVATE)


def in_a_slot(app: App) -> None:
    failing = Failing(app)
    QTimer.singleShot(0, failing, failing.fail)


async def fail() -> None:
    await asyncio.sleep(0)
    raise ValueError(PRIVATE)


def in_a_task(app: App) -> None:
    app.kit.tasks.start(fail())


def in_a_callback(_app: App) -> None:
    asyncio.get_running_loop().call_soon(failing_callback)


def failing_callback() -> None:
    raise ValueError(PRIVATE)


def errors_shown() -> list[str]:
    """What the error dialogs say that are open."""
    return [
        told(window, QAccessible.Text.Description)
        for window in QApplication.topLevelWidgets()
        if window.isVisible() and window.isModal()
    ]


@pytest.mark.usefixtures("qtbot", "hooks")
@pytest.mark.qt_no_exception_capture
@pytest.mark.parametrize("start", [in_a_slot, in_a_task, in_a_callback])
def test_the_session_goes_on_after_an_error(
    qapp: QApplication, tmp_path: Path, log: Path, start: Start
) -> None:
    async def main() -> None:
        app = app_in(tmp_path, qapp, DemoClock(WHEN))
        hands = Hands()
        ended = asyncio.create_task(app.run())
        app.faults.hook()
        await hands.press("I work with couples")
        start(app)
        await hands.find(QAbstractButton, "Close")
        (shown,) = errors_shown()
        assert "Something went wrong in Turnstone." in shown
        assert "Ana" not in shown
        await hands.press("Close")
        await hands.write("New passphrase", "four words in a row")
        await hands.write("Repeat passphrase", "four words in a row")
        await hands.press("Create vault")
        await hands.find(QAbstractButton, "I have written down the recovery key")
        app.window.close()
        await ended

    run(qapp, main())

    assert_logged(log)


@pytest.mark.usefixtures("qtbot", "hooks")
def test_errors_that_come_together_are_told_once(
    qapp: QApplication, tmp_path: Path, log: Path
) -> None:
    async def main() -> None:
        app = app_in(tmp_path, qapp, DemoClock(WHEN))
        ended = asyncio.create_task(app.run())
        for _ in range(2):
            for _ in range(3):
                in_a_task(app)
            await app.kit.tasks.settled()
            assert len(errors_shown()) == 1
            await Hands().press("Close")
        app.window.close()
        await ended

    run(qapp, main())

    assert log.read_text(encoding="utf-8").count("ValueError") == 6


def assert_logged(log: Path) -> None:
    text = log.read_text(encoding="utf-8")
    assert "ValueError at tests/test_faults.py:" in text
    assert not any(word in text for word in ("Ana", "AAAA", "flat"))
