"""A line that says what was removed, and can put it back."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.text import Text

_LEAST: Final = 150


class UndoLine(QWidget):
    """Hidden until something was removed. Its button is described by what that was."""

    undone = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = Text(look, ink="text-muted", wrap=True, least=_LEAST)
        self._button = QuietButton(look, icon="undo-2")
        across = FoldingLayout(self, spacing=12)
        across.add(self._text, 1)
        across.add(self._button)
        across.setAlignment(self._button, Qt.AlignmentFlag.AlignVCenter)
        self._button.clicked.connect(self.undone)
        self.hide()
        self.retranslate()

    def show_removed(self, what: str) -> None:
        """Says that something was removed; the keyboard goes to the button that undoes it."""
        told = self.tr("Removed: {what}").format(what=what)
        self._text.setText(told)
        self._button.setAccessibleDescription(told)
        self.show()
        self._button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._text, told)

    def retranslate(self) -> None:
        """Writes the text of the button."""
        self._button.setText(self.tr("Undo"))
