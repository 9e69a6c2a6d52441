"""What a partner can do beside answering: say nothing, or leave it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.handover.state import HandOver
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout


class WaysOut(QWidget):
    """To say nothing, and "Not now" or, for who has answered already, "Keep my answer"."""

    declined = Signal()
    left = Signal()
    kept = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._decline = SecondaryButton(look)
        self._leave = SecondaryButton(look)
        self._keep = SecondaryButton(look)
        row = FoldingLayout(self, spacing=12)
        for button in (self._decline, self._keep, self._leave):
            row.add(button)
        self._decline.clicked.connect(self.declined)
        self._leave.clicked.connect(self.left)
        self._keep.clicked.connect(self.kept)
        for button, name, text in (
            (self._leave, self.tr("Not now"), self.tr("Not now")),
            (self._keep, self.tr("Keep my answer"), self.tr("Keep my answer")),
        ):
            button.setText(text)
            button.setAccessibleName(name)

    def show_hand_over(self, told: HandOver) -> None:
        """Offers what fits the question."""
        if told.guess:
            name, text = self.tr("I'd rather not guess"), self.tr("I’d rather not guess")
        else:
            name, text = self.tr("I'd rather not say"), self.tr("I’d rather not say")
        self._decline.setText(text)
        self._decline.setAccessibleName(name)
        self._decline.setVisible(told.sealed)
        self._leave.setVisible(not told.again)
        self._keep.setVisible(told.again)
