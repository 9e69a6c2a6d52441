"""The first thing seen on each start: the vault is locked.

It stands before the rest of the app is loaded, so it imports nothing but Qt at first.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.screens.shore import Shore
from desktop.ui.theme.fonts import FontRole
from desktop.ui.theme.look import Look
from desktop.ui.widgets.buttons import PrimaryButton, QuietButton
from desktop.ui.widgets.checks import DropDown
from desktop.ui.widgets.form import Field, TextField
from desktop.ui.widgets.logo import NAME, Logo
from desktop.ui.widgets.page import centre
from desktop.ui.widgets.panel import Panel
from desktop.ui.widgets.passphrase import PassphraseEdit
from desktop.ui.widgets.text import Text

if TYPE_CHECKING:
    from desktop.ui.models.damage import DamageReport
    from desktop.ui.screens.damage import DamagePanel

_WIDTH = 480
_PADDING = 52
_LOW = 660
"""Below this height, in pixels at the usual size of text, the panel draws together."""

_LOW_PADDING = 20
_LONGEST_SECRET = 1000


class UnlockScreen(QWidget):
    """Asks for the passphrase, or for the recovery key instead.

    What was typed stays while damage is shown in its place.
    """

    unlock_requested = Signal(str, bool)
    """What was typed, and whether it is the recovery key."""

    vault_chosen = Signal(str)
    """The name of the vault to unlock, empty for the first one."""

    new_vault_requested = Signal()
    restore_requested = Signal(str)
    """The path of a backup."""

    file_wanted = Signal()
    """Somebody looks for a backup that is not in the list."""

    went_on = Signal()
    """Open the vault with what is there."""

    went_back = Signal()
    """The passphrase is asked for again."""

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
        self._names: tuple[str, ...] = ()
        self._vaults = DropDown(look, shortens=True)
        self._vault = Field(look, self._vaults)
        self._new_vault = _Aside(look, icon="plus")
        self._asking = QWidget()
        self._damage: DamagePanel | None = None
        self._panel = Panel(look, radius=22, depth=3)
        self._rows = QVBoxLayout(self._panel)
        self._signs = (Logo(look, unit=2.1, word=False), Text(look, NAME, "page"))
        self._small_sign = Logo(look)
        self._lay_out(look)
        self._connect()
        self.retranslate()

    def show_vaults(self, names: Sequence[str], chosen: str = "") -> None:
        """Offers several vaults by name, an empty one for the first; a single one is not named."""
        self._names = tuple(names)
        self._vault.setVisible(len(self._names) > 1)
        self._name_vaults(chosen)
        self._resize_panel()

    def show_busy(self, busy: bool) -> None:
        """Holds everything still while the key is worked out, or frees it again."""
        if self._damage is not None:
            self._damage.show_busy(busy)
            return
        self._unlock.set_waiting(self.tr("one moment") if busy else "")
        held = (self._vault, self._passphrase, self._recovery, self._other_way, self._new_vault)
        for widget in held:
            widget.setEnabled(not busy)

    def show_error(self, text: str) -> None:
        """Says in place why it did not open, or was not restored; what was typed stays."""
        if self._damage is not None:
            self._damage.show_error(text)
            return
        self.show_busy(False)
        field = self._field()
        field.set_error(text)
        field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        field.edit.selectAll()

    def show_damage(self, report: "DamageReport") -> None:
        """Says in the passphrase's place what is wrong with the vault, and offers ways back."""
        from desktop.ui.screens.damage import DamagePanel

        self._leave_damage()
        self.show_busy(False)
        panel = DamagePanel(self._look, report)
        panel.restore_requested.connect(self.restore_requested)
        panel.file_wanted.connect(self.file_wanted)
        panel.went_on.connect(self.went_on)
        panel.went_back.connect(self._go_back)
        self._middle.addWidget(panel)
        self._asking.hide()
        self._new_vault.hide()
        self._damage = panel
        panel.tell()

    def show_restored(self, kept_as: str) -> None:
        """Says that the backup was restored, and where the vault lies now that it replaced."""
        if self._damage is not None:
            self._damage.show_restored(kept_as)

    def clear(self) -> None:
        """Forgets all that was typed and starts with the passphrase again."""
        self._leave_damage()
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
        self._vault.set_label(self.tr("Vault"))
        self._new_vault.setText(self.tr("Another vault"))
        self._new_vault.setAccessibleDescription(self.tr("Makes a new vault beside this one."))
        self._name_vaults(self._chosen())

    def showEvent(self, event: QShowEvent, /) -> None:
        """Puts the cursor where to type."""
        super().showEvent(event)
        if self._damage is None:
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
        rows.addWidget(self._vault)
        rows.addWidget(self._passphrase)
        rows.addWidget(self._recovery)
        rows.addSpacing(4)
        rows.addWidget(self._unlock)
        rows.addWidget(self._other_way)
        self._recovery.hide()
        self._vault.hide()
        self._asking.setLayout(centre(panel))
        middle = QWidget()
        self._middle = QVBoxLayout(middle)
        self._middle.setContentsMargins(0, 0, 0, 0)
        self._middle.addWidget(self._asking)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(Shore(look, "high", middle, aside=self._new_vault))
        self._resize_panel()

    def _connect(self) -> None:
        self._unlock.clicked.connect(self._ask)
        self._passphrase.submitted.connect(self._ask)
        self._recovery.submitted.connect(self._ask)
        self._other_way.clicked.connect(self._turn_round)
        self._vaults.activated.connect(self._choose_vault)
        self._new_vault.clicked.connect(self.new_vault_requested)
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

    def _chosen(self) -> str:
        index = self._vaults.currentIndex()
        return self._names[index] if 0 <= index < len(self._names) else ""

    def _name_vaults(self, chosen: str) -> None:
        self._vaults.clear()
        self._vaults.addItems([name or self.tr("First vault") for name in self._names])
        if chosen in self._names:
            self._vaults.setCurrentIndex(self._names.index(chosen))

    @Slot()
    def _choose_vault(self) -> None:
        for field in (self._passphrase, self._recovery):
            field.set_error("")
        self.vault_chosen.emit(self._chosen())

    @Slot()
    def _go_back(self) -> None:
        self._leave_damage()
        self._field().edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.went_back.emit()

    def _leave_damage(self) -> None:
        """Shows the passphrase again, if damage was shown in its place."""
        if self._damage is None:
            return
        self._damage.hide()
        self._damage.deleteLater()
        self._damage = None
        self._asking.show()
        self._new_vault.show()

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
        self._heading.setVisible(not (low and len(self._names) > 1))
        for sign in self._signs:
            sign.setVisible(not low)
        room = self._panel.contentsMargins()
        self._panel.setMaximumWidth(
            self._look.px(_WIDTH - 2 * _PADDING) + room.left() + room.right()
        )


class _Aside(QuietButton):
    """A way that is seldom gone: small, at the edge."""

    def _role(self) -> FontRole:
        return "small"

    def _side(self) -> int:
        return 12

    def _icon_size(self) -> int:
        return self.look.px(18)

    def _gap(self) -> int:
        return 6

    def _above_and_below(self) -> int:
        return 10
