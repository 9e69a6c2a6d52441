"""The composition root: everything is built here, once, and passed on by constructor."""

import asyncio
import os
import subprocess
import sys
from contextlib import closing
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import qasync
from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QApplication

from desktop.domain.ports import Clock
from desktop.faults import Faults, log_to
from desktop.services.clock import SystemClock
from desktop.services.worker import Worker
from desktop.ui.choices import kept_look
from desktop.ui.entry import Entry
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Tasks
from desktop.ui.theme.look import Look
from desktop.ui.theme.stylesheet import dress

if TYPE_CHECKING:
    from desktop.services.vault import OpenVault, VaultDoor
    from desktop.ui.desk import Desk

VAULT: Final = "vault"
"""The vault's folder in the data folder."""


class Ending(IntEnum):
    """How the window came to its end."""

    QUIT = 0
    LOCKED = 1


class App(QObject):
    """The running app: one window, one vault, one worker.

    ``store`` keeps what is not private, such as the window's place and the theme.
    ``clock`` stands in for the computer's own, in the tour and in tests; where all people are
    invented, a new vault is not ``worth_guarding``, and is made in no time.
    """

    def __init__(
        self,
        qt: QApplication,
        data_dir: Path,
        store: QSettings,
        clock: Clock | None = None,
        *,
        worth_guarding: bool = True,
    ) -> None:
        super().__init__()
        self._qt = qt
        self._folder = data_dir / VAULT
        self._clock: Clock = clock or SystemClock()
        self.faults: Final = Faults(self._tell)
        self.kit: Final = Kit(Look(kept_look(store)), Worker(), Tasks(self.faults.failed), store)
        self.window: Final = MainWindow(self.kit.store)
        self.entry: Final = Entry(self.window, self.kit, self._door, worth_guarding=worth_guarding)
        self.desk: Desk | None = None
        self.vault: OpenVault | None = None
        self._ended: asyncio.Future[Ending] | None = None
        dress(qt, self.kit.look)
        self.kit.look.changed.connect(self._on_look_changed)
        self.entry.opened.connect(self._on_opened)
        self.window.close_requested.connect(self._on_close_requested)
        self.window.lock_requested.connect(self._on_lock_requested)

    def show(self) -> None:
        """Show the window: unlocking, or the first run where there is no vault yet."""
        if self._folder.exists():
            self.entry.show_unlock()
        else:
            self.entry.show_first_run()
        self.window.show()

    async def run(self) -> Ending:
        """Show the window and wait until it is closed or locked."""
        self._ended = asyncio.get_running_loop().create_future()
        self.show()
        self.kit.tasks.start(self.entry.warm_up())
        return await self._ended

    async def leave(self, ending: Ending) -> None:
        """Save everything, let go of the vault, and end; stays when something can't be saved."""
        if self.desk is not None and not await self.desk.put_away():
            return
        await self.close()
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(ending)

    async def close(self) -> None:
        """Let go of the vault and of the window. Everything must be saved by then."""
        if self.vault is not None:
            await self.kit.worker.run(self.vault.close)
        self.kit.worker.finish()
        self.window.let_go()

    def _door(self) -> "VaultDoor":
        """The vault's door. Runs on the worker: the imports take longer than all the rest."""
        from desktop.content.library import Library
        from desktop.services.vault import VaultDoor

        return VaultDoor(self._folder, Library(), self._clock)

    @Slot(object)
    def _on_opened(self, vault: "OpenVault") -> None:
        from desktop.ui.desk import Desk

        self.vault = vault
        self.desk = Desk(self.window, self.kit, vault)
        self.desk.hide_requested.connect(self._on_close_requested)
        self.desk.lock_requested.connect(self._on_lock_requested)
        self.kit.tasks.start(self.desk.open())

    @Slot()
    def _on_look_changed(self) -> None:
        dress(self._qt, self.kit.look)

    @Slot()
    def _on_close_requested(self) -> None:
        self.kit.tasks.start(self.leave(Ending.QUIT))

    @Slot()
    def _on_lock_requested(self) -> None:
        if self.vault is not None:
            self.kit.tasks.start(self.leave(Ending.LOCKED))

    def _tell(self, _error: BaseException) -> None:
        """An error that nobody caught: say so plainly, and go on."""
        from desktop.ui.dialogs.error import ErrorDialog

        ErrorDialog(
            self.kit.look,
            self.tr("Something went wrong in Turnstone."),
            self.tr("What was saved is safe, and you can go on."),
            self.tr("If it happens again, close Turnstone and start it anew."),
            self.window,
        ).open()


def run_window(data_dir: Path | None) -> int:
    """Run the app until its window is closed; returns the exit status."""
    if not _has_display():
        print(  # noqa: T201  there is no window to say it in
            "turnstone: there is no display here, so no window can be opened. "
            'Try "turnstone tour --out DIR", which needs none.',
            file=sys.stderr,
        )
        return 1
    if data_dir is None:
        import platformdirs

        data_dir = platformdirs.user_data_path("Turnstone", appauthor=False)
    data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    log_to(data_dir)
    ending = _run(data_dir)
    if ending is Ending.LOCKED:
        _start_anew()
    return 0


def _run(data_dir: Path) -> Ending:
    qt = QApplication(["turnstone"])
    qt.setApplicationName("turnstone")
    qt.setApplicationDisplayName("Turnstone")
    with closing(event_loop(qt)) as loop:
        store = QSettings(str(data_dir / "window.ini"), QSettings.Format.IniFormat)
        app = App(qt, data_dir, store)
        app.faults.hook()
        app.faults.hook_loop(loop)
        return loop.run_until_complete(app.run())


def event_loop(qt: QApplication) -> asyncio.AbstractEventLoop:
    """The event loop on which both Qt's events and our coroutines run."""
    loop = cast(asyncio.AbstractEventLoop, qasync.QEventLoop(qt))
    asyncio.set_event_loop(loop)
    return loop


def _start_anew() -> None:
    """A fresh process shows the unlock window: the keys go with the memory of this one."""
    command = [sys.executable, *([] if getattr(sys, "frozen", False) else ["-m", "desktop"])]
    command += sys.argv[1:]
    if sys.platform == "win32":
        subprocess.Popen(command)  # noqa: S603  our own program with its own arguments
        return
    sys.stdout.flush()
    os.execv(command[0], command)  # noqa: S606


def _has_display() -> bool:
    if sys.platform != "linux":
        return True
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return any(os.environ.get(name) for name in names)
