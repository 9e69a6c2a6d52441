"""The screens of the computer, and which of them may be the couple's."""

from PySide6.QtCore import QEvent, QObject, QRect, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen, QWindow
from PySide6.QtWidgets import QWidget


class SecondScreen(QObject):
    """Looks for a screen that shows nothing of the window in which ``room`` is.

    A screen that overlaps the window's own shows the same picture, as mirrored ones do on some
    systems; on the others a mirrored screen is none at all.
    """

    changed = Signal()
    """A screen came, went, or shows another part, or the window is on another one."""

    def __init__(self, room: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._room = room
        self._followed: QWindow | None = None
        room.installEventFilter(self)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screen_added)
            app.screenRemoved.connect(self._on_changed)
        for screen in QGuiApplication.screens():
            screen.geometryChanged.connect(self._on_changed)

    def find(self, before: QScreen | None = None) -> QScreen | None:
        """The couple's screen; the one from ``before`` where it still can be."""
        screens = QGuiApplication.screens()
        here = self._room.screen()
        if here not in screens:  # it has just gone, and the window comes to the main one
            here = QGuiApplication.primaryScreen()
        apart = [screen for screen in screens if _are_apart(screen, here)]
        return before if before in apart else next(iter(apart), None)

    def eventFilter(self, watched: QObject, event: QEvent, /) -> bool:
        """Once the room is shown, its window can be followed from screen to screen."""
        if watched is self._room and event.type() is QEvent.Type.Show:
            self._follow(self._room.window().windowHandle())
        return False

    def _follow(self, window: QWindow) -> None:
        if window is not self._followed:
            self._followed = window
            window.screenChanged.connect(self._on_changed)
            self._on_changed()

    @Slot(QScreen)
    def _on_screen_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def _are_apart(one: QScreen, other: QScreen) -> bool:
    area: QRect = one.geometry().intersected(other.geometry())
    return one is not other and area.isEmpty()
