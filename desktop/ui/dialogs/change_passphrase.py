"""Changing the passphrase of one person."""

from typing import Literal

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.theme.look import Look
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.new_passphrase import NewPassphrase
from desktop.ui.widgets.passphrase import LONGEST_PASSPHRASE, PassphraseEdit
from desktop.ui.widgets.text import Text

At = Literal["current", "new", "top"]
"""Where an error belongs: to one of the passphrases, or to neither."""


class ChangePassphraseDialog(AskingDialog):
    """Asks for the current passphrase and a new one.

    With ``by_recovery`` the vault was opened by the recovery key: then the current passphrase is
    not asked for, and the new one is given to ``who``.
    """

    change_requested = Signal(str, str)
    """The current passphrase, empty after the recovery key was used, and the new one."""

    passphrase_edited = Signal(str)
    """The new passphrase as far as it is typed, to judge its strength."""

    def __init__(
        self,
        look: Look,
        *,
        by_recovery: bool = False,
        who: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self._by_recovery = by_recovery
        self._who = who
        self._reason = Text(look, ink="text-muted", wrap=True)
        self._current_edit = PassphraseEdit(look)
        self._current = TextField(look, edit=self._current_edit, most=LONGEST_PASSPHRASE)
        self._new = NewPassphrase(look)
        for row in (self._reason, self._current, self._new):
            self.column.addWidget(row)
        self.column.addStretch(1)
        self._current.setVisible(not by_recovery)
        self._current.edited.connect(self._edited)
        self._current.submitted.connect(self._new.start)
        self._new.edited.connect(self._edited_new)
        self._new.submitted.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self.retranslate()
        self._start()

    def set_strength(self, hint: str) -> None:
        """Says under the new passphrase how strong it is."""
        self._new.set_strength(hint)

    def show_error(self, text: str, at: At = "top") -> None:
        """Says in place why nothing was changed; what was typed stays."""
        self.show_busy(False)
        if at == "current":
            self._current.set_error(text)
            self._start()
            self._current_edit.selectAll()
            self.reveal()
        elif at == "new":
            self._new.show_error(text)
            self.reveal()
        else:
            self.show_notice(text)

    def forget(self) -> None:
        """Clears all passphrases."""
        self._current_edit.forget()
        self._new.clear()

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("Change passphrase"))
        self._reason.setText(self._why())
        self._current.set_label(self.tr("Current passphrase"))
        self._current_edit.name_eye(self.tr("Show current passphrase"))
        self._new.retranslate()
        self.go.setText(self.tr("Change passphrase"))

    def _why(self) -> str:
        if not self._by_recovery:
            return self.tr("The old passphrase then opens only the backups made before.")
        if self._who:
            return self.tr(
                "You came in by the recovery key, so the old passphrase of {who} is not asked for."
            ).format(who=self._who)
        return self.tr("You came in by the recovery key, so the old passphrase is not asked for.")

    def _start(self) -> None:
        if self._by_recovery:
            self._new.start()
        else:
            self._current_edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _edited(self) -> None:
        self.notice.show_text("")

    @Slot(str)
    def _edited_new(self, text: str) -> None:
        self._edited()
        self.passphrase_edited.emit(text)

    @Slot()
    def _ask(self) -> None:
        current = self._current_edit.text()
        if not current and not self._by_recovery:
            self.show_error(self.tr("Nothing is typed yet."), "current")
            return
        new = self._new.agreed()
        if new is None:
            self.reveal()
        else:
            self.notice.show_text("")
            self.change_requested.emit(current, new)
