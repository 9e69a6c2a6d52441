"""The way back from damage at unlock: what is said of it, and the backups that make it good."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import TurnstoneError, VaultError
from desktop.ui.dialogs.open_path import ask_backup_file
from desktop.ui.kit import Kit
from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.vault.damage import damage_report
from desktop.ui.words import sentence

if TYPE_CHECKING:
    from desktop.services.vault import VaultDoor


class WayBack(QObject):
    """Tells on the unlock screen why a vault did not open, and restores a backup in its place."""

    went_on = Signal()
    """The vault is to be opened with what is there."""

    def __init__(
        self,
        screen: UnlockScreen,
        kit: Kit,
        door: "Callable[[], VaultDoor]",
        window: QWidget,
    ) -> None:
        super().__init__(screen)
        self._screen = screen
        self._kit = kit
        self._door = door
        self._window = window
        self._secret = "", False
        screen.restore_requested.connect(self._on_restore_requested)
        screen.file_wanted.connect(self._on_file_wanted)
        screen.went_on.connect(self.went_on)

    async def tell(self, error: TurnstoneError, secret: tuple[str, bool]) -> None:
        """Say what happened, with the backups there are where one of them can make it good.

        ``secret`` is what was typed, and whether it is the recovery key: it opens a backup, too.
        """
        self._secret = secret
        report = None
        if isinstance(error, VaultError):
            backups = await self._kit.worker.run(lambda: self._door().backups())
            report = damage_report(error, backups)
        if report is None:
            self._screen.show_error(sentence(error))
        else:
            self._screen.show_damage(report)

    @Slot(str)
    def _on_restore_requested(self, path: str) -> None:
        self._kit.tasks.start(self._restore(path))

    @Slot()
    def _on_file_wanted(self) -> None:
        self._kit.tasks.start(self._choose())

    async def _choose(self) -> None:
        path = await ask_backup_file(self._window)
        if path is not None:
            await self._restore(path)

    async def _restore(self, path: str) -> None:
        self._screen.show_busy(True)
        secret, recovery = self._secret
        try:
            kept_as = await self._kit.worker.run(
                lambda: self._door().restore(Path(path), secret, recovery=recovery)
            )
        except TurnstoneError as error:
            self._screen.show_error(sentence(error))
        else:
            self._screen.show_restored(kept_as)
