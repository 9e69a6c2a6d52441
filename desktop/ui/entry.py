"""The way into the vault: the first run, or unlocking."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.errors import TurnstoneError, VaultBusyError
from desktop.domain.session import Setting
from desktop.services.strength import strength
from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.front import Front
from desktop.ui.kit import Kit
from desktop.ui.strength import strength_hint
from desktop.ui.words import sentence

if TYPE_CHECKING:
    from desktop.services.vault import OpenVault, VaultDoor


class Entry(QObject):
    """Leads to an open vault.

    ``make_door`` is called on the worker, since it imports the storage. ``worth_guarding`` is
    False where the people in a new vault are invented.
    """

    opened = Signal(object)
    """The vault is open: an OpenVault."""

    def __init__(
        self,
        front: Front,
        kit: Kit,
        make_door: "Callable[[], VaultDoor]",
        *,
        worth_guarding: bool,
    ) -> None:
        super().__init__(front)
        self._front = front
        self._window = front.window
        self._kit = kit
        self._make_door = make_door
        self._worth_guarding = worth_guarding
        self._vault: OpenVault | None = None

    async def tell_if_taken(self) -> None:
        """Say so where another window has the vault, before anyone types a passphrase for it."""
        try:
            await self._kit.worker.run(lambda: self._make_door().ensure_free())
        except VaultBusyError as error:
            ErrorDialog(self._kit.look, sentence(error), parent=self._window).open()

    def release(self) -> None:
        """Close the vault that was made or opened here, if any. Runs on the worker."""
        if self._vault is not None:
            self._vault.close()

    def show_unlock(self) -> None:
        """Show the unlock screen, or take the one that stands already."""
        self._unlock, early = self._front.hand_over()
        self._unlock.unlock_requested.connect(self._on_unlock_requested)
        if early is not None:
            self._on_unlock_requested(*early)

    def show_first_run(self) -> None:
        """Show the first run."""
        from desktop.ui.screens.first_run import FirstRunScreen

        self._first_run = FirstRunScreen(self._kit.look)
        self._first_run.vault_requested.connect(self._on_vault_requested)
        self._first_run.passphrase_edited.connect(self._on_passphrase_edited)
        self._first_run.finished.connect(self._on_first_run_finished)
        self._window.show_screen(self._first_run)

    @Slot(str, bool)
    def _on_unlock_requested(self, secret: str, recovery: bool) -> None:
        self._kit.tasks.start(self._open(secret, recovery))

    @Slot(Setting, str)
    def _on_vault_requested(self, setting: Setting, passphrase: str) -> None:
        self._kit.tasks.start(self._create(setting, passphrase))

    @Slot(str)
    def _on_passphrase_edited(self, passphrase: str) -> None:
        self._kit.tasks.start(self._judge(passphrase))

    @Slot()
    def _on_first_run_finished(self) -> None:
        if self._vault is not None:
            self.opened.emit(self._vault)

    async def _open(self, secret: str, recovery: bool) -> None:
        self._unlock.show_busy(True)
        try:
            vault = await self._kit.worker.run(self._unlocked, secret, recovery)
        except TurnstoneError as error:
            self._unlock.show_error(sentence(error))
        else:
            self.opened.emit(vault)

    async def _judge(self, passphrase: str) -> None:
        judged = await self._kit.worker.run(strength, passphrase)
        self._first_run.set_strength(strength_hint(judged) if passphrase else "")

    async def _create(self, setting: Setting, passphrase: str) -> None:
        self._first_run.show_busy(True)
        try:
            recovery = await self._kit.worker.run(self._made, passphrase, setting)
        except TurnstoneError as error:
            self._first_run.show_error(sentence(error))
        else:
            self._first_run.show_recovery_key(recovery)

    # Both run on the worker and keep the vault there at once: whoever waits for it may be gone.

    def _unlocked(self, secret: str, recovery: bool) -> "OpenVault":
        self._vault = self._make_door().unlock(secret, recovery=recovery)
        return self._vault

    def _made(self, passphrase: str, setting: Setting) -> str:
        """Makes the vault; returns its recovery key."""
        self._vault, recovery_key = self._make_door().create(
            passphrase, setting, worth_guarding=self._worth_guarding
        )
        return recovery_key
