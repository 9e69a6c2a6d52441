"""Putting a backup in the place of the vault."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.formats import Formats
from desktop.ui.theme.look import Look
from desktop.ui.widgets.secret import SecretField
from desktop.ui.widgets.text import Text

_WIDTH = 520


class RestoreDialog(AskingDialog):
    """Says what will happen, and asks for the passphrase or the recovery key of that time.

    ``made_at`` is the wall time of the backup in ms, or None where it is not known; ``kept_as``
    is the name of the folder under which the vault of today is kept.
    """

    restore_requested = Signal(str, bool)
    """What was typed, and whether it is the recovery key."""

    def __init__(
        self,
        look: Look,
        formats: Formats,
        *,
        made_at: int | None,
        kept_as: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent, width=_WIDTH)
        self._when = "" if made_at is None else formats.moment(made_at)
        self._kept_as = kept_as
        self._lines = tuple(Text(look, wrap=True) for _ in range(3))
        self._secret = SecretField(look)
        for row in (*self._lines, self._secret):
            self.column.addWidget(row)
        self.column.addStretch(1)
        self._secret.submitted.connect(self._ask)
        self._secret.edited.connect(self._edited)
        self.go.clicked.connect(self._ask)
        self.retranslate()
        self._secret.start()

    def show_wrong(self, text: str) -> None:
        """Says under the field why what was typed does not open the backup."""
        self.show_busy(False)
        self._secret.show_error(text)
        self.reveal()

    def show_error(self, text: str) -> None:
        """Says in a sentence why nothing was restored; the vault is as it was."""
        self.show_notice(text)

    def forget(self) -> None:
        """Clears what was typed."""
        self._secret.forget()

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        self.title.setText(self.tr("Go back to this backup?"))
        for line, text in zip(self._lines, self._sentences(), strict=True):
            line.setText(text)
        self._secret.retranslate()
        self._secret.set_passphrase_hint(self.tr("The one of that time, if it was changed since."))
        self.go.setText(self.tr("Restore"))

    def _sentences(self) -> tuple[str, str, str]:
        if self._when:
            back = self.tr("Everything will be as it was on {when}.").format(when=self._when)
        else:
            back = self.tr("Everything will be as it was when the backup was made.")
        return (
            back,
            self.tr("What was written since then is not in it."),
            self.tr("Nothing is deleted. The vault of today is kept beside it as “{name}”.").format(
                name=self._kept_as
            ),
        )

    @Slot()
    def _edited(self) -> None:
        self.notice.show_text("")

    @Slot()
    def _ask(self) -> None:
        secret = self._secret.secret()
        if secret is None:
            self.reveal()
        else:
            self.notice.show_text("")
            self.restore_requested.emit(secret, self._secret.by_recovery)
