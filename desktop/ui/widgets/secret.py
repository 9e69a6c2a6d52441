"""What opens a vault: a passphrase, or the recovery key instead."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import QuietButton
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.passphrase import LONGEST_PASSPHRASE, PassphraseEdit


class SecretField(QWidget):
    """A field for the passphrase, and a button that puts one for the recovery key in its place.

    ``submitted`` says that Enter was pressed in it.
    """

    submitted = Signal()
    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._by_recovery = False
        self._passphrase_edit = PassphraseEdit(look)
        self._passphrase = TextField(look, edit=self._passphrase_edit, most=LONGEST_PASSPHRASE)
        self._recovery = TextField(look, most=LONGEST_PASSPHRASE)
        self._other_way = QuietButton(look, icon="key-round")
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(8)
        for field in (self._passphrase, self._recovery):
            rows.addWidget(field)
            field.submitted.connect(self.submitted)
            field.edited.connect(self.edited)
        rows.addWidget(self._other_way, 0, Qt.AlignmentFlag.AlignLeading)
        self._recovery.hide()
        self._other_way.clicked.connect(self._turn_round)
        self.retranslate()

    @property
    def by_recovery(self) -> bool:
        """Whether it is the recovery key that is asked for now."""
        return self._by_recovery

    def set_passphrase_hint(self, text: str) -> None:
        """Says under the passphrase which one is meant."""
        self._passphrase.set_hint(text)

    def start(self) -> None:
        """Puts the cursor where to type."""
        self._field().edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def secret(self) -> str | None:
        """What was typed; with nothing typed it says so and gives None."""
        # A passphrase may begin or end with a space.
        typed = self._field().edit.text()
        if typed:
            return typed
        self.show_error(self.tr("Nothing is typed yet."))
        return None

    def show_error(self, text: str) -> None:
        """Says under the field why it opens nothing; what was typed stays."""
        field = self._field()
        field.set_error(text)
        self.start()
        field.edit.selectAll()

    def forget(self) -> None:
        """Clears what was typed."""
        self._passphrase_edit.forget()
        self._recovery.edit.setText("")

    def retranslate(self) -> None:
        """Writes all texts but the hint to the passphrase."""
        self._passphrase.set_label(self.tr("Passphrase"))
        self._passphrase_edit.name_eye(self.tr("Show passphrase"))
        self._recovery.set_label(self.tr("Recovery key"))
        self._recovery.set_hint(self.tr("The key on the sheet that you put away."))
        self._other_way.setText(
            self.tr("Use passphrase") if self._by_recovery else self.tr("Use recovery key")
        )

    def _field(self) -> TextField:
        return self._recovery if self._by_recovery else self._passphrase

    @Slot()
    def _turn_round(self) -> None:
        self._by_recovery = not self._by_recovery
        self._passphrase.setVisible(not self._by_recovery)
        self._recovery.setVisible(self._by_recovery)
        self.retranslate()
        self.start()
