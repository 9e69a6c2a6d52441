"""The one window: it shows a screen at a time and remembers its place."""

from PySide6.QtCore import QByteArray, QSettings, QSize, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QMainWindow, QStackedWidget, QWidget

from desktop.ui.leaving import LeavingKeys

TITLE = "Turnstone"
SMALLEST = QSize(720, 480)
USUAL = QSize(1280, 800)
_PLACE = "window/place"


class MainWindow(QMainWindow):
    """Holds the screens of the app. ``store`` keeps what is not private, such as its place."""

    close_requested = Signal()
    """Somebody wants to close the window; it stays until ``let_go``."""

    lock_requested = Signal()

    hide_requested = Signal()
    """Somebody wants the screen clear at once."""

    def __init__(self, store: QSettings) -> None:
        super().__init__()
        self._store = store
        self._may_close = False
        self._kept: QWidget | None = None
        self._cover: QWidget | None = None
        self._screens = QStackedWidget()
        self.setCentralWidget(self._screens)
        # The title tells no names: other people see it in lists of windows.
        self.setWindowTitle(TITLE)
        self.setMinimumSize(SMALLEST)
        self.resize(USUAL)
        keys = LeavingKeys(self)
        keys.lock_requested.connect(self.lock_requested)
        keys.hide_requested.connect(self.hide_requested)
        place = store.value(_PLACE)
        if isinstance(place, QByteArray):
            self.restoreGeometry(place)

    @property
    def unseen(self) -> bool:
        """Whether nothing of what goes on can be seen: it is covered for good, or hidden."""
        return self._cover is not None or not self.isVisible()

    def show_screen(self, screen: QWidget, *, keep: bool = False) -> None:
        """Show a screen in place of the one before.

        With ``keep`` it comes back later; any other screen is dropped when the next one is shown.
        """
        before, kept = self._screens.currentWidget(), self._kept
        if keep:
            self._kept = screen
        self._screens.addWidget(screen)
        if self._cover is not None:
            return
        self._screens.setCurrentWidget(screen)
        if before is not None and before is not screen and before is not kept:
            self._screens.removeWidget(before)
            before.deleteLater()

    def cover(self, screen: QWidget) -> None:
        """Put a screen over all there is, dialogs included; what is under it lives on, unseen.

        There is no way back from it: whatever is still done below is never shown.
        """
        self._cover = screen
        self._screens.addWidget(screen)
        self._screens.setCurrentWidget(screen)
        for dialog in self.findChildren(QDialog):
            dialog.hide()

    def let_go(self) -> None:
        """Close the window for good: everything is saved."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Remember the place, and ask first whether all is saved."""
        self._store.setValue(_PLACE, self.saveGeometry())
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()
