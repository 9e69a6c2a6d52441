"""Making a new recovery key in place of the old one."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.theme.look import Look
from desktop.ui.widgets.key_to_keep import KeyToKeep
from desktop.ui.widgets.text import Text

_WIDTH = 560


class RecoveryKeyDialog(AskingDialog):
    """Warns, asks for a new key by ``key_requested``, and shows it once.

    The answer is ``show_key`` or ``show_error``. From then on the old key is worth nothing, so the
    dialog can't be left before the new one is said to be written down.
    """

    key_requested = Signal()
    sheet_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent, width=_WIDTH)
        self._shown = False
        self._reason = Text(look, wrap=True)
        self._key = KeyToKeep(look)
        for row in (self._reason, self._key):
            self.column.addWidget(row)
        self.column.addStretch(1)
        self._key.hide()
        self._key.sheet_requested.connect(self.sheet_requested)
        self._key.confirmed.connect(self.show_done)
        self.go.clicked.connect(self._ask)
        self.retranslate()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_key(self, key: str) -> None:
        """Shows the new key: groups with dashes between them."""
        self.show_busy(False)
        self.notice.show_text("")
        self._shown = True
        self.hide_buttons()
        self._key.show()
        self.retranslate()
        self._key.show_key(key)

    def show_error(self, text: str) -> None:
        """Says in a sentence why there is no new key; the old one is still good."""
        self.show_notice(text)

    def show_sheet_saved(self, path: Path) -> None:
        """Says where the sheet lies now."""
        self._key.show_sheet_saved(path)

    def show_sheet_error(self, text: str) -> None:
        """Says in a sentence why no sheet was written, and what to do."""
        self._key.show_sheet_error(text)

    def forget(self) -> None:
        """Clears the key away."""
        self._key.show_key("")

    def reject(self) -> None:
        """Closes the dialog, unless there is a new key that nobody has written down."""
        if self._shown:
            self._key.insist()
        else:
            super().reject()

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        if self._shown:
            self.title.setText(self.tr("Write down your new recovery key"))
            self._reason.setText(
                self.tr("The old one opens nothing any more. This one is shown only now.")
            )
        else:
            self.title.setText(self.tr("Make a new recovery key?"))
            self._reason.setText(
                self.tr(
                    "The key on your old sheet will open the vault no more. Have paper and a pen "
                    "ready: the new key is shown only once."
                )
            )
        self._key.retranslate()
        self.go.setText(self.tr("Make a new key"))

    @Slot()
    def _ask(self) -> None:
        self.notice.show_text("")
        self.key_requested.emit()
