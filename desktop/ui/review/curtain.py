"""What lies over a part of the review while one partner answers alone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.text import Text


class Curtain(QWidget):
    """A sentence in the middle of an empty ground."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = Text(look, role="label", ink="text-muted", wrap=True)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 28, 28, 28)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(
            Icon(look, "eye-off", "text-muted", size=28), 0, Qt.AlignmentFlag.AlignHCenter
        )
        column.addWidget(self._sentence)
        column.addStretch(1)

    def show_text(self, text: str) -> None:
        """Says what waits."""
        self._sentence.setText(text)
