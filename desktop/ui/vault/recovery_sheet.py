"""Saving the sheet with a recovery key as a PDF."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.domain.errors import TurnstoneError
from desktop.services.paperwork import Paper
from desktop.ui.dialogs.save_path import ask_save_path
from desktop.ui.kit import Kit
from desktop.ui.words import sentence

if TYPE_CHECKING:
    from desktop.services.vault import OpenVault


class TellsOfSheet(Protocol):
    """What shows a recovery key, and says what became of its sheet."""

    def show_sheet_saved(self, path: Path, /) -> None:
        """Says where the sheet lies now."""
        ...

    def show_sheet_error(self, text: str, /) -> None:
        """Says in a sentence why no sheet was written."""
        ...


async def save_sheet(
    kit: Kit, vault: "OpenVault", key: str, teller: TellsOfSheet, window: QWidget
) -> None:
    """Ask where the sheet goes, and write it there."""
    name = await kit.worker.run(vault.keys.sheet_name)
    path = await ask_save_path(window, name)
    if path is None:
        return
    day = kit.formats.day(vault.clock.wall())

    def write() -> None:
        paper = Paper(vault.preferences.load().paper)
        vault.keys.write(Path(path), vault.keys.recovery_sheet(key, paper, day))

    try:
        await kit.worker.run(write)
        told = partial(teller.show_sheet_saved, Path(path))
    except TurnstoneError as error:
        told = partial(teller.show_sheet_error, sentence(error))
    if isValid(teller):  # nobody went on meanwhile
        told()
