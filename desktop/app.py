"""The composition root: everything is built here, once, and passed on by constructor."""

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

import qasync
from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QDialog

from desktop.domain.errors import TurnstoneError, VaultDamagedError
from desktop.domain.ports import Clock
from desktop.faults import Faults
from desktop.services.clock import SystemClock
from desktop.services.worker import Worker
from desktop.ui.clipboard import ClipboardGuard
from desktop.ui.collecting import Collector
from desktop.ui.front import Front
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.sound.player import Player
from desktop.ui.tasks import Tasks
from desktop.ui.vault.entry import Entry
from desktop.ui.vault.ways import Way
from desktop.ui.words import sentence

if TYPE_CHECKING:
    from desktop.services.vault import OpenVault, VaultDoor
    from desktop.ui.desk import Desk
    from desktop.ui.dialogs.error import ErrorDialog
    from desktop.ui.vault.custody import Custody
    from desktop.ui.vault.guarding import Guards


class App(QObject):
    """The running app: one window, one vault, one worker.

    ``clock`` stands in for the computer's own, in the tour and in tests, ``make_guards`` for what
    its system tells, and ``player`` for what it plays sounds on; where all people are invented, a
    new vault is not ``worth_guarding``: it is made, and each new passphrase, in no time.
    """

    def __init__(
        self,
        front: Front,
        data_dir: Path,
        clock: Clock | None = None,
        *,
        worth_guarding: bool = True,
        make_guards: "Callable[[], Guards] | None" = None,
        player: Player | None = None,
    ) -> None:
        super().__init__()
        self._clock: Clock = clock or SystemClock()
        self._front = front
        self._make_guards = make_guards
        self._worth_guarding = worth_guarding
        self.faults: Final = Faults(self._tell)
        tasks = Tasks(self.faults.failed)
        self.kit: Final = Kit(front.look, Worker(), tasks, front.store, player=player or Player())
        self.window: Final[MainWindow] = front.window
        self.entry: Final = Entry(
            front, self.kit, data_dir, self._door, worth_guarding=worth_guarding
        )
        self._custody: Custody | None = None
        self.locked = False
        self._collector = Collector(self)
        self.clipboard: Final = ClipboardGuard(QApplication.clipboard(), parent=self)
        self._leaving: tuple[Way, asyncio.Task[None]] | None = None
        self._ending = False
        self._telling = False
        self._ended: asyncio.Future[None] | None = None
        self.entry.opened.connect(self._on_opened)
        self.window.close_requested.connect(self._on_close_requested)
        self.window.lock_requested.connect(self._on_lock_requested)
        self.window.hide_requested.connect(self._on_hide_requested)

    def show(self) -> None:
        """Show the window: unlocking, or the first run where there is no vault yet."""
        self.entry.show()
        self.window.show()

    async def run(self) -> None:
        """Show the window and wait until it is closed, or ``locked``."""
        loop = asyncio.get_running_loop()
        self.faults.hook_loop(loop)
        self._ended = loop.create_future()
        # Begun before anyone can unlock, so that it can't take our own vault for another's.
        self.kit.tasks.start(self.entry.tell_if_taken())
        self.show()
        await self._ended

    @property
    def desk(self) -> "Desk | None":
        """The pages and the session, once a vault is open."""
        return self._custody.desk if self._custody is not None else None

    @property
    def vault(self) -> "OpenVault | None":
        """The vault that is open, if any."""
        return self._custody.vault if self._custody is not None else None

    @Slot(Way)
    def leave(self, way: Way) -> None:
        """Begin to save everything, let go of the vault, and end; a stronger way takes over."""
        if self._custody is None and way.locks:
            return
        self.kit.player.hush()
        if way is Way.HIDE:
            for window in QApplication.topLevelWidgets():
                window.hide()
        if not self._takes_over(way):
            return
        if way.locks and self._custody is not None:
            self._custody.cover()
        self._set_out(way, self._leave(way))

    def _takes_over(self, way: Way) -> bool:
        """Whether nothing as strong as this way is under way; what is, is stopped.

        An end that has begun can't be stopped; it ends as the stronger way would.
        """
        if self._leaving is None:
            return True
        under_way, task = self._leaving
        if way <= under_way and not task.done():
            return False
        if self._ending:
            self._leaving = way, task
            return False
        task.cancel()
        return True

    def _set_out(self, way: Way, leaving: Coroutine[Any, Any, None]) -> None:
        self._leaving = way, self.kit.tasks.start(leaving)

    async def close(self) -> None:
        """Let go of the vault and of the window. Everything must be saved by then."""
        self.clipboard.clear()
        await self._let_go()
        self.kit.worker.finish()
        self._collector.stop()
        self.kit.player.finish()
        self._front.let_go()

    async def _leave(self, way: Way) -> None:
        if way is not Way.CLOSE:
            # Nothing that was begun may open a window of its own over the cover, or from hiding.
            await self.kit.tasks.end()
        if self._custody is None or await self._saved(self._custody, way):
            await self._end()

    async def _saved(self, custody: "Custody", way: Way) -> bool:
        """Save everything; False when the user wants to stay."""
        try:
            return await custody.leave(way)
        except Exception as error:
            if not self.window.unseen:
                raise
            # There is no way back, and nobody to tell: the vault must not stay open for that.
            self.faults.failed(error)
            return True

    async def _end(self) -> None:
        self._ending = True
        try:
            await self.close()
        finally:
            self.locked = self._leaving is not None and self._leaving[0].locks
            if self._ended is not None and not self._ended.done():
                self._ended.set_result(None)

    async def _let_go(self) -> None:
        """Stop all that runs, and close the vault."""
        await self.kit.tasks.end()
        custody = self._custody
        if custody is not None:
            await custody.settle()
        await self.kit.worker.run(self.entry.release)
        if custody is not None:
            custody.end()  # not before: a machine that is to sleep waits until the keys are gone
        self._custody = None

    def _door(self, folder: Path) -> "VaultDoor":
        """The door of the vault in a folder. Runs on the worker, since the imports take long."""
        from desktop.content.library import Library
        from desktop.services.vault import VaultDoor
        from desktop.storage.vault.passphrase import LEAST_COST, calibrate

        cost = calibrate if self._worth_guarding else lambda: LEAST_COST
        return VaultDoor(folder, Library(), self._clock, cost)

    @Slot(object)
    def _on_opened(self, vault: "OpenVault") -> None:
        from desktop.ui.vault.custody import Custody
        from desktop.ui.vault.guarding import usual_guards

        if self._custody is not None:  # somebody pressed twice
            return
        guards = (self._make_guards or usual_guards)()
        self._custody = Custody(self.window, self.kit, vault, guards)
        self._custody.leave_wanted.connect(self.leave)
        self._custody.damaged.connect(self._on_damaged)
        self._custody.sound.connect(self.entry.forget_secret)
        self._custody.restore_wanted.connect(self._on_restore_wanted)
        self.kit.tasks.start(self._custody.open())

    @Slot(object)
    def _on_damaged(self, error: TurnstoneError) -> None:
        if not self.window.unseen:  # else it is left already, and the next unlocking finds it
            self.kit.tasks.start(self._lead_back(error))

    async def _lead_back(self, error: TurnstoneError) -> None:
        """Close a damaged vault as it is, and show the way back."""
        custody = self._custody
        await self._let_go()
        if custody is not None:
            custody.drop()
        for dialog in self.window.findChildren(QDialog):
            dialog.close()
        self.entry.show_damage(error)

    @Slot(str, str, bool)
    def _on_restore_wanted(self, backup: str, secret: str, recovery: bool) -> None:
        if self._custody is not None and self._takes_over(Way.SLEEP):
            self._custody.cover()
            self._set_out(Way.SLEEP, self._restore(self._custody, backup, secret, recovery))

    async def _restore(self, custody: "Custody", backup: str, secret: str, recovery: bool) -> None:
        """Let a backup take the vault's place, and show the unlock window of what is there then."""
        await self._saved(custody, Way.SLEEP)
        await self._let_go()
        try:
            await self.entry.restore(backup, secret, recovery=recovery)
        except Exception as error:
            self.faults.failed(error)
        await self._end()

    @Slot()
    def _on_close_requested(self) -> None:
        self.leave(Way.CLOSE)

    @Slot()
    def _on_hide_requested(self) -> None:
        self.leave(Way.HIDE)

    @Slot()
    def _on_lock_requested(self) -> None:
        self.leave(Way.LOCK)

    def _tell(self, error: BaseException) -> None:
        """An error that nobody caught: say so plainly, once at a time, and go on.

        Nothing is said over the cover, or once all is hidden.
        """
        if isinstance(error, VaultDamagedError) and self._custody is not None:
            self._on_damaged(error)
            return
        if self._telling or self.window.unseen:
            return
        self._telling = True
        dialog = self._dialog_of(error)
        dialog.finished.connect(self._on_told)
        dialog.open()

    def _dialog_of(self, error: BaseException) -> "ErrorDialog":
        from desktop.ui.dialogs.error import ErrorDialog

        if isinstance(error, TurnstoneError):
            return ErrorDialog(self.kit.look, sentence(error), parent=self.window)
        return ErrorDialog(
            self.kit.look,
            self.tr("Something went wrong in Turnstone."),
            self.tr("What was saved is safe, and you can go on."),
            self.tr("If it happens again, close Turnstone and start it anew."),
            self.window,
        )

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
