"""A new PIN for the room, typed twice."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.services.pin import MOST_DIGITS
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.theme.look import Look
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.passphrase import PassphraseEdit
from desktop.ui.widgets.text import Text


class NewPinDialog(AskingDialog):
    """Asks for a PIN and the same once more; ``change`` says that there is one already."""

    pin_chosen = Signal(str)

    def __init__(self, look: Look, *, change: bool, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._changes = change
        self._reason = Text(look, ink="text-muted", wrap=True)
        self._first_edit, self._second_edit = PassphraseEdit(look), PassphraseEdit(look)
        self._first, self._second = (
            # One more than it may have, so that a longer one is said to be too long.
            TextField(look, edit=edit, most=MOST_DIGITS + 1)
            for edit in (self._first_edit, self._second_edit)
        )
        for row in (self._reason, self._first, self._second):
            self.column.addWidget(row)
        self.column.addStretch(1)
        for field in (self._first, self._second):
            field.edited.connect(self._edited)
        self._first.submitted.connect(self._second_edit.setFocus)
        self._second.submitted.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self.retranslate()
        self._first_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_refused(self, text: str) -> None:
        """Says under the PIN why it was not taken; what was typed stays, marked."""
        self.show_busy(False)
        self._first.set_error(text)
        self._first_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._first_edit.selectAll()
        self.reveal()

    def forget(self) -> None:
        """Clears what was typed."""
        for edit in (self._first_edit, self._second_edit):
            edit.forget()

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("Change PIN") if self._changes else self.tr("Set a PIN"))
        self._reason.setText(self.tr("You type it in the room, so take no digits of another use."))
        self._first.set_label(self.tr("New PIN"))
        self._first.set_hint(self.tr("4 to 8 digits."))
        self._first_edit.name_eye(self.tr("Show new PIN"))
        self._second.set_label(self.tr("Repeat PIN"))
        self._second_edit.name_eye(self.tr("Show repeated PIN"))
        self.go.setText(self.tr("Keep this PIN"))

    @Slot()
    def _edited(self) -> None:
        self.notice.show_text("")
        self._second.set_error("")

    @Slot()
    def _ask(self) -> None:
        if self.busy:
            return
        if not self._first_edit.text():
            self.show_refused(self.tr("Nothing is typed yet."))
        elif self._first_edit.text() != self._second_edit.text():
            self._second.set_error(
                self.tr("The two are not the same. The eye shows what is typed.")
            )
            self._second_edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal()
        else:
            self.pin_chosen.emit(self._first_edit.text())
