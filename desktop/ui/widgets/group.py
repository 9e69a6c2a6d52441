"""Things that belong together under one label."""

from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QGroupBox, QLayout, QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.text import Text


class Group(QGroupBox):
    """A label over a few controls; assistive tools see a group with that name."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Text(look, role="small", weight=600, wrap=True)
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(6)
        self._rows.addWidget(self._label)

    def set_label(self, text: str) -> None:
        """Names the group."""
        self._label.setText(text)
        self.setAccessibleName(text)

    def put(self, layout: QLayout) -> None:
        """Lays something out under the label."""
        self._rows.addLayout(layout)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        """Draws no frame: the label and the space around are enough."""
