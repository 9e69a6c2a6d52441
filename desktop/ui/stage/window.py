"""The couple's own window: on the screen that is turned to them, or to be shared in a call."""

from typing import Final

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QScreen
from PySide6.QtWidgets import QMainWindow

from desktop.domain.flow.views import StageView
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.scene import RunClock
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look

TITLE = "Turnstone stage"
_USUAL: Final = QSize(1280, 720)
_LEAST: Final = QSize(480, 270)


class StageWindow(QMainWindow):
    """Holds a stage, on a whole screen or in an ordinary window. Its title names nobody.

    It can't be closed from its own side: Esc does nothing, and a wish of the window system to
    close it becomes ``close_requested``, since the couple would face a desktop. It never takes the
    keyboard from the guide's window, also when it is touched.
    """

    asked = Signal(Ask)
    close_requested = Signal()

    def __init__(self, look: Look, now: RunClock) -> None:
        super().__init__()
        self._may_close = False
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(TITLE)
        self.resize(_USUAL)
        self.stage = StageWidget(look, now)
        self.stage.asked.connect(self.asked)
        self.setCentralWidget(self.stage)

    def show_view(self, view: StageView) -> None:
        """Shows what the couple may see, at once: before the console is laid out anew."""
        if self.stage.show_view(view):
            self.stage.repaint()

    def fill(self, screen: QScreen) -> None:
        """Fills a screen; called again, it follows the screen's size."""
        if not self.isVisible():
            self.setScreen(screen)
        if self.geometry() != screen.geometry():
            self.setGeometry(screen.geometry())
        if not self.isVisible():
            # Not showFullScreen, which asks for the keyboard.
            self.setWindowState(Qt.WindowState.WindowFullScreen)
            self.show()

    def show_to_share(self, place: QByteArray | None) -> None:
        """Shows an ordinary window, where it was when ``saveGeometry`` gave this place."""
        self.setMinimumSize(_LEAST)
        if place is None or not self.restoreGeometry(place):
            room = self.screen().availableSize()
            self.resize(_USUAL.boundedTo(room * 0.8))
        self.show()

    def stay_in_sight(self) -> None:
        """Comes to the main screen when the one where it stood is gone."""
        screens = QGuiApplication.screens()
        if not any(screen.geometry().intersects(self.frameGeometry()) for screen in screens):
            self.move(QGuiApplication.primaryScreen().availableGeometry().topLeft())

    def let_go(self) -> None:
        """Closes the window for good."""
        self._may_close = True
        self.close()
        self.hide()  # closing does nothing while the window system's own wish is answered

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Stays open until ``let_go``."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()
