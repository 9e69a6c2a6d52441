"""The settings: the PIN for the room."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.services.pin import PinState
from desktop.ui.theme.look import Look
from desktop.ui.widgets.announcing import announce
from desktop.ui.widgets.buttons import QuietButton, SecondaryButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.group import Group
from desktop.ui.widgets.text import Text


class PinSection(QWidget):
    """Says what the PIN is for and whether there is one, and tells what is asked for."""

    set_requested = Signal()
    """A PIN is to be set where there is none."""

    change_requested = Signal()
    removal_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: PinState | None = None
        self._group = Group(look)
        self._about = Text(look, role="small", ink="text-muted", wrap=True)
        self._now = Text(look, weight=600, wrap=True)
        self._set = SecondaryButton(look, icon="plus")
        self._change = SecondaryButton(look)
        self._remove = QuietButton(look)
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(self._about)
        inside.addWidget(self._now)
        buttons = FoldingLayout(spacing=12)
        for button in (self._set, self._change, self._remove):
            buttons.add(button)
        inside.addLayout(buttons)
        self._group.put(inside)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._group)
        self._set.clicked.connect(self.set_requested)
        self._change.clicked.connect(self.change_requested)
        self._remove.clicked.connect(self.removal_requested)
        self.retranslate()

    def show_pin(self, state: PinState) -> None:
        """Shows whether there is a PIN; a change while it is looked at is announced."""
        changed = self._state not in (None, state)
        self._state = state
        self._show()
        if changed and self.isVisible():
            announce(self, self._now.text())

    def retranslate(self) -> None:
        """Writes all texts."""
        self._group.set_label(self.tr("PIN for the room"))
        self._about.setText(
            self.tr(
                "From “Begin” to the end of a session, Turnstone asks for it before it shows "
                "anything about other couples. Your passphrase works there, too. It is for the "
                "people in the room: what protects the files is the passphrase."
            )
        )
        self._set.setText(self.tr("Set a PIN"))
        self._change.setText(self.tr("Change PIN"))
        self._remove.setText(self.tr("Remove PIN"))
        self._show()

    @Slot()
    def _show(self) -> None:
        state = self._state or PinState.NONE
        there = state is not PinState.NONE
        texts = {
            PinState.NONE: self.tr("No PIN is set, so the passphrase is asked for."),
            PinState.TAKEN: self.tr("A PIN is set."),
            PinState.HELD: self.tr(
                "A PIN is set. Several wrong ones were typed, so the passphrase is needed once."
            ),
        }
        self._now.setText(texts[state])
        self._set.setVisible(not there)
        self._change.setVisible(there)
        self._remove.setVisible(there)
