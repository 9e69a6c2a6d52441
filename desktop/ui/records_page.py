"""The records: the list of sessions, and one of them to read."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot

from desktop.services.vault import OpenVault
from desktop.ui import pages
from desktop.ui.kit import Kit
from desktop.ui.records.screen import RecordsScreen


class RecordsPage(QObject):
    """Shows the records as the vault holds them."""

    resume_wanted = Signal(str)
    export_wanted = Signal(str)

    def __init__(self, kit: Kit, vault: OpenVault, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self.screen: Final = RecordsScreen(kit.look, kit.formats)
        self.screen.session_chosen.connect(self._on_session_chosen)
        self.screen.resume_requested.connect(self.resume_wanted)
        self.screen.export_requested.connect(self.export_wanted)

    async def refresh(self) -> None:
        """Read the list anew."""
        self.screen.show_sessions(await self._kit.worker.run(pages.session_rows, self._vault))

    async def open(self, session_id: str) -> None:
        """Show one session."""
        summary = await self._kit.worker.run(pages.session_summary, self._vault, session_id)
        self.screen.show_session(summary)

    @Slot(str)
    def _on_session_chosen(self, session_id: str) -> None:
        self._kit.tasks.start(self.open(session_id))
