"""The ways out of an open vault: closing, locking, and hiding at once.

Whoever closes can be asked. Whoever locks may have left the room, and whoever hides must not be
given away, so neither is asked anything: locking covers all that is private at once and goes on
as soon as all is saved, hiding shows nothing any more.
"""

import asyncio
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication

from desktop.ui.desk import Desk
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.leaving import LeavingScreen
from desktop.ui.vault.backing_up import BackingUp
from desktop.ui.vault.ways import Way

HIDDEN_SECONDS: Final = 60.0
"""So long what is hidden is tried to be saved. To stay on unseen would keep the vault open."""


class Departure(QObject):
    """Leads out of a desk."""

    def __init__(self, window: MainWindow, kit: Kit, desk: Desk, backing_up: BackingUp) -> None:
        super().__init__(window)
        self._window = window
        self._kit = kit
        self._desk = desk
        self._backing_up = backing_up
        self._cover: LeavingScreen | None = None
        self._given_up = False

    async def go(self, way: Way) -> bool:
        """Save everything and go; False when the user wants to stay."""
        if way is Way.CLOSE:
            return await self._close()
        if way is Way.HIDE:
            await self._hide()
        else:
            await self._lock()
        if way is Way.LOCK and not self._given_up:
            await self._backing_up.make()
        return True

    async def _close(self) -> bool:
        if not await self._desk.put_away():
            return False
        self.cover()
        await self._backing_up.make()
        return True

    async def _lock(self) -> None:
        cover = self.cover()
        self._desk.leave()
        while not await self._desk.saved():
            if self._given_up:
                self._desk.abandon()
                return
            cover.show_unsaved(self._desk.trouble)
        cover.show_saving()
        await self._desk.remember_room()

    async def _hide(self) -> None:
        self._desk.leave()
        try:
            async with asyncio.timeout(HIDDEN_SECONDS):
                while not await self._desk.saved():
                    pass
        except TimeoutError:
            self._desk.abandon()

    def cover(self) -> LeavingScreen:
        """A neutral screen over the main window; all other windows go."""
        if self._cover is None:
            self._cover = LeavingScreen(self._kit.look)
            self._cover.leave_requested.connect(self._on_leave_requested)
            self._window.cover(self._cover)
        for window in QApplication.topLevelWidgets():
            if window is not self._window:
                window.hide()
        return self._cover

    @Slot()
    def _on_leave_requested(self) -> None:
        self._given_up = True
