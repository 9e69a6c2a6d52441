"""The moment in which both answers are shown at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


class RevealBar(Panel):
    """Says that both have answered, and lets them look."""

    requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, radius=22, padding=16, parent=parent)
        self._line = Text(look, role="label", wrap=True)
        self.button = PrimaryButton(look, icon="eye")
        self._line.setText(self.tr("You have both answered. Look at it when you are both ready."))
        self.button.setText(self.tr("Show both"))
        across = FoldingLayout(self, spacing=16)
        across.add(self._line, 1)
        across.add(self.button)
        self.button.clicked.connect(self.requested)
