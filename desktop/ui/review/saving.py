"""Whether what was typed is in the vault."""

from PySide6.QtCore import QLocale, QTime
from PySide6.QtWidgets import QWidget

from desktop.ui.review.state import SaveStatus
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.text import Text


class SaveLine(Text):
    """ "Saved", "Saving…" or "Not saved yet", in words and never by colour alone."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, role="small", ink="text-muted", weight=500, wrap=True, parent=parent)

    def show_status(self, status: SaveStatus, at: QTime | None = None) -> None:
        """Shows a status; ``at`` is the local time of the last save."""
        unsaved = status is SaveStatus.UNSAVED
        self.set_ink("warning" if unsaved else "text-muted")
        self.setText(self._words(status, at))
        if unsaved:
            announce(self, self.text())

    def _words(self, status: SaveStatus, at: QTime | None) -> str:
        if status is SaveStatus.SAVING:
            return self.tr("Saving…")
        if status is SaveStatus.UNSAVED:
            return self.tr("Not saved yet. The text stays here.")
        if at is None:
            return self.tr("Saved")
        time = self.locale().toString(at, QLocale.FormatType.ShortFormat)
        return self.tr("Saved {time}").format(time=time)
