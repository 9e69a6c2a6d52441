"""A document of a session on its way out: looked at, agreed on, written."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from desktop.domain.errors import TurnstoneError
from desktop.domain.notes import NoteKind
from desktop.domain.session import Setting
from desktop.services.paperwork import Cancellation, Choice, Document, Kind, Paper
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.export import ExportDialog
from desktop.ui.dialogs.export_contents import ExportContents
from desktop.ui.dialogs.save_path import ask_save_path
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.phrases import QtPhrases
from desktop.ui.words import sentence

PREVIEW_PPI: Final = 110
"""Dots per inch of the pages that are looked at."""

KINDS: Final[dict[Setting, tuple[Kind, ...]]] = {
    Setting.PRACTICE: ("handout", "progress"),
    Setting.HOME: ("handout",),
}
"""The documents that are of use in each setting."""


class ExportFlow(QObject):
    """Shows the export dialog for one session.

    Setting a document runs in a child process and is waited for on a thread of its own, so that
    neither the window nor the vault's worker stands still. ``may_see_files`` is asked, with the
    window in front, before a list of files comes up.
    """

    def __init__(
        self,
        kit: Kit,
        vault: OpenVault,
        window: MainWindow,
        *,
        may_see_files: Callable[[QWidget], Awaitable[bool]] | None = None,
    ) -> None:
        super().__init__(window)
        self._may_see_files = may_see_files
        self._kit = kit
        self._vault = vault
        self._window = window
        self._session_id = ""
        self._dialog: ExportDialog | None = None
        self._cancellation = Cancellation()

    async def run(self, session_id: str) -> None:
        """Show the dialog and wait until it is closed."""
        self._session_id = session_id
        contents, paper, kinds = await self._kit.worker.run(self._read)
        dialog = ExportDialog(
            self._kit.look, contents, kinds=kinds, paper=paper, parent=self._window
        )
        dialog.options_changed.connect(self._on_options_changed)
        dialog.save_requested.connect(self._on_save_requested)
        dialog.cancelled.connect(self._on_cancelled)
        self._dialog = dialog
        try:
            await finished(dialog)
        finally:
            self._dialog = None
            self._cancellation.cancel()
            dialog.deleteLater()
            self.deleteLater()

    def _read(self) -> tuple[ExportContents, Paper, tuple[Kind, ...]]:
        """What there is to choose from. Runs on the worker."""
        vault = self._vault
        readout = vault.sessions.one(self._session_id).readout
        has_text = {
            kind: bool(vault.notes.get(self._session_id, kind).text.strip())
            for kind in (NoteKind.PLAN, NoteKind.PROGRESS)
        }
        contents = ExportContents(
            name_a=readout.name_a,
            name_b=readout.name_b,
            ticked=readout.may_print,
            words=len(readout.picks),
            unknown=bool(readout.unknown),
            cards=len(readout.kept),
            plan=has_text[NoteKind.PLAN],
            note=has_text[NoteKind.PROGRESS],
            understood=readout.understood is not None,
        )
        kept = vault.preferences.load()
        return contents, Paper(kept.paper), KINDS[kept.setting]

    @Slot(Choice)
    def _on_options_changed(self, choice: Choice) -> None:
        self._cancellation.cancel()
        self._cancellation = Cancellation()
        self._kit.tasks.start(self._show_page(choice, self._cancellation))

    async def _show_page(self, choice: Choice, cancellation: Cancellation) -> None:
        """Set the page anew; a later choice takes the place of one under way."""
        work = self._vault.paperwork
        try:
            document = await self._gather(choice)
            preview = await asyncio.to_thread(
                work.preview, document, choice.paper, PREVIEW_PPI, cancellation
            )
        except TurnstoneError as error:
            if self._dialog is not None and not cancellation.cancelled:
                self._dialog.show_page_error(sentence(error))
            return
        if self._dialog is not None and not cancellation.cancelled:
            self._dialog.show_page(preview.pages, work.default_name(document), preview.unshown)

    @Slot(Choice)
    def _on_save_requested(self, choice: Choice) -> None:
        self._kit.tasks.start(self._save(choice))

    async def _save(self, choice: Choice) -> None:
        dialog, work = self._dialog, self._vault.paperwork
        if dialog is None:
            return
        document = await self._gather(choice)
        if self._may_see_files is not None and not await self._may_see_files(dialog):
            return
        chosen = await ask_save_path(dialog, work.default_name(document))
        if chosen is None:
            return
        dialog.show_saving()
        self._cancellation = Cancellation()
        try:
            await asyncio.to_thread(
                self._write, document, choice.paper, Path(chosen), self._cancellation
            )
        except TurnstoneError as error:
            if self._cancellation.cancelled:
                dialog.show_ready()
            else:
                dialog.show_save_error(sentence(error))
        else:
            dialog.show_saved(Path(chosen))

    def _write(
        self, document: Document, paper: Paper, path: Path, cancellation: Cancellation
    ) -> None:
        """Set and write. Runs on a thread of its own."""
        work = self._vault.paperwork
        work.write(path, work.set_pdf(document, paper, cancellation))

    async def _gather(self, choice: Choice) -> Document:
        gather = partial(self._vault.paperwork.gather, self._session_id, choice, QtPhrases())
        return await self._kit.worker.run(gather)

    @Slot()
    def _on_cancelled(self) -> None:
        self._cancellation.cancel()
