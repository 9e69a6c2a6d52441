"""Letting another person open the vault by a passphrase of their own."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.theme.look import Look
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.new_passphrase import NewPassphrase
from desktop.ui.widgets.text import Text

LONGEST_NAME = 200

At = Literal["name", "passphrase", "top"]
"""Where an error belongs."""


class AddPersonDialog(AskingDialog):
    """Asks for a name and a new passphrase."""

    person_named = Signal(str, str)
    """The name and the passphrase of the person to add."""

    passphrase_edited = Signal(str)
    """The passphrase as far as it is typed, to judge its strength."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._advice = Text(look, wrap=True)
        self._name = TextField(look, most=LONGEST_NAME)
        self._passphrase = NewPassphrase(look)
        for row in (self._advice, self._name, self._passphrase):
            self.column.addWidget(row)
        self.column.addStretch(1)
        self._name.edited.connect(self._edited)
        self._name.submitted.connect(self._passphrase.start)
        self._passphrase.edited.connect(self._edited_passphrase)
        self._passphrase.submitted.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self.retranslate()
        self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_strength(self, hint: str) -> None:
        """Says under the passphrase how strong it is."""
        self._passphrase.set_strength(hint)

    def show_error(self, text: str, at: At = "top") -> None:
        """Says in place why nobody was added; what was typed stays."""
        self.show_busy(False)
        if at == "name":
            self._name.set_error(text)
            self._name.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reveal()
        elif at == "passphrase":
            self._passphrase.show_error(text)
            self.reveal()
        else:
            self.show_notice(text)

    def forget(self) -> None:
        """Clears the passphrase."""
        self._passphrase.clear()

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("Add a person"))
        self._advice.setText(
            self.tr("This person can open everything in the vault, also what is private to you.")
        )
        self._name.set_label(self.tr("Name"))
        self._name.set_hint(self.tr("It is kept encrypted, inside the vault."))
        self._passphrase.retranslate()
        self.go.setText(self.tr("Add"))

    @Slot()
    def _edited(self) -> None:
        self.notice.show_text("")

    @Slot(str)
    def _edited_passphrase(self, text: str) -> None:
        self._edited()
        self.passphrase_edited.emit(text)

    @Slot()
    def _ask(self) -> None:
        if not self._name.text():
            self.show_error(self.tr("Write the name this person is called by."), "name")
            return
        passphrase = self._passphrase.agreed()
        if passphrase is None:
            self.reveal()
        else:
            self.notice.show_text("")
            self.person_named.emit(self._name.text(), passphrase)
