"""The way into a vault: the first run, or unlocking one of those that are there."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

from desktop.domain.errors import TurnstoneError, VaultBusyError
from desktop.domain.session import Setting
from desktop.services.vault_places import place_for, vaults_in
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.front import Front
from desktop.ui.kit import Kit
from desktop.ui.vault.strength_hint import strength_hint
from desktop.ui.vault.way_back import WayBack
from desktop.ui.words import sentence

if TYPE_CHECKING:
    from desktop.services.vault import OpenVault, VaultDoor

MakeDoor = Callable[[Path], "VaultDoor"]
"""Makes the door of the vault in a folder."""


class Entry(QObject):
    """Leads to an open vault in a data folder.

    ``make_door`` is called on the worker, since it imports the storage. ``worth_guarding`` is
    False where the people in a new vault are invented.
    """

    opened = Signal(object)
    """The vault is open: an OpenVault."""

    def __init__(
        self,
        front: Front,
        kit: Kit,
        data_dir: Path,
        make_door: MakeDoor,
        *,
        worth_guarding: bool,
    ) -> None:
        super().__init__(front)
        self._front = front
        self._window = front.window
        self._kit = kit
        self._data_dir = data_dir
        self._make_door = make_door
        self._worth_guarding = worth_guarding
        self._vault: OpenVault | None = None
        self._recovery_key = ""
        self._secret = "", False

    def show(self) -> None:
        """Show unlocking, or the first run where there is no vault yet."""
        if self._names():
            self.show_unlock()
        else:
            self._show_first_run()

    async def tell_if_taken(self) -> None:
        """Say so where another window has the vault, before anyone types a passphrase for it."""
        if not self._names():
            return
        try:
            await self._kit.worker.run(lambda: self._door().ensure_free())
        except VaultBusyError as error:
            ErrorDialog(self._kit.look, sentence(error), parent=self._window).open()
        except TurnstoneError:
            return  # it is told when somebody unlocks

    def release(self) -> None:
        """Close the vault that was made or opened here, if any. Runs on the worker."""
        if self._vault is not None:
            self._vault.close()
            self._vault = None

    def show_unlock(self) -> None:
        """Show the unlock screen, or take the one that stands already."""
        # Where the last vault has gone meanwhile, unlocking says so.
        self._unlock, early = self._front.hand_over(self._names() or ("",))
        self._unlock.unlock_requested.connect(self._on_unlock_requested)
        self._unlock.new_vault_requested.connect(self._on_new_vault_requested)
        self._way_back = WayBack(self._unlock, self._kit, self._door, self._window)
        self._way_back.went_on.connect(self._on_went_on)
        if early is not None:
            self._on_unlock_requested(*early)

    def show_damage(self, error: TurnstoneError) -> None:
        """Lead back out of an open vault that turned out to be damaged; it is closed already."""
        self.show_unlock()
        self._kit.tasks.start(self._way_back.tell(error, self._secret))

    def forget_secret(self) -> None:
        """Keep what was typed no longer: the vault is sound, and no backup has to be opened."""
        self._secret = "", False

    async def restore(self, backup: str, secret: str, *, recovery: bool) -> None:
        """Let a backup take the place of the vault that was open and is closed now.

        It was found to open; where it can't be restored all the same, the vault stays as it is.
        """
        try:
            await self._kit.worker.run(
                lambda: self._door().restore(Path(backup), secret, recovery=recovery)
            )
        except TurnstoneError as error:
            dialog = ErrorDialog(self._kit.look, sentence(error), parent=self._window)
            await finished(dialog)

    def _show_first_run(self) -> None:
        from desktop.ui.screens.first_run import FirstRunScreen

        self._first_run = FirstRunScreen(self._kit.look)
        self._first_run.vault_requested.connect(self._on_vault_requested)
        self._first_run.passphrase_edited.connect(self._on_passphrase_edited)
        self._first_run.finished.connect(self._on_first_run_finished)
        self._first_run.went_back.connect(self.show_unlock)
        self._first_run.sheet_requested.connect(self._on_sheet_requested)
        self._window.show_screen(self._first_run)

    def _names(self) -> tuple[str, ...]:
        return tuple(place.name for place in vaults_in(self._data_dir))

    def _door(self) -> "VaultDoor":
        """The door of the vault that is chosen. Runs on the worker."""
        chosen = self._front.vault
        places = {place.name: place.folder for place in vaults_in(self._data_dir)}
        return self._make_door(places.get(chosen) or place_for(self._data_dir, chosen).folder)

    @Slot(str, bool)
    def _on_unlock_requested(self, secret: str, recovery: bool) -> None:
        self._kit.tasks.start(self._open(secret, recovery))

    @Slot()
    def _on_went_on(self) -> None:
        """Somebody would rather go on without the saves that are missing."""
        secret, recovery = self._secret
        self._kit.tasks.start(self._open(secret, recovery, accept_loss=True))

    @Slot()
    def _on_new_vault_requested(self) -> None:
        self._show_first_run()
        self._first_run.ask_name(self._names())

    @Slot(Setting, str)
    def _on_vault_requested(self, setting: Setting, passphrase: str) -> None:
        self._kit.tasks.start(self._create(setting, passphrase))

    @Slot(str)
    def _on_passphrase_edited(self, passphrase: str) -> None:
        self._kit.tasks.start(self._judge(passphrase))

    @Slot()
    def _on_first_run_finished(self) -> None:
        self._recovery_key = ""
        if self._vault is not None:
            self.opened.emit(self._vault)

    @Slot()
    def _on_sheet_requested(self) -> None:
        if self._vault is not None:
            from desktop.ui.vault.recovery_sheet import save_sheet

            self._kit.tasks.start(
                save_sheet(
                    self._kit, self._vault, self._recovery_key, self._first_run, self._window
                )
            )

    async def _open(self, secret: str, recovery: bool, *, accept_loss: bool = False) -> None:
        self._unlock.show_busy(True)
        self._secret = secret, recovery
        try:
            vault = await self._kit.worker.run(self._unlocked, secret, recovery, accept_loss)
        except TurnstoneError as error:
            await self._way_back.tell(error, self._secret)
        else:
            self._front.keep_vault()
            self.opened.emit(vault)

    async def _judge(self, passphrase: str) -> None:
        screen = self._first_run
        hint = await strength_hint(self._kit.worker, passphrase)
        if isValid(screen):  # somebody may have gone back meanwhile
            screen.set_strength(hint)

    async def _create(self, setting: Setting, passphrase: str) -> None:
        self._first_run.show_busy(True)
        self._secret = passphrase, False
        self._front.vault = self._first_run.vault_name
        try:
            recovery = await self._kit.worker.run(self._made, passphrase, setting)
        except TurnstoneError as error:
            self._first_run.show_error(sentence(error))
        else:
            self._front.keep_vault()
            self._recovery_key = recovery
            self._first_run.show_recovery_key(recovery)

    # Both run on the worker and keep the vault there at once: whoever waits for it may be gone.

    def _unlocked(self, secret: str, recovery: bool, accept_loss: bool) -> "OpenVault":
        self._vault = self._door().unlock(secret, recovery=recovery, accept_loss=accept_loss)
        return self._vault

    def _made(self, passphrase: str, setting: Setting) -> str:
        """Makes the vault; returns its recovery key."""
        self._vault, recovery_key = self._door().create(
            passphrase, setting, worth_guarding=self._worth_guarding
        )
        return recovery_key
