"""What covers the whole window while it locks: nothing private, and no name."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.screens.shore import Shore
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius
from desktop.ui.widgets.logo import NAME, Logo
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.text import Text

_WIDTH: Final = 376
_PADDING: Final = 52


class LeavingScreen(QWidget):
    """Says that all is being saved, or what can't be saved yet.

    There is no way back from it: who locked may have gone, and whoever sits here now is somebody
    without the passphrase.
    """

    leave_requested = Signal()
    """Somebody would rather lose what is not saved than wait."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._saving = Text(look, role="label", ink="text-muted", wrap=True)
        self._saving.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._unsaved = Notice(look, "warning")
        self._advice = Text(look, wrap=True)
        self._leave = SecondaryButton(look)
        self._panel = Panel(look, radius=22, depth=3, padding=_PADDING)
        self._lay_out(look)
        # The focus rests here: a key that was meant for a note must not press the button.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_focus_radius(self, OWN_FOCUS)
        self._leave.clicked.connect(self.leave_requested)
        look.changed.connect(self._resize_panel)
        self.retranslate()
        self.show_saving()

    def show_saving(self) -> None:
        """Says that all is being saved."""
        self._saving.show()
        self._unsaved.show_text("")
        for widget in (self._advice, self._leave):
            widget.hide()

    def show_unsaved(self, reason: str) -> None:
        """Says why something is not saved yet, such as "the disk is full"."""
        self._saving.hide()
        self._unsaved.show_text(
            self.tr("Something is not saved yet: {reason}.").format(reason=reason)
        )
        for widget in (self._advice, self._leave):
            widget.show()

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what happens."""
        self._saving.setText(self.tr("Saving and locking."))
        self._advice.setText(
            self.tr("Turnstone tries again every few seconds and locks as soon as it is saved.")
        )
        self.setAccessibleName(self._saving.text())
        self._leave.setText(self.tr("Leave without saving"))

    def showEvent(self, event: QShowEvent, /) -> None:
        """Says what goes on, and takes the keyboard from whatever was there before."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._unsaved.isHidden():
            announce(self, self._saving.text())

    def _lay_out(self, look: Look) -> None:
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        for sign in (Logo(look, unit=2.1, word=False), Text(look, NAME, "page")):
            rows.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        for row in (self._saving, self._unsaved, self._advice, self._leave):
            rows.addWidget(row)
        middle = QWidget()
        middle.setLayout(centre(self._panel))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Shore(look, "high", middle))
        self._resize_panel()

    @Slot()
    def _resize_panel(self) -> None:
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(self._look.px(_WIDTH) + room.left() + room.right())
