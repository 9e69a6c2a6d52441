"""First start, last step: the recovery key, shown once."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.key_to_keep import KeyToKeep
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text

_WIDTH = 520


class RecoveryStep(QWidget):
    """Goes on only after the key is said to be written down."""

    sheet_requested = Signal()
    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._title = Text(look, role="title", wrap=True)
        self._reason = Text(look, ink="text-muted", wrap=True)
        self._key = KeyToKeep(look)
        self._panel = Panel(look, radius=22, depth=3, padding=44)
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        for row in (self._title, self._reason, self._key):
            rows.addWidget(row)
        self.setLayout(centre(self._panel))
        self._key.sheet_requested.connect(self.sheet_requested)
        self._key.confirmed.connect(self._finish)
        look.changed.connect(self._resize_panel)
        self._resize_panel()
        self.retranslate()

    def show_key(self, key: str) -> None:
        """Shows a key of groups with dashes between them."""
        self._key.show_key(key)

    def show_sheet_saved(self, path: Path) -> None:
        """Says where the sheet with the key lies now."""
        self._key.show_sheet_saved(path)

    def show_sheet_error(self, text: str) -> None:
        """Says in a sentence why no sheet was written, and what to do."""
        self._key.show_sheet_error(text)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._title.setText(self.tr("Write down your recovery key"))
        self._reason.setText(
            self.tr("It opens your file when the passphrase is forgotten. It is shown only now.")
        )
        self._key.retranslate()

    @Slot()
    def _finish(self) -> None:
        self._key.show_key("")
        self.confirmed.emit()

    @Slot()
    def _resize_panel(self) -> None:
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(self._look.px(_WIDTH) + room.left() + room.right())
