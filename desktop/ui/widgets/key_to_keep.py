"""A new recovery key, and what has to be done with it before it is gone."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.ui.widgets.checks import CheckBox
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.recovery_key import RecoveryKey
from desktop.ui.widgets.text import Text


class KeyToKeep(QWidget):
    """Shows a key once. "Continue" waits until it is said to be written down.

    The key is never put on a clipboard. It may be saved as a sheet to print.
    """

    sheet_requested = Signal()
    confirmed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = RecoveryKey(look)
        self._care = Text(look, role="small", ink="text-muted", wrap=True)
        self._notice = Notice(look)
        self._sheet = SecondaryButton(look, icon="file-text")
        self._written = CheckBox(look)
        self._continue = PrimaryButton(look, big=True)
        well = Panel(look, ground="sunken", depth=0)
        inside = QVBoxLayout(well)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self._key, 0, Qt.AlignmentFlag.AlignHCenter)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        for row in (well, self._care, self._notice, self._written):
            rows.addWidget(row)
        buttons = FoldingLayout(spacing=12)
        buttons.add(self._continue, 1)
        buttons.add(self._sheet)
        rows.addLayout(buttons)
        self._sheet.clicked.connect(self.sheet_requested)
        self._written.toggled.connect(self._allow)
        self._continue.clicked.connect(self.confirmed)
        self.retranslate()

    def show_key(self, key: str) -> None:
        """Shows a key of groups with dashes between them; an empty one clears it away."""
        self._key.show_key(key)
        self._notice.show_text("")
        self._written.setChecked(False)
        if key:
            self._written.setFocus(Qt.FocusReason.OtherFocusReason)

    def insist(self) -> None:
        """Says that the key will not come back, and puts the focus on the box to tick."""
        self._notice.show_text(
            self.tr("The key is shown only now. Write it down or save it before you go on."),
            "warning",
        )
        self._written.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_sheet_saved(self, path: Path) -> None:
        """Says where the sheet lies now, and that it must not stay there."""
        self._notice.show_text(
            self.tr(
                "Saved as “{name}” in {folder}. Print it, then delete the file: whoever has it "
                "can open everything."
            ).format(name=path.name, folder=path.parent),
            "info",
        )

    def show_sheet_error(self, text: str) -> None:
        """Says in a sentence why no sheet was written, and what to do."""
        self._notice.show_text(text, "error")

    def retranslate(self) -> None:
        """Writes all texts."""
        self._key.setAccessibleName(self.tr("Recovery key"))
        self._care.setText(
            self.tr("On paper, and not beside this computer. Whoever has it can open your file.")
        )
        self._sheet.setText(self.tr("Save as PDF"))
        self._written.setText(self.tr("I have written down the recovery key"))
        self._continue.setText(self.tr("Continue"))
        self._allow(self._written.isChecked())

    @Slot(bool)
    def _allow(self, written: bool) -> None:
        self._continue.set_waiting("" if written else self.tr("waits for the tick"))
