"""A button that Enter presses, too."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from desktop.ui.widgets.buttons import SecondaryButton


class EnterButton(SecondaryButton):
    """For buttons that are reached with the Tab key alone."""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter presses it as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)
