"""What every test must leave behind: nothing. A test that makes noise fails, though it passed.

Python's and Qt's warnings are errors by the settings of pytest and pytest-qt; here are the rest:
windows, tasks and threads that outlive their test, and what a loop could only write to its log.
"""

import asyncio
import gc
import logging
import sys
import threading
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

settings.register_profile(
    "turnstone",
    deadline=None,  # a busy machine is no bug
    derandomize=True,  # the same examples on each machine, so that a failure can be seen again
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("turnstone")

AnyTask = asyncio.Task[Any]

_THREAD_PATIENCE = 2.0  # seconds


@pytest.fixture(scope="session")
def tasks_told_of() -> "WeakSet[AnyTask]":
    """The tasks for which a test failed already; they shall not fail the next one."""
    return WeakSet()


@pytest.fixture(autouse=True)
def leave_nothing_behind(
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
    tasks_told_of: "WeakSet[AnyTask]",
) -> Generator[None]:
    """Fail the test that leaves something running, open or unhandled."""
    threads_before = set(threading.enumerate())
    with _collecting_here("qapp" in request.fixturenames):
        yield
    left = [f"the thread {name}" for name in _threads_since(threads_before)]
    left += [f"an error of the event loop: {message}" for message in _loop_errors(caplog)]
    if "qapp" in request.fixturenames:
        left += [f"the window {name}" for name in _close_windows()]
        left += [f"the task {name}" for name in _open_tasks(tasks_told_of)]
    if left:
        pytest.fail("The test left behind: " + "; ".join(left), pytrace=False)


@contextmanager
def _collecting_here(with_windows: bool) -> Generator[None]:
    """Frees the widgets that only a cycle of references holds in the thread of the test.

    Python would do so on any thread that allocates something, as on a worker, where no widget may
    be freed; the app has its ``Collector`` against that.
    """
    if not with_windows:
        yield
        return
    gc.freeze()  # what is there already need not be looked at in each test
    gc.disable()
    try:
        yield
    finally:
        gc.collect()
        gc.unfreeze()
        gc.enable()


def _threads_since(before: Iterable[threading.Thread]) -> list[str]:
    """Threads started since then that don't end by themselves at once."""
    started = set(threading.enumerate()) - set(before)
    lasting: list[str] = []
    for thread in started:
        if type(thread).__name__ == "_DummyThread":  # Qt's own, once it called into Python
            continue
        thread.join(_THREAD_PATIENCE)
        if thread.is_alive():
            lasting.append(thread.name)
    return lasting


def _loop_errors(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What asyncio and qasync could tell nobody but their logs."""
    records = [*caplog.get_records("setup"), *caplog.get_records("call")]
    return [
        record.getMessage()
        for record in records
        if record.name.startswith(("asyncio", "qasync")) and record.levelno >= logging.ERROR
    ]


def _close_windows() -> list[str]:
    """Delete the windows that are still there, so that they trouble no other test; name them."""
    _delete_doomed()
    if _ownerless_windows():
        gc.collect()  # frees those that only a cycle of references held
    names: list[str] = []
    for window in _ownerless_windows():
        names.append(f"{type(window).__name__} “{window.windowTitle()}”")
        window.deleteLater()
    _delete_doomed()
    return names


def _delete_doomed() -> None:
    """Let Qt delete what ``deleteLater`` marked; outside a running loop it would wait for ever."""
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _ownerless_windows() -> list["QWidget"]:
    """The windows without a parent, but for Qt's own tool tip."""
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    return [
        window
        for window in QApplication.topLevelWidgets()
        if window.parent() is None and window.windowType() != Qt.WindowType.ToolTip
    ]


def _open_tasks(told: "WeakSet[AnyTask]") -> list[str]:
    """Tasks of any loop that nobody awaited or cancelled, except those told of before."""
    if "qasync" not in sys.modules:
        return []
    tasks: list[AnyTask] = [thing for thing in gc.get_objects() if type(thing) is asyncio.Task]
    left = [task for task in tasks if not task.done() and task not in told]
    told.update(left)
    return [task.get_name() for task in left]
