"""A form for two names."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.domain.people import Partner
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.folding import FoldingLayout
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.notice import Notice
from desktop.ui.widgets.panel import Panel

LONGEST_NAME = 200


class CoupleForm(Panel):
    """Asks what each of the two is called; any name in any script will do."""

    couple_added = Signal(str, str)
    cancelled = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, parent=parent)
        self._names = {partner: TextField(look, most=LONGEST_NAME) for partner in Partner}
        self._notice = Notice(look, "error")
        self._add = PrimaryButton(look)
        self._cancel = QuietButton(look)
        fields = FoldingLayout(spacing=16)
        for field in self._names.values():
            field.setMinimumWidth(200)
            fields.add(field, 1)
            field.submitted.connect(self._send)
        actions = FoldingLayout(spacing=12)
        actions.add(self._add)
        actions.add(self._cancel)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(16)
        rows.addWidget(self._notice)
        rows.addLayout(fields)
        rows.addLayout(actions)
        self._add.clicked.connect(self._send)
        self._cancel.clicked.connect(self.cancelled)
        self.retranslate()

    def clear(self) -> None:
        """Empties the form."""
        for field in self._names.values():
            field.edit.setText("")  # unlike clear(), this empties what undo could bring back
            field.set_error("")
        self._notice.show_text("")

    def start(self) -> None:
        """Shows the form, empty, with the cursor in the first name."""
        self.clear()
        self.show()
        self._names[Partner.A].edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, text: str) -> None:
        """Says why the couple was not added."""
        self._notice.show_text(text)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._names[Partner.A].set_label(self.tr("Partner A"))
        self._names[Partner.B].set_label(self.tr("Partner B"))
        self._add.setText(self.tr("Add"))
        self._cancel.setText(self.tr("Cancel"))

    @Slot()
    def _send(self) -> None:
        wrong = [field for field in self._names.values() if not field.text()]
        for field in wrong:
            field.set_error(self.tr("Write the name this person is called by."))
        if wrong:
            wrong[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.couple_added.emit(self._names[Partner.A].text(), self._names[Partner.B].text())
