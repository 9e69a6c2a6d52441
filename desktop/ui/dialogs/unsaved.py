"""The question whether to leave although something could not be saved."""

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.dialogs.ask import finished
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.focus_ring import FocusRing
from desktop.ui.widgets.logo import NAME
from desktop.ui.widgets.text import Text

_LEAST_WIDTH = 420


class UnsavedDialog(QDialog):
    """Accepted: leave and lose the newest words. Rejected, also by Escape: stay."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(NAME)
        stay = PrimaryButton(look, self.tr("Stay"))
        stay.setDefault(True)
        stay.clicked.connect(self.reject)
        leave = QuietButton(look, self.tr("Leave without saving"))
        leave.clicked.connect(self.accept)
        question = self.tr("Some of what was typed is not saved yet.")
        advice = self.tr(
            "The disk may be full, or the folder can’t be written to. If you stay, Turnstone "
            "tries again every few seconds."
        )
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(stay)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(28, 28, 28, 28)
        rows.setSpacing(16)
        rows.addWidget(Text(look, question, "section", wrap=True, least=_LEAST_WIDTH))
        rows.addWidget(Text(look, advice, wrap=True))
        rows.addLayout(buttons)
        self.setAccessibleDescription(f"{question} {advice}")
        FocusRing(look, self)


async def ask_to_leave_unsaved(look: Look, parent: QWidget) -> bool:
    """Whether the user would rather leave than wait."""
    dialog = UnsavedDialog(look, parent)
    try:
        return await finished(dialog) == QDialog.DialogCode.Accepted
    finally:
        dialog.deleteLater()
