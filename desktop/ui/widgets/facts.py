"""Facts in two columns: what it is, and how it was."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.ui.theme.fonts import tabular
from desktop.ui.theme.look import Look
from desktop.ui.widgets.page import clear
from desktop.ui.widgets.text import Text


class Facts(QWidget):
    """Rows of a quiet label and a value; figures stand in columns."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(8)

    def set_rows(self, rows: Sequence[tuple[str, str]]) -> None:
        """Shows these labels and values and no others."""
        clear(self._rows)
        for label, value in rows:
            self._rows.addWidget(self._row(label, value))

    def _row(self, label: str, value: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(Text(self._look, label, ink="text-muted"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(_Value(self._look, value), 1)
        return row


class _Value(Text):
    """A value at the far end of its row."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text, weight=500, wrap=True)
        self.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)

    @Slot()
    def _dress(self) -> None:
        super()._dress()
        self.setFont(tabular(self.font()))
