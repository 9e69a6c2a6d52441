"""The question at a door: the PIN or the passphrase."""

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QWidget
from shiboken6 import isValid

from desktop.domain.errors import TurnstoneError
from desktop.services.pin import PinService, PinState
from desktop.ui.dialogs.ask import finished
from desktop.ui.dialogs.frame import AskingDialog
from desktop.ui.kit import Kit
from desktop.ui.theme.look import Look
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.passphrase import LONGEST_PASSPHRASE, PassphraseEdit
from desktop.ui.widgets.text import Text
from desktop.ui.words import sentence


class AskPinDialog(AskingDialog):
    """Asks for the PIN or the passphrase, or for the passphrase alone where no PIN is taken.

    It may stand before the couple's eyes, so it names nobody. ``why`` says what it is asked for;
    without it, that something else would be shown.
    """

    secret_given = Signal(str)

    def __init__(
        self, look: Look, state: PinState, *, why: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, parent)
        self._state = state
        self._why = why
        self._reason = Text(look, ink="text-muted", wrap=True)
        self._edit = PassphraseEdit(look)
        self._field = TextField(look, edit=self._edit, most=LONGEST_PASSPHRASE)
        for row in (self._reason, self._field):
            self.column.addWidget(row)
        self.column.addStretch(1)
        self._field.edited.connect(self._edited)
        self._field.submitted.connect(self._ask)
        self.go.clicked.connect(self._ask)
        self.retranslate()
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_wrong(self, state: PinState) -> None:
        """Says that this was not it, and what is taken now; what was typed stays, marked."""
        before, self._state = self._state, state
        self.retranslate()
        if state is PinState.TAKEN:
            text = self.tr(
                "That is neither the PIN nor the passphrase. Nothing is lost. Try again."
            )
        elif before is PinState.TAKEN:
            text = self._held()
        else:
            text = self.tr("That is not the passphrase. Nothing is lost. Try again.")
        self.show_error(text)

    def show_error(self, text: str) -> None:
        """Says under the field why nobody can pass; what was typed stays, marked."""
        self.show_busy(False)
        self._field.set_error(text)
        self._edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edit.selectAll()
        self.reveal()

    def forget(self) -> None:
        """Clears what was typed."""
        self._edit.forget()

    def retranslate(self) -> None:
        """Writes all texts."""
        super().retranslate()
        by_pin = self._state is PinState.TAKEN
        self.title.setText(
            self.tr("Please type the PIN") if by_pin else self.tr("Please type the passphrase")
        )
        self._reason.setText(
            self._why or self.tr("Turnstone asks this before it shows anything else.")
        )
        self._field.set_label(self.tr("PIN or passphrase") if by_pin else self.tr("Passphrase"))
        self._field.set_hint(self._held() if self._state is PinState.HELD else "")
        self._edit.name_eye(self.tr("Show what is typed"))
        self.go.setText(self.tr("Continue"))
        self.setAccessibleDescription(self._reason.text())

    def _held(self) -> str:
        return self.tr(
            "Several PINs were wrong, so please type the passphrase. The PIN is taken again then."
        )

    @Slot()
    def _edited(self) -> None:
        self.notice.show_text("")

    @Slot()
    def _ask(self) -> None:
        if self.busy:
            return
        # A passphrase may begin or end with a space.
        typed = self._edit.text()
        if typed:
            self.secret_given.emit(typed)
        else:
            self.show_error(self.tr("Nothing is typed yet."))


async def ask_pin(kit: Kit, pin: PinService, parent: QWidget, *, why: str = "") -> bool:
    """Whether somebody typed the PIN or the passphrase; False when they went back.

    ``why`` takes the place of the usual sentence, in words that a couple may read.
    """
    state = await kit.worker.run(pin.state)
    dialog = AskPinDialog(kit.look, state, why=why, parent=parent)
    _Checking(kit, pin, dialog)
    try:
        return await finished(dialog) == QDialog.DialogCode.Accepted
    finally:
        if isValid(dialog):  # its window may have gone
            dialog.deleteLater()


class _Checking(QObject):
    """Checks on the worker what is typed in a dialog."""

    def __init__(self, kit: Kit, pin: PinService, dialog: AskPinDialog) -> None:
        super().__init__(dialog)
        self._kit = kit
        self._pin = pin
        self._dialog = dialog
        dialog.secret_given.connect(self._on_secret_given)

    @Slot(str)
    def _on_secret_given(self, secret: str) -> None:
        self._kit.tasks.start(self._check(secret))

    async def _check(self, secret: str) -> None:
        self._dialog.show_busy(True)
        try:
            right = await self._kit.worker.run(self._pin.check, secret)
            state = await self._kit.worker.run(self._pin.state)
        except TurnstoneError as error:
            self._dialog.show_error(sentence(error))
            return
        if right:
            self._dialog.show_done()
        else:
            self._dialog.show_wrong(state)
