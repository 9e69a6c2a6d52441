"""The first thing seen on each start: the vault is locked."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.screens.shore import Shore
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.form import TextField
from desktop.ui.widgets.logo import NAME, Logo
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.passphrase import PassphraseEdit
from desktop.ui.widgets.text import Text

_WIDTH = 480
_PADDING = 52
_LOW = 660
"""Below this height, in pixels at the usual size of text, the panel draws together."""

_LOW_PADDING = 20
_LONGEST_SECRET = 1000


class UnlockScreen(QWidget):
    """Asks for the passphrase, or for the recovery key instead."""

    unlock_requested = Signal(str, bool)
    """What was typed, and whether it is the recovery key."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._by_recovery = False
        self._heading = Text(look, role="label", ink="text-muted", wrap=True)
        self._passphrase_edit = PassphraseEdit(look)
        self._passphrase = TextField(look, edit=self._passphrase_edit, most=_LONGEST_SECRET)
        self._recovery = TextField(look, most=_LONGEST_SECRET)
        self._unlock = PrimaryButton(look, big=True)
        self._other_way = QuietButton(look, icon="key-round")
        self._panel = Panel(look, radius=22, depth=3)
        self._rows = QVBoxLayout(self._panel)
        self._signs = (Logo(look, unit=2.1, word=False), Text(look, NAME, "page"))
        self._small_sign = Logo(look)
        self._lay_out(look)
        self._connect()
        self.retranslate()

    def show_busy(self, busy: bool) -> None:
        """Holds everything still while the key is worked out, or frees it again."""
        self._unlock.set_waiting(self.tr("one moment") if busy else "")
        for widget in (self._passphrase, self._recovery, self._other_way):
            widget.setEnabled(not busy)

    def show_error(self, text: str) -> None:
        """Says under the field why it did not open; what was typed stays."""
        self.show_busy(False)
        field = self._field()
        field.set_error(text)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        field.edit.selectAll()

    def clear(self) -> None:
        """Forgets all that was typed and starts with the passphrase again."""
        self.show_busy(False)
        for field in (self._passphrase, self._recovery):
            field.edit.clear()
            field.set_error("")
        self._passphrase_edit.eye.setChecked(False)
        self._ask_by_recovery(False)

    def retranslate(self) -> None:
        """Writes all texts."""
        self._heading.setText(self.tr("Your file is locked."))
        self._passphrase.set_label(self.tr("Passphrase"))
        self._passphrase_edit.name_eye(self.tr("Show passphrase"))
        self._recovery.set_label(self.tr("Recovery key"))
        self._recovery.set_hint(self.tr("The key on the sheet that you put away."))
        self._unlock.setText(self.tr("Unlock"))
        self._other_way.setText(
            self.tr("Use passphrase") if self._by_recovery else self.tr("Use recovery key")
        )

    def showEvent(self, event: QShowEvent, /) -> None:
        """Puts the cursor where to type."""
        super().showEvent(event)
        self._field().edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Draws together in a low window, so that nothing to press is out of sight."""
        super().resizeEvent(event)
        self._resize_panel()

    def _lay_out(self, look: Look) -> None:
        panel = self._panel
        panel.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        rows = self._rows
        rows.setContentsMargins(0, 0, 0, 0)
        for sign in (*self._signs, self._small_sign):
            rows.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        self._heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        rows.addWidget(self._heading)
        rows.addSpacing(4)
        rows.addWidget(self._passphrase)
        rows.addWidget(self._recovery)
        rows.addSpacing(4)
        rows.addWidget(self._unlock)
        rows.addWidget(self._other_way)
        self._recovery.hide()
        middle = QWidget()
        middle.setLayout(centre(panel))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Shore(look, "high", middle))
        self._resize_panel()

    def _connect(self) -> None:
        self._unlock.clicked.connect(self._ask)
        self._passphrase.submitted.connect(self._ask)
        self._recovery.submitted.connect(self._ask)
        self._other_way.clicked.connect(self._turn_round)
        self._look.changed.connect(self._resize_panel)

    def _field(self) -> TextField:
        return self._recovery if self._by_recovery else self._passphrase

    @Slot()
    def _ask(self) -> None:
        field = self._field()
        # A passphrase may begin or end with a space.
        secret = field.edit.text()
        if not secret:
            field.set_error(self.tr("Nothing is typed yet."))
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.unlock_requested.emit(secret, self._by_recovery)

    @Slot()
    def _turn_round(self) -> None:
        self._ask_by_recovery(not self._by_recovery)

    def _ask_by_recovery(self, by_recovery: bool) -> None:
        self._by_recovery = by_recovery
        self._passphrase.setVisible(not by_recovery)
        self._recovery.setVisible(by_recovery)
        self.retranslate()
        self._field().edit.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _resize_panel(self) -> None:
        low = self.height() < self._look.px(_LOW)
        self._panel.set_padding(_LOW_PADDING if low else _PADDING)
        self._rows.setSpacing(6 if low else 12)
        self._small_sign.setVisible(low)
        for sign in self._signs:
            sign.setVisible(not low)
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(
            self._look.px(_WIDTH - 2 * _PADDING) + room.left() + room.right()
        )
