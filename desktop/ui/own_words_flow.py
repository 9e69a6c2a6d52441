"""What is done in the settings about own words."""

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.errors import TurnstoneError, UnfitWordError
from desktop.domain.own_words import OwnWord, OwnWordFault
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.own_word import OwnWordDialog
from desktop.ui.kit import Kit
from desktop.ui.screens.settings_own_words import OwnWordsSection
from desktop.ui.words import sentence


class OwnWordsFlow(QObject):
    """Carries out what is asked for in the section on own words."""

    changed = Signal()
    """The list is to be shown anew."""

    removed = Signal(str)
    """It is, too, and the word with this label can be put back."""

    def __init__(
        self, kit: Kit, vault: OpenVault, section: OwnWordsSection, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._section = section
        self._removed: OwnWord | None = None
        self._dialog: OwnWordDialog | None = None
        section.addition_requested.connect(self._on_addition_requested)
        section.change_requested.connect(self._on_change_requested)
        section.removal_requested.connect(self._on_removal_requested)
        section.undo_requested.connect(self._on_undo_requested)

    @Slot()
    def _on_addition_requested(self) -> None:
        self._kit.tasks.start(self._edit(""))

    @Slot(str)
    def _on_change_requested(self, word_id: str) -> None:
        self._kit.tasks.start(self._edit(word_id))

    async def _edit(self, word_id: str) -> None:
        """Have a word written, or one changed."""
        wheel = await self._kit.worker.run(self._vault.wheels.in_use)
        own = await self._kit.worker.run(self._vault.own_words.all)
        word = next((each for each in own if each.id == word_id), None)
        if self._dialog is not None:
            return
        self._dialog = OwnWordDialog(self._kit.look, wheel, word, self._section.window())
        self._dialog.kept.connect(self._on_kept)
        try:
            await finished(self._dialog)
        finally:
            self._dialog.deleteLater()
            self._dialog = None

    @Slot(OwnWord)
    def _on_kept(self, word: OwnWord) -> None:
        if self._dialog is not None:
            self._kit.tasks.start(self._keep(self._dialog, word))

    async def _keep(self, dialog: OwnWordDialog, word: OwnWord) -> None:
        dialog.show_busy(True)
        try:
            await self._kit.worker.run(self._vault.own_words.keep, word)
        except UnfitWordError as error:
            dialog.show_fault(OwnWordFault(error.reason), sentence(error))
        except TurnstoneError as error:
            dialog.show_notice(sentence(error))
        else:
            dialog.show_done()
            self.changed.emit()

    @Slot(str)
    def _on_removal_requested(self, word_id: str) -> None:
        self._kit.tasks.start(self._remove(word_id))

    async def _remove(self, word_id: str) -> None:
        try:
            self._removed = await self._kit.worker.run(self._vault.own_words.remove, word_id)
        except TurnstoneError as error:
            self._section.show_problem(sentence(error))
        else:
            self.removed.emit(self._removed.label)

    @Slot()
    def _on_undo_requested(self) -> None:
        removed, self._removed = self._removed, None
        if removed is not None:
            self._kit.tasks.start(self._put_back(removed))

    async def _put_back(self, word: OwnWord) -> None:
        try:
            await self._kit.worker.run(self._vault.own_words.put_back, word)
        except TurnstoneError as error:
            self._section.show_problem(sentence(error))
        else:
            self.changed.emit()
