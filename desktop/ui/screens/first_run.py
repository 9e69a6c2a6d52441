"""The first start: where it is used, a passphrase, and the recovery key."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedLayout, QWidget

from desktop.domain.session import Setting
from desktop.ui.screens.first_run_passphrase import PassphraseStep
from desktop.ui.screens.first_run_recovery import RecoveryStep
from desktop.ui.screens.first_run_setting import SettingStep
from desktop.ui.screens.shore import Shore
from desktop.ui.theme.look import Look


class FirstRunScreen(QWidget):
    """Leads through three steps; nothing is created before the second one is sent.

    A further vault is asked for its name on the first step.
    """

    vault_requested = Signal(Setting, str)
    """Where Turnstone is used, and the new passphrase."""

    passphrase_edited = Signal(str)
    """The passphrase as far as it is typed, to judge its strength."""

    sheet_requested = Signal()
    """The recovery key is to be saved as a sheet to print."""

    finished = Signal()
    """The recovery key was written down."""

    went_back = Signal()
    """No further vault, after all."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._setting = Setting.PRACTICE
        self._where = SettingStep(look)
        self._choose = PassphraseStep(look)
        self._recovery = RecoveryStep(look)
        self._steps = QStackedLayout(self)
        for step in (self._where, self._choose, self._recovery):
            self._steps.addWidget(Shore(look, "low", step))
        self._where.setting_chosen.connect(self._go_on)
        self._where.went_back.connect(self.went_back)
        self._choose.passphrase_edited.connect(self.passphrase_edited)
        self._choose.passphrase_chosen.connect(self._request)
        self._choose.went_back.connect(self._go_back)
        self._recovery.sheet_requested.connect(self.sheet_requested)
        self._recovery.confirmed.connect(self.finished)

    @property
    def vault_name(self) -> str:
        """The name typed for a further vault; empty for the very first one."""
        return self._where.vault_name

    def ask_name(self, taken: tuple[str, ...]) -> None:
        """Asks on the first step for a name that is not ``taken``, and offers a way back."""
        self._where.ask_name(taken)

    def set_strength(self, hint: str) -> None:
        """Says under the new passphrase how strong it is."""
        self._choose.set_strength(hint)

    def show_busy(self, busy: bool) -> None:
        """Holds the second step still while the vault is created."""
        self._choose.show_busy(busy)

    def show_error(self, text: str) -> None:
        """Says on the second step why no vault was created; what was typed stays."""
        self._choose.show_error(text)

    def show_recovery_key(self, key: str) -> None:
        """Goes to the last step and shows the key: groups with dashes between them."""
        self._choose.clear()
        self._recovery.show_key(key)
        self._steps.setCurrentIndex(2)

    def show_sheet_saved(self, path: Path) -> None:
        """Says where the sheet with the key lies now."""
        self._recovery.show_sheet_saved(path)

    def show_sheet_error(self, text: str) -> None:
        """Says in a sentence why no sheet was written, and what to do."""
        self._recovery.show_sheet_error(text)

    @Slot(Setting)
    def _go_on(self, setting: Setting) -> None:
        self._setting = setting
        self._steps.setCurrentIndex(1)
        self._choose.start()

    @Slot()
    def _go_back(self) -> None:
        self._steps.setCurrentIndex(0)
        self._where.focus(self._setting)

    @Slot(str)
    def _request(self, passphrase: str) -> None:
        self.vault_requested.emit(self._setting, passphrase)
