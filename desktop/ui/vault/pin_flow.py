"""What is done in the settings about the PIN for the room."""

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import PinIsPassphraseError, TurnstoneError, UnfitPinError
from desktop.services.pin import PinService
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.ask_pin import ask_pin
from desktop.ui.dialogs.new_pin import NewPinDialog
from desktop.ui.kit import Kit
from desktop.ui.screens.settings_pin import PinSection
from desktop.ui.words import sentence


class PinFlow(QObject):
    """Sets the PIN, and changes or removes it for who knows the one before, or the passphrase."""

    failed = Signal(str)
    """Something could not be done, and why, where no dialog is there to say it."""

    def __init__(self, kit: Kit, vault: OpenVault, section: PinSection, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._pin = vault.pin
        self._section = section
        section.set_requested.connect(self._on_set_requested)
        section.change_requested.connect(self._on_change_requested)
        section.removal_requested.connect(self._on_removal_requested)

    async def refresh(self) -> None:
        """Show whether there is a PIN now."""
        self._section.show_pin(await self._kit.worker.run(self._pin.state))

    @property
    def _window(self) -> QWidget:
        return self._section.window()

    @Slot()
    def _on_set_requested(self) -> None:
        self._kit.tasks.start(self._set(change=False))

    @Slot()
    def _on_change_requested(self) -> None:
        self._kit.tasks.start(self._change())

    @Slot()
    def _on_removal_requested(self) -> None:
        self._kit.tasks.start(self._remove())

    async def _change(self) -> None:
        if await self._may():
            await self._set(change=True)
        else:
            await self.refresh()  # the wrong ones were counted

    async def _remove(self) -> None:
        if await self._may():
            try:
                await self._kit.worker.run(self._pin.remove)
            except TurnstoneError as error:
                self.failed.emit(sentence(error))
        await self.refresh()

    async def _may(self) -> bool:
        why = QCoreApplication.translate(
            "PinFlow", "Turnstone asks this before it changes the PIN."
        )
        return await ask_pin(self._kit, self._pin, self._window, why=why)

    async def _set(self, *, change: bool) -> None:
        dialog = NewPinDialog(self._kit.look, change=change, parent=self._window)
        _Choosing(self._kit, self._pin, dialog)
        try:
            await finished(dialog)
        finally:
            dialog.deleteLater()
        await self.refresh()


class _Choosing(QObject):
    """Keeps the PIN that is chosen in a dialog."""

    def __init__(self, kit: Kit, pin: PinService, dialog: NewPinDialog) -> None:
        super().__init__(dialog)
        self._kit = kit
        self._pin = pin
        self._dialog = dialog
        dialog.pin_chosen.connect(self._on_pin_chosen)

    @Slot(str)
    def _on_pin_chosen(self, pin: str) -> None:
        self._kit.tasks.start(self._keep(pin))

    async def _keep(self, pin: str) -> None:
        self._dialog.show_busy(True)
        try:
            await self._kit.worker.run(self._pin.set, pin)
        except (UnfitPinError, PinIsPassphraseError) as error:
            self._dialog.show_refused(sentence(error))
        except TurnstoneError as error:
            self._dialog.show_notice(sentence(error))
        else:
            self._dialog.show_done()
