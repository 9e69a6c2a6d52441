"""Editing the list of what the keys for marks mean, from a session or from the settings."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import TurnstoneError
from desktop.domain.marks import Label
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.marks import MarksDialog
from desktop.ui.kit import Kit
from desktop.ui.marks.usual import usual_labels
from desktop.ui.words import sentence


class MarkListFlow(QObject):
    """Opens the dialog with the list as it is kept, and keeps what comes of it."""

    def __init__(self, kit: Kit, vault: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._dialog: MarksDialog | None = None

    async def edit(self, window: QWidget) -> tuple[Label, ...]:
        """Have the list edited over a window; returns it as it is kept then."""
        if self._dialog is None:
            dialog = MarksDialog(self._kit.look, usual_labels(), window)
            dialog.show_labels(await self._kept())
            dialog.kept.connect(self._on_kept)
            self._dialog = dialog
            try:
                await finished(dialog)
            finally:
                self._dialog = None
                dialog.deleteLater()
        return await self._kept()

    async def _kept(self) -> tuple[Label, ...]:
        labels = await self._kit.worker.run(self._vault.marks.labels)
        return tuple(labels) or usual_labels()

    @Slot(list)
    def _on_kept(self, labels: list[Label]) -> None:
        self._kit.tasks.start(self._keep(labels))

    async def _keep(self, labels: Sequence[Label]) -> None:
        dialog = self._dialog
        if dialog is None:
            return
        dialog.show_busy(True)
        # A list like the one Turnstone comes with is not kept, so that it follows the language.
        edited = labels if tuple(labels) != usual_labels() else ()
        try:
            await self._kit.worker.run(self._vault.marks.keep_labels, edited)
        except TurnstoneError as error:
            dialog.show_notice(sentence(error))
        else:
            dialog.show_done()
