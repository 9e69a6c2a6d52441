"""The words used most by a couple, reached from the list of couples."""

from PySide6.QtCore import QObject, Slot

from desktop.services.vault import OpenVault
from desktop.ui import pages
from desktop.ui.kit import Kit
from desktop.ui.models.words_used import Span
from desktop.ui.records.words_used import WordsUsedScreen
from desktop.ui.screens.couples import CouplesScreen
from desktop.ui.screens.shell import Place, Shell


class WordsUsedFlow(QObject):
    """Shows the words in the shell, as the vault holds them, and leads back to the couples."""

    def __init__(
        self, kit: Kit, vault: OpenVault, couples: CouplesScreen, shell: Shell, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._shell = shell
        self._screen = WordsUsedScreen(kit.look)
        self._wanted: tuple[str, Span] | None = None
        couples.words_requested.connect(self._on_words_requested)
        self._screen.span_chosen.connect(self._on_span_chosen)
        self._screen.back_requested.connect(self._on_back_requested)

    def forget(self) -> None:
        """Take the couple off the page, and let no answer that is on its way bring it back."""
        self._wanted = None
        self._screen.forget()

    async def _show(self, couple_id: str, span: Span) -> bool:
        """Fill the page; whether it was still wanted when the vault had answered."""
        self._wanted = wanted = couple_id, span
        used = await self._kit.worker.run(pages.words_used, self._vault, couple_id, span)
        if self._wanted != wanted:
            return False
        self._screen.show_words(used)
        return True

    @Slot(str)
    def _on_words_requested(self, couple_id: str) -> None:
        self._kit.tasks.start(self._open(couple_id))

    async def _open(self, couple_id: str) -> None:
        if await self._show(couple_id, Span.ALL):
            self._shell.show_page(self._screen, Place.COUPLES)
            self._screen.focus_first()

    @Slot(Span)
    def _on_span_chosen(self, span: Span) -> None:
        if self._wanted is not None:
            couple_id, _ = self._wanted
            self._kit.tasks.start(self._show(couple_id, span))

    @Slot()
    def _on_back_requested(self) -> None:
        self._wanted = None
        self._shell.show_place(Place.COUPLES)
