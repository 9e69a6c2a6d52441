"""What is done behind an open vault, beside whoever works in it: its check, and its backups."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.errors import TurnstoneError
from desktop.services.backups import Made
from desktop.services.vault import OpenVault
from desktop.services.worker import Worker
from desktop.ui.kit import Kit
from desktop.ui.words import sentence


class BackingUp(QObject):
    """Does one thing after the other on a thread of its own. ``settle`` it before the end."""

    made = Signal()
    """It stands as it should with the backups, in both folders."""

    failed = Signal(str)
    """A backup could not be made, or not in the second folder, and why."""

    def __init__(self, kit: Kit, vault: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._worker = Worker("backup")
        self._settled = False

    async def prove(self) -> None:
        """Wait until each page of the vault was read.

        Raises:
            VaultDamagedError: one of them is damaged. Nothing was written.
        """
        await self._worker.run(self._vault.ensure_sound)

    async def make(self) -> Made | None:
        """Make a backup; None when it failed or can't be made.

        It can't where the vault can only be read, and after ``settle``.
        """
        if self._vault.read_only or self._settled:
            return None
        try:
            job = await self._kit.worker.run(self._vault.backups.prepared)
            made = await self._worker.run(job.run)
        except TurnstoneError as error:
            self.failed.emit(sentence(error))
            return None
        if made.trouble is not None:
            self.failed.emit(sentence(made.trouble))
        else:
            self.made.emit()
        return made

    async def settle(self) -> None:
        """Wait for what is being done. Nothing can be done afterwards."""
        if not self._settled:
            await self._worker.run(_nothing)
            self._settled = True
            self._worker.finish()


def _nothing() -> None:
    """What is done when all that came before is done."""
