"""The keys that lead away at once, from any window of ours."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

_SERVED: Final = "leavingKeys"


class LeavingKeys(QObject):
    """Listens to Ctrl+L and F12 in a window and in each dialog that opens over it.

    Qt puts the shortcuts of a whole application to sleep while a dialog is open, but somebody who
    has to hide the screen can't close dialogs first. So each window gets shortcuts of its own as
    soon as the keyboard is in it.
    """

    lock_requested = Signal()
    hide_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._serve(window)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    @Slot("QWidget*", "QWidget*")
    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None:
            self._serve(new.window())

    def _serve(self, window: QWidget) -> None:
        if window.property(_SERVED):
            return
        window.setProperty(_SERVED, True)
        for keys, signal in (("Ctrl+L", self.lock_requested), ("F12", self.hide_requested)):
            QShortcut(QKeySequence(keys), window).activated.connect(signal)
