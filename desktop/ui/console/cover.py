"""What lies over the private parts of a console, and why."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.console.commands import Command
from desktop.ui.console.keys import key_text
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.icon import Icon
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text


class CoverReason(StrEnum):
    """Why the private parts are covered.

    The guide wanted it, nobody touched the computer, or the couple may be looking at this screen.
    """

    HAND = "hand"
    IDLE = "idle"
    SHARED = "shared"


class CoverPanel(Panel):
    """Says why, and opens again by its button or a click anywhere on it."""

    opened = Signal()
    """Somebody wants to see again what is covered."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._reason = CoverReason.HAND
        self._told = Text(look, wrap=True)
        self.button = SecondaryButton(look, icon="eye")
        self.button.clicked.connect(self.opened)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        self._told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addStretch(1)
        column.addWidget(
            Icon(look, "eye-off", "text-muted", size=28), 0, Qt.AlignmentFlag.AlignHCenter
        )
        column.addWidget(self._told)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        self.retranslate()

    def show_reason(self, reason: CoverReason) -> None:
        """Says why it is there; nobody saw it come where they were idle, so it is spoken."""
        self._reason = reason
        self.retranslate()
        if reason is CoverReason.IDLE:
            announce(self._told, self._told.text())

    def retranslate(self) -> None:
        """Writes the texts in the language shown."""
        told = {
            CoverReason.HAND: self.tr("The notes are covered. {key} opens them."),
            CoverReason.IDLE: self.tr(
                "Covered because nobody touched the computer. Press {key} or click to open."
            ),
            CoverReason.SHARED: self.tr(
                "Covered because the couple may see this screen. Press {key} or click to open."
            ),
        }[self._reason]
        self._told.setText(told.format(key=key_text(Command.CURTAIN)))
        self.button.setText(self.tr("Open the notes"))
        self.button.setAccessibleName(self.button.text())

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        """A click on the ground opens as the button does."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.opened.emit()
        else:
            super().mouseReleaseEvent(event)
