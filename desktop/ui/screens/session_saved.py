"""What stands at the end of a session while the couple may still look on."""

from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.screens.shore import Shore
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import SecondaryButton
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.stone import StonePair
from desktop.ui.widgets.text import Text

_WIDTH: Final = 376
_PADDING: Final = 52
_STONE: Final = 40


class SessionSavedScreen(QWidget):
    """Says that the session is saved, names this couple and nobody else, and offers home."""

    home_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._stones = StonePair(look, size=_STONE)
        self._couple = Text(look, role="label", ink="text-muted", wrap=True)
        self._saved = Text(look, role="page", wrap=True)
        for text in (self._couple, self._saved):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._home = SecondaryButton(look, icon="house")
        self._panel = Panel(look, radius=22, depth=3, padding=_PADDING)
        self._lay_out()
        # The focus rests here: a key that was meant for the review must not press the button.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_focus_radius(self, OWN_FOCUS)
        self._home.clicked.connect(self.home_requested)
        look.changed.connect(self._resize_panel)
        self.retranslate()

    def show_couple(self, name_a: str, name_b: str) -> None:
        """Names the two whose session it was."""
        self._stones.set_names(name_a, name_b)
        self._couple.setText(self.tr("{a} and {b}").format(a=name_a, b=name_b))

    def retranslate(self) -> None:
        """Writes the texts that do not depend on what is shown."""
        self._saved.setText(self.tr("The session is saved."))
        self.setAccessibleName(self._saved.text())
        self._home.setText(self.tr("Home"))
        self._home.setAccessibleName(self._home.text())

    def showEvent(self, event: QShowEvent, /) -> None:
        """Says so, and takes the keyboard from what was there before."""
        super().showEvent(event)
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self._saved.text())

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self._panel)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(12)
        rows.addWidget(self._stones, 0, Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._couple)
        rows.addWidget(self._saved)
        rows.addSpacing(16)
        rows.addWidget(self._home)
        middle = QWidget()
        middle.setLayout(centre(self._panel))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Shore(self._look, "high", middle))
        self._resize_panel()

    @Slot()
    def _resize_panel(self) -> None:
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(self._look.px(_WIDTH) + room.left() + room.right())
