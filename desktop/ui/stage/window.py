"""The window on the screen that is turned to the couple."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QScreen
from PySide6.QtWidgets import QMainWindow

from desktop.domain.flow.views import StageView
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.scene import RunClock
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look

TITLE = "Turnstone stage"
_USUAL = QSize(1280, 720)


class StageWindow(QMainWindow):
    """Holds a stage, full screen on a screen of its own. Its title names nobody.

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
        """Shows what the couple may see."""
        self.stage.show_view(view)

    def show_on(self, screen: QScreen) -> None:
        """Fills a screen."""
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen, which asks for the keyboard.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.show()

    def let_go(self) -> None:
        """Closes the window for good."""
        self._may_close = True
        self.close()

    def closeEvent(self, event: QCloseEvent, /) -> None:
        """Stays open until ``let_go``."""
        if self._may_close:
            event.accept()
            return
        event.ignore()
        self.close_requested.emit()
