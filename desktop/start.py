"""How the window starts: what is seen comes first, and the rest is loaded behind it.

The event loop, the services and the database take longer to import than the unlock window takes
to stand. So Qt's own loop runs first; once the window was painted, a thread imports the rest, and
the app is built round the window that stands already.
"""

import os
import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QSettings, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication

from desktop.data_dir import make_ready, usual
from desktop.domain.errors import DataFolderError
from desktop.services.vault_places import homes_of_vaults, vaults_in
from desktop.start_faults import FAILED, NO_DISPLAY, StartFaults, display_or_end, say
from desktop.storage.backup.finishing import finish_all
from desktop.ui.application import new_application
from desktop.ui.front import Front
from desktop.ui.traces import leave_no_traces, silence_qt

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Task

    from desktop.app import App

_MOMENT_MS: Final = 50
"""How long the window is left alone after it was painted, before the rest is loaded."""

_BEHIND: Final = ("asyncio", "qasync", "desktop.content.library", "desktop.services.vault")
"""What is imported while the passphrase is typed. None of it makes a widget."""


def run_window(data_dir: Path | None) -> int:
    """Run the app until its window is closed; returns the exit status."""
    if not _has_display():
        say(NO_DISPLAY)
        return FAILED
    leave_no_traces()
    with display_or_end():
        qt = new_application()
    silence_qt()
    qt.setApplicationName("turnstone")
    # No display name: Qt would hang it on every title, and "Turnstone stage" is to be just that.
    # The end comes when everything is saved, which is after the last window has gone.
    qt.setQuitOnLastWindowClosed(False)
    faults = StartFaults(qt)
    start = _begun(qt, data_dir, faults)
    qt.exec()
    if start is not None and start.close():
        _start_anew()
    return FAILED if faults.failed else 0


def _begun(qt: QApplication, data_dir: Path | None, faults: StartFaults) -> "Start | None":
    """The window, shown; None where it has no folder, which is said instead."""
    try:
        folder = usual() if data_dir is None else data_dir
        make_ready(folder)
    except DataFolderError as error:
        faults.refuse(error)
        return None
    faults.hook(folder)
    try:
        start = Start(qt, folder, faults)
        start.show()
    except Exception as error:
        faults.fail(error)
        return None
    return start


class Start(QObject):
    """The window while nothing is behind it yet, and then the app round it."""

    _loaded = Signal()

    def __init__(self, qt: QApplication, data_dir: Path, faults: StartFaults | None = None) -> None:
        super().__init__()
        self._qt = qt
        self._faults = faults or StartFaults(qt)
        self._data_dir = data_dir
        store = QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)
        self.front: Final = Front(qt, store)
        self._app: App | None = None
        self._loop: AbstractEventLoop | None = None
        self._running: Task[None] | None = None
        self._loader = Thread(target=self._load, name="loader", daemon=True)
        self._loaded.connect(self._build)
        for left in (self.front.window.close_requested, self.front.window.hide_requested):
            left.connect(self._leave_early)

    def show(self) -> None:
        """Show the unlock window at once; a first run waits for what it needs."""
        with suppress(OSError):  # what stands ready can wait; the vault that is there comes first
            for folder in homes_of_vaults(self._data_dir):
                finish_all(folder)
        vaults = vaults_in(self._data_dir)
        if vaults:
            self.front.show_unlock([place.name for place in vaults])
        self.front.window.installEventFilter(self)
        self.front.window.show()

    def close(self) -> bool:
        """Clear up after the event loop; True when the vault was locked and not left."""
        if self._loop is not None:
            self._loop.close()
        return self._app is not None and self._app.locked

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Begin to load a moment after the window was painted: the first letter comes first."""
        if watched is self.front.window and event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(_MOMENT_MS, self._loader.start)
        return False

    def _load(self) -> None:
        """Import what the app needs. Runs on a thread of its own."""
        for name in _BEHIND:
            import_module(name)
        self._loaded.emit()

    @Slot()
    def _leave_early(self) -> None:
        self.front.let_go()
        self._qt.quit()

    @Slot()
    def _build(self) -> None:
        """Build the app round the window."""
        from desktop.app import App, joined_loop
        from desktop.faults import log_to

        for left in (self.front.window.close_requested, self.front.window.hide_requested):
            left.disconnect(self._leave_early)
        log_to(self._data_dir)
        self._loop = joined_loop(self._qt)
        self._app = App(self.front, self._data_dir)
        self._app.faults.hook()
        # Not one of the app's own tasks, which all end before the app does.
        self._running = self._loop.create_task(self._run(self._app, self._loop))

    async def _run(self, app: "App", loop: "AbstractEventLoop") -> None:
        try:
            await app.run()
        except Exception as error:
            self._faults.fail(error)
            return
        loop.stop()


def _start_anew() -> None:
    """A fresh process shows the unlock window: the keys go with the memory of this one."""
    command = [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "desktop"])]
    command += sys.argv[1:]
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(command)  # noqa: S603  our own program with its own arguments
        return
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
