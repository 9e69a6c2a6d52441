"""A new passphrase, typed twice."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.passphrase import LONGEST_PASSPHRASE, PassphraseEdit


class NewPassphrase(QWidget):
    """Two fields that have to hold the same, and a word on how strong it is.

    ``edited`` carries the first field as far as it is typed, ``submitted`` says that Enter was
    pressed in the second one.
    """

    edited = Signal(str)
    submitted = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first_edit = PassphraseEdit(look)
        self._second_edit = PassphraseEdit(look)
        self._first = TextField(look, edit=self._first_edit, most=LONGEST_PASSPHRASE)
        self._second = TextField(look, edit=self._second_edit, most=LONGEST_PASSPHRASE)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addWidget(self._first)
        rows.addWidget(self._second)
        self._first.edited.connect(self._edited)
        self._first.submitted.connect(self._second_edit.setFocus)
        self._second.submitted.connect(self.submitted)
        self.retranslate()

    def start(self) -> None:
        """Puts the cursor where to type."""
        self._first_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear(self) -> None:
        """Forgets what was typed, and hides what will be."""
        for edit in (self._first_edit, self._second_edit):
            edit.forget()

    def set_strength(self, hint: str) -> None:
        """Says under the first field how strong the passphrase is."""
        self._first.set_hint(hint or self._usual_hint())

    def show_error(self, text: str) -> None:
        """Says under the first field why that passphrase was not taken."""
        self._first.set_error(text)
        self.start()
        self._first_edit.selectAll()

    def agreed(self) -> str | None:
        """The passphrase, if both fields hold the same; else says what is missing, gives None."""
        # Spaces at the ends belong to a passphrase.
        first, second = self._first_edit.text(), self._second_edit.text()
        if not first:
            self._first.set_error(self.tr("Nothing is typed yet."))
            self.start()
        elif first != second:
            self._second.set_error(
                self.tr("The two are not the same. The eye shows what is typed.")
            )
            self._second_edit.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            return first
        return None

    def retranslate(self) -> None:
        """Writes all texts."""
        self._first.set_label(self.tr("New passphrase"))
        self._first.set_hint(self._usual_hint())
        self._first_edit.name_eye(self.tr("Show new passphrase"))
        self._second.set_label(self.tr("Repeat passphrase"))
        self._second_edit.name_eye(self.tr("Show repeated passphrase"))

    def _usual_hint(self) -> str:
        return self.tr("Four or five words that do not belong together are easy to keep.")

    @Slot(str)
    def _edited(self, text: str) -> None:
        self._second.set_error("")
        self.edited.emit(text)
