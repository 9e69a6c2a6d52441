"""The window as it stands before anything is behind it: its look, and the unlock screen."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QSettings, Slot
from PySide6.QtWidgets import QApplication

from desktop.ui.choices import keep_look, kept_look
from desktop.ui.main_window import MainWindow
from desktop.ui.screens.unlock import UnlockScreen
from desktop.ui.theme.look import Look, LookChoice
from desktop.ui.theme.stylesheet import dress
from desktop.ui.widgets.focus_ring import FocusRing

_LAST: Final = "vault/name"


class Front(QObject):
    """The main window in the look that was chosen.

    It imports nothing but Qt, so that the passphrase can be typed while the rest is loaded.
    ``store`` keeps what is not private, such as the window's place and the theme. ``vault`` is the
    name of the vault that is chosen.
    """

    def __init__(self, qt: QApplication, store: QSettings) -> None:
        super().__init__()
        self._qt = qt
        self.store: Final = store
        self.look: Final = Look(kept_look(store), parent=self)
        self.window: Final = MainWindow(store)
        FocusRing(self.look, self.window)
        self.unlock: UnlockScreen | None = None
        self.early: tuple[str, bool] | None = None
        self.vault = ""
        self._worn: tuple[str, float] | None = None
        self._dress()
        self.look.changed.connect(self._dress)
        self.look.chosen.connect(self._keep)

    def show_unlock(self, vaults: Sequence[str]) -> None:
        """Show the unlock screen for the vaults of these names, the first one has an empty name.

        The one that was opened last is chosen. What is asked before anyone listens is kept.
        """
        last = str(self.store.value(_LAST, ""))
        self.vault = last if last in vaults else vaults[0]
        self.unlock = UnlockScreen(self.look)
        self.unlock.show_vaults(vaults, self.vault)
        self.unlock.unlock_requested.connect(self._remember)
        self.unlock.vault_chosen.connect(self._choose)
        self.window.show_screen(self.unlock)

    def hand_over(self, vaults: Sequence[str]) -> tuple[UnlockScreen, tuple[str, bool] | None]:
        """The unlock screen for whoever listens now, and what was asked of it so far."""
        if self.unlock is None:
            self.show_unlock(vaults)
        unlock, early = self.unlock, self.early
        assert unlock is not None  # noqa: S101  told to the type checker
        unlock.unlock_requested.disconnect(self._remember)
        self.unlock = self.early = None
        return unlock, early

    def keep_vault(self) -> None:
        """Keep the vault that is chosen for the next start."""
        self.store.setValue(_LAST, self.vault)

    def let_go(self) -> None:
        """Close the window for good, and free all that is in it."""
        self.window.let_go()
        self.store.sync()  # a process that starts anew frees nothing, and so writes nothing
        self.window.deleteLater()
        self.deleteLater()

    @Slot(str)
    def _choose(self, vault: str) -> None:
        self.vault = vault

    @Slot(str, bool)
    def _remember(self, secret: str, recovery: bool) -> None:
        self.early = (secret, recovery)
        if self.unlock is not None:
            self.unlock.show_busy(True)

    @Slot(LookChoice)
    def _keep(self, choice: LookChoice) -> None:
        keep_look(self.store, choice)

    @Slot()
    def _dress(self) -> None:
        worn = (self.look.theme, self.look.text_scale)
        if worn != self._worn:  # it takes a while, and in a session others change too
            self._worn = worn
            dress(self._qt, self.look)
