"""What is done in the settings about who can open the vault."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.errors import (
    EmptyPassphraseError,
    NamelessSlotError,
    PassphraseTakenError,
    TurnstoneError,
    UnusableTextError,
    WrongPassphraseError,
)
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.add_person import AddPersonDialog
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.change_passphrase import ChangePassphraseDialog
from desktop.ui.dialogs.confirm import confirmed, removal_of
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.dialogs.recovery_key import RecoveryKeyDialog
from desktop.ui.kit import Kit
from desktop.ui.models.safety import SafetyState, safety_of
from desktop.ui.screens.settings_safety import SafetySection
from desktop.ui.vault.recovery_sheet import save_sheet
from desktop.ui.vault.strength_hint import strength_hint
from desktop.ui.words import sentence

_OF_NEW = (PassphraseTakenError, EmptyPassphraseError, UnusableTextError)
"""What is wrong with the new passphrase itself."""


class SafetyFlow(QObject):
    """Carries out what is asked for in the section of the settings on safety."""

    failed = Signal(str)
    """Something could not be done, and why, where no dialog is there to say it."""

    def __init__(self, kit: Kit, vault: OpenVault, section: SafetySection, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._section = section
        self._state = SafetyState()
        section.change_requested.connect(self._on_change_requested)
        section.removal_requested.connect(self._on_removal_requested)
        section.person_requested.connect(self._on_person_requested)
        section.recovery_key_requested.connect(self._on_recovery_key_requested)

    async def refresh(self) -> None:
        """Show who can open the vault now."""
        try:
            self._state = safety_of(await self._kit.worker.run(self._vault.keys.slots))
        except TurnstoneError as error:
            self.failed.emit(sentence(error))
        else:
            self._section.show_safety(self._state)

    @property
    def _window(self) -> QWidget:
        return self._section.window()

    @Slot(str)
    def _on_change_requested(self, slot_id: str) -> None:
        self._kit.tasks.start(self._ask(_Changing(self._kit, self._vault, self._dialog(slot_id))))

    def _dialog(self, slot_id: str) -> tuple[ChangePassphraseDialog, str]:
        """The dialog, and which slot is set anew without the passphrase that it has now."""
        by_recovery = self._state.by_recovery
        dialog = ChangePassphraseDialog(
            self._kit.look,
            by_recovery=by_recovery,
            who=self._section.name_of(slot_id),
            parent=self._window,
        )
        return dialog, slot_id if by_recovery else ""

    @Slot()
    def _on_person_requested(self) -> None:
        dialog = AddPersonDialog(self._kit.look, self._window)
        self._kit.tasks.start(self._ask(_Adding(self._kit, self._vault, dialog)))

    @Slot()
    def _on_recovery_key_requested(self) -> None:
        dialog = RecoveryKeyDialog(self._kit.look, self._window)
        self._kit.tasks.start(self._ask(_Renewing(self._kit, self._vault, dialog)))

    @Slot(str)
    def _on_removal_requested(self, slot_id: str) -> None:
        self._kit.tasks.start(self._remove(slot_id))

    async def _ask(self, asking: "_Asking") -> None:
        await asking.ended()
        await self.refresh()

    async def _remove(self, slot_id: str) -> None:
        question = removal_of(self._section.name_of(slot_id))
        if not await confirmed(self._kit.look, question, self._window):
            return
        try:
            await self._kit.worker.run(self._vault.keys.remove, slot_id)
        except TurnstoneError as error:
            self.failed.emit(sentence(error))
        await self.refresh()


class _Asking(QObject):
    """A dialog from its opening to its end, and what it asks for meanwhile."""

    def __init__(self, kit: Kit, vault: OpenVault, dialog: AskingDialog) -> None:
        super().__init__(dialog)
        self.kit = kit
        self.vault = vault
        self._dialog = dialog

    async def ended(self) -> None:
        """Show the dialog, and wait until it is closed."""
        try:
            await finished(self._dialog)
        finally:
            self._dialog.deleteLater()


class _Changing(_Asking):
    def __init__(
        self, kit: Kit, vault: OpenVault, asked: tuple[ChangePassphraseDialog, str]
    ) -> None:
        self._changing, self._slot_id = asked
        super().__init__(kit, vault, self._changing)
        self._changing.change_requested.connect(self._on_change_requested)
        self._changing.passphrase_edited.connect(self._on_passphrase_edited)

    @Slot(str, str)
    def _on_change_requested(self, current: str, new: str) -> None:
        self.kit.tasks.start(self._change(current, new))

    @Slot(str)
    def _on_passphrase_edited(self, text: str) -> None:
        self.kit.tasks.start(self._judge(text))

    async def _judge(self, text: str) -> None:
        hint = await strength_hint(self.kit.worker, text)
        if isValid(self._changing):  # nobody cancelled meanwhile
            self._changing.set_strength(hint)

    async def _change(self, current: str, new: str) -> None:
        self._changing.show_busy(True)
        keys = self.vault.keys
        try:
            if self._slot_id:
                await self.kit.worker.run(keys.reset_passphrase, self._slot_id, new)
            else:
                await self.kit.worker.run(keys.change_passphrase, current, new)
        except WrongPassphraseError as error:
            self._changing.show_error(sentence(error), "current")
        except TurnstoneError as error:
            self._changing.show_error(
                sentence(error), "new" if isinstance(error, _OF_NEW) else "top"
            )
        else:
            self._changing.show_done()


class _Adding(_Asking):
    def __init__(self, kit: Kit, vault: OpenVault, dialog: AddPersonDialog) -> None:
        super().__init__(kit, vault, dialog)
        self._adding = dialog
        dialog.person_named.connect(self._on_person_named)
        dialog.passphrase_edited.connect(self._on_passphrase_edited)

    @Slot(str, str)
    def _on_person_named(self, who: str, passphrase: str) -> None:
        self.kit.tasks.start(self._add(who, passphrase))

    @Slot(str)
    def _on_passphrase_edited(self, text: str) -> None:
        self.kit.tasks.start(self._judge(text))

    async def _judge(self, text: str) -> None:
        hint = await strength_hint(self.kit.worker, text)
        if isValid(self._adding):  # nobody cancelled meanwhile
            self._adding.set_strength(hint)

    async def _add(self, who: str, passphrase: str) -> None:
        self._adding.show_busy(True)
        try:
            await self.kit.worker.run(self.vault.keys.add_person, who, passphrase)
        except NamelessSlotError as error:
            self._adding.show_error(sentence(error), "name")
        except TurnstoneError as error:
            self._adding.show_error(
                sentence(error), "passphrase" if isinstance(error, _OF_NEW) else "top"
            )
        else:
            self._adding.show_done()


class _Renewing(_Asking):
    def __init__(self, kit: Kit, vault: OpenVault, dialog: RecoveryKeyDialog) -> None:
        super().__init__(kit, vault, dialog)
        self._renewing = dialog
        self._key = ""
        dialog.key_requested.connect(self._on_key_requested)
        dialog.sheet_requested.connect(self._on_sheet_requested)

    @Slot()
    def _on_key_requested(self) -> None:
        self.kit.tasks.start(self._renew())

    @Slot()
    def _on_sheet_requested(self) -> None:
        self.kit.tasks.start(
            save_sheet(self.kit, self.vault, self._key, self._renewing, self._renewing)
        )

    async def _renew(self) -> None:
        self._renewing.show_busy(True)
        try:
            self._key = await self.kit.worker.run(self.vault.keys.new_recovery_key)
        except TurnstoneError as error:
            self._renewing.show_error(sentence(error))
        else:
            self._renewing.show_key(self._key)
