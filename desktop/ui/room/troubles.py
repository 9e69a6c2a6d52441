"""Tells once that something can't be saved, and remembers why."""

from PySide6.QtWidgets import QWidget

from desktop.domain.errors import TurnstoneError
from desktop.services.saving import Saving
from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.theme.look import Look
from desktop.ui.words import sentence


class Troubles:
    """What went wrong while a session was being saved; ``window`` is the one to tell it over."""

    def __init__(self, look: Look, window: QWidget) -> None:
        self._look = look
        self._window = window
        self._last: TurnstoneError | None = None
        self._told = False
        self._silent = False

    @property
    def why(self) -> str:
        """Why something is not saved, or an empty text."""
        return sentence(self._last) if self._last is not None else ""

    def keep_silent(self) -> None:
        """Tell only who asks: the vault is being left."""
        self._silent = True

    def follow(self, saving: Saving, error: TurnstoneError | None) -> None:
        """Take over what became of a save."""
        self._last = None if saving is Saving.SAVED else error or self._last
        if error is not None and not self._told and not self._silent:
            ErrorDialog(self._look, sentence(error), parent=self._window).open()
        self._told = saving is not Saving.SAVED and (self._told or error is not None)
