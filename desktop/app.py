"""The composition root: everything is built here, once, and passed on by constructor."""

import asyncio
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

import qasync
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop.data_dir import vault_in
from desktop.domain.ports import Clock
from desktop.faults import Faults
from desktop.services.clock import SystemClock
from desktop.services.worker import Worker
from desktop.ui.clipboard import ClipboardGuard
from desktop.ui.collecting import Collector
from desktop.ui.entry import Entry
from desktop.ui.front import Front
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.tasks import Tasks

if TYPE_CHECKING:
    from desktop.services.vault import OpenVault, VaultDoor
    from desktop.ui.desk import Desk


class App(QObject):
    """The running app: one window, one vault, one worker.

    ``clock`` stands in for the computer's own, in the tour and in tests; where all people are
    invented, a new vault is not ``worth_guarding``, and is made in no time.
    """

    def __init__(
        self,
        front: Front,
        data_dir: Path,
        clock: Clock | None = None,
        *,
        worth_guarding: bool = True,
    ) -> None:
        super().__init__()
        self._folder = vault_in(data_dir)
        self._clock: Clock = clock or SystemClock()
        self._front = front
        self.faults: Final = Faults(self._tell)
        self.kit: Final = Kit(front.look, Worker(), Tasks(self.faults.failed), front.store)
        self.window: Final[MainWindow] = front.window
        self.entry: Final = Entry(front, self.kit, self._door, worth_guarding=worth_guarding)
        self.desk: Desk | None = None
        self.vault: OpenVault | None = None
        self.locked = False
        self._collector = Collector(self)
        self.clipboard: Final = ClipboardGuard(QApplication.clipboard(), parent=self)
        self._leaving = False
        self._telling = False
        self._ended: asyncio.Future[None] | None = None
        self.entry.opened.connect(self._on_opened)
        self.window.close_requested.connect(self._on_close_requested)
        self.window.lock_requested.connect(self._on_lock_requested)
        self.window.hide_requested.connect(self._on_hide_requested)

    def show(self) -> None:
        """Show the window: unlocking, or the first run where there is no vault yet."""
        if self._folder.exists():
            self.entry.show_unlock()
        else:
            self.entry.show_first_run()
        self.window.show()

    async def run(self) -> None:
        """Show the window and wait until it is closed, or ``locked``."""
        loop = asyncio.get_running_loop()
        self.faults.hook_loop(loop)
        self._ended = loop.create_future()
        if self._folder.exists():
            # Begun before anyone can unlock, so that it can't take our own vault for another's.
            self.kit.tasks.start(self.entry.tell_if_taken())
        self.show()
        await self._ended

    async def leave(self, *, locked: bool = False) -> None:
        """Save everything, let go of the vault, and end; stays when something can't be saved."""
        if self._leaving:
            return
        self._leaving = True
        try:
            if self.desk is not None and not await self.desk.put_away():
                return
            await self.close()
        finally:
            self._leaving = False
        self.locked = locked
        if self._ended is not None and not self._ended.done():
            self._ended.set_result(None)

    async def close(self) -> None:
        """Let go of the vault and of the window. Everything must be saved by then."""
        self.clipboard.clear()
        await self.kit.tasks.end()
        await self.kit.worker.run(self.entry.release)
        self.kit.worker.finish()
        self._collector.stop()
        self._front.let_go()

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
        self.desk.hide_requested.connect(self._on_hide_requested)
        self.desk.lock_requested.connect(self._on_lock_requested)
        self.kit.tasks.start(self.desk.open())

    @Slot()
    def _on_close_requested(self) -> None:
        self.kit.tasks.start(self.leave())

    @Slot()
    def _on_hide_requested(self) -> None:
        """The screen is clear at once; saving, which may take a moment, comes after."""
        self.clipboard.clear()
        for window in QApplication.topLevelWidgets():
            window.hide()
        self._on_close_requested()

    @Slot()
    def _on_lock_requested(self) -> None:
        if self.vault is not None:
            self.kit.tasks.start(self.leave(locked=True))

    def _tell(self, _error: BaseException) -> None:
        """An error that nobody caught: say so plainly, once at a time, and go on."""
        from desktop.ui.dialogs.error import ErrorDialog

        if self._telling:
            return
        self._telling = True
        dialog = ErrorDialog(
            self.kit.look,
            self.tr("Something went wrong in Turnstone."),
            self.tr("What was saved is safe, and you can go on."),
            self.tr("If it happens again, close Turnstone and start it anew."),
            self.window,
        )
        dialog.finished.connect(self._on_told)
        dialog.open()

    @Slot()
    def _on_told(self) -> None:
        self._telling = False


def event_loop(qt: QApplication) -> asyncio.AbstractEventLoop:
    """An event loop on which both Qt's events and our coroutines run."""
    return _current(qasync.QEventLoop(qt))


def joined_loop(qt: QApplication) -> asyncio.AbstractEventLoop:
    """The same round Qt's own loop that is running already."""
    return _current(qasync.QEventLoop(qt, already_running=True))


def _current(loop: object) -> asyncio.AbstractEventLoop:
    made = cast(asyncio.AbstractEventLoop, loop)
    asyncio.set_event_loop(made)
    return made
