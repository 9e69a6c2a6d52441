"""What is done in the settings about backups."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.backups import Backup
from desktop.domain.errors import (
    EmptyPassphraseError,
    RecoveryKeySlipError,
    TurnstoneError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.open_path import ask_backup_file, ask_folder
from desktop.ui.dialogs.restore import RestoreDialog
from desktop.ui.kit import Kit
from desktop.ui.models.backups import BackupsState
from desktop.ui.screens.settings_backups import BackupsSection
from desktop.ui.vault.backing_up import BackingUp
from desktop.ui.words import sentence

_OF_SECRET = (
    EmptyPassphraseError,
    RecoveryKeySlipError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)


class BackupsFlow(QObject):
    """Carries out what is asked for in the section of the settings on backups."""

    restore_wanted = Signal(str, str, bool)
    """The file of a backup, and the passphrase or recovery key that opens it."""

    def __init__(
        self,
        kit: Kit,
        vault: OpenVault,
        backing_up: BackingUp,
        section: BackupsSection,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._backing_up = backing_up
        self._section = section
        self._failure = ""
        self._dialog: RestoreDialog | None = None
        self._path = ""
        section.backup_requested.connect(self._on_backup_requested)
        section.folder_requested.connect(self._on_folder_requested)
        section.folder_dropped.connect(self._on_folder_dropped)
        section.restore_requested.connect(self._on_restore_requested)
        section.restore_from_file_requested.connect(self._on_file_requested)
        backing_up.failed.connect(self._on_failed)
        backing_up.made.connect(self._on_made)

    async def refresh(self) -> None:
        """Show how it stands with the backups now."""
        self._section.show_backups(await self._kit.worker.run(self._state))

    def _state(self) -> BackupsState:
        """Runs on the worker."""
        backups = self._vault.backups
        return BackupsState(
            backups=backups.all(),
            second_folder=backups.second_folder(),
            second_reachable=backups.second_is_there(),
            synchronised_by=backups.synchronised_by(),
            failure=self._failure,
        )

    @property
    def _window(self) -> QWidget:
        return self._section.window()

    @Slot(str)
    def _on_failed(self, text: str) -> None:
        self._failure = text
        self._show_anew()

    @Slot()
    def _on_made(self) -> None:
        self._failure = ""
        self._show_anew()

    def _show_anew(self) -> None:
        """Show how it stands now, where somebody looks at it."""
        if self._section.isVisible():
            self._kit.tasks.start(self.refresh())

    @Slot()
    def _on_backup_requested(self) -> None:
        self._kit.tasks.start(self._make())

    async def _make(self) -> None:
        self._section.show_busy(True)
        made = await self._backing_up.make()
        if made is not None:
            self._section.show_made(changed=made.first is not None)
        self._section.show_busy(False)
        await self.refresh()

    @Slot()
    def _on_folder_requested(self) -> None:
        self._kit.tasks.start(self._choose_folder())

    async def _choose_folder(self) -> None:
        path = await ask_folder(self._window)
        if path is not None and await self._set_folder(path):
            await self._make()

    @Slot()
    def _on_folder_dropped(self) -> None:
        self._kit.tasks.start(self._set_folder(""))

    async def _set_folder(self, path: str) -> bool:
        """Use another second folder, or none; False when that one can't be used."""
        try:
            await self._kit.worker.run(self._vault.backups.set_second_folder, path)
        except TurnstoneError as error:
            self._section.show_news(sentence(error))
            return False
        await self.refresh()
        return True

    @Slot(Backup)
    def _on_restore_requested(self, backup: Backup) -> None:
        self._kit.tasks.start(self._ask(backup.path, backup.made_at))

    @Slot()
    def _on_file_requested(self) -> None:
        self._kit.tasks.start(self._choose_file())

    async def _choose_file(self) -> None:
        path = await ask_backup_file(self._window)
        if path is not None:
            await self._ask(path, None)

    async def _ask(self, path: str, made_at: int | None) -> None:
        kept_as = await self._kit.worker.run(self._vault.backups.kept_as)
        self._path = path
        self._dialog = RestoreDialog(
            self._kit.look,
            self._kit.formats,
            made_at=made_at,
            kept_as=kept_as,
            parent=self._window,
        )
        self._dialog.restore_requested.connect(self._on_secret_typed)
        try:
            await finished(self._dialog)
        finally:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(str, bool)
    def _on_secret_typed(self, secret: str, recovery: bool) -> None:
        if self._dialog is not None:
            self._kit.tasks.start(self._try(self._dialog, secret, recovery))

    async def _try(self, dialog: RestoreDialog, secret: str, recovery: bool) -> None:
        """See that the backup can be opened, before the vault is closed for it."""
        dialog.show_busy(True)
        path = self._path
        try:
            await self._kit.worker.run(
                lambda: self._vault.backups.ensure_opens(Path(path), secret, recovery=recovery)
            )
        except TurnstoneError as error:
            tell = dialog.show_wrong if isinstance(error, _OF_SECRET) else dialog.show_error
            tell(sentence(error))
        else:
            dialog.show_done()
            self.restore_wanted.emit(path, secret, recovery)
