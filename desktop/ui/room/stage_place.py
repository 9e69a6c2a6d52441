"""Where the couple's stage is: on the second screen, on this one, in a window, or nowhere."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal, Slot
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from desktop.ui.console.room_check import CoupleSees
from desktop.ui.console.stage_news import StageNews
from desktop.ui.room.second_screen import SecondScreen
from desktop.ui.stage.window import StageWindow

PLACE: Final = "stage/place"
"""Under this name the place of the window to share is remembered."""


class StagePlace(QObject):
    """Carries out what the guide chose, and keeps to it as screens come and go.

    While the second screen is away the stage is on this one, since the couple may look here now.
    It goes out again by itself. ``room`` is in the guide's window, ``make_window`` makes a stage
    of its own that shows the session, ``store`` remembers where the window to share was.
    """

    moved = Signal()
    """The couple sees something else now."""

    screens_changed = Signal()
    """Perhaps there is a second screen now, or no longer."""

    def __init__(
        self,
        room: QWidget,
        make_window: Callable[[], StageWindow],
        store: QSettings,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._make_window = make_window
        self._store = store
        self._chosen: CoupleSees | None = None
        self._sees: CoupleSees | None = None
        self._screen: QScreen | None = None
        self._window: StageWindow | None = None
        self._window_closed = False
        self._over = False
        self._second = SecondScreen(room, self)
        self._second.changed.connect(self._on_screens_changed)

    @property
    def chosen(self) -> CoupleSees | None:
        """What the guide chose; None is not asked yet."""
        return self._chosen

    @property
    def sees(self) -> CoupleSees | None:
        """What the couple sees now."""
        return self._sees

    @property
    def window(self) -> StageWindow | None:
        """The couple's own window, where there is one."""
        return self._window

    @property
    def news(self) -> StageNews | None:
        """What the guide did not choose but should know."""
        if self._window_closed:
            return StageNews.WINDOW_CLOSED
        return StageNews.SCREEN_AWAY if self._sees is not self._chosen else None

    @property
    def has_second_screen(self) -> bool:
        """Whether there is a screen for the couple alone."""
        return self._second.find() is not None

    def choose(self, sees: CoupleSees) -> None:
        """Let the couple see this from now on."""
        self._choose(sees)

    def close(self) -> None:
        """Take the couple's window away for good: the session is over here."""
        self._over = True
        self._drop_window()

    def _choose(self, sees: CoupleSees, *, window_closed: bool = False) -> None:
        self._window_closed = window_closed
        self._chosen = sees
        self._settle()
        self.moved.emit()

    def _settle(self) -> None:
        """Bring the stage to where it belongs now."""
        sees, screen = self._chosen, None
        if sees is CoupleSees.SECOND_SCREEN:
            screen = self._second.find(self._screen)
            sees = sees if screen is not None else CoupleSees.THIS_SCREEN
        if sees is not self._sees or screen is not self._screen:
            # A window that fills one screen is not moved to another: not all systems can do it.
            self._drop_window()
        self._sees, self._screen = sees, screen
        if screen is not None:
            self._open_window().fill(screen)
        elif sees is CoupleSees.WINDOW:
            self._share(self._window)

    def _share(self, window: StageWindow | None) -> None:
        if window is not None:
            window.stay_in_sight()
            return
        place = self._store.value(PLACE)
        self._open_window().show_to_share(place if isinstance(place, QByteArray) else None)

    def _open_window(self) -> StageWindow:
        if self._window is None:
            self._window = self._make_window()
            self._window.close_requested.connect(self._on_close_requested)
        return self._window

    def _drop_window(self) -> None:
        if self._window is None:
            return
        if self._sees is CoupleSees.WINDOW:
            self._store.setValue(PLACE, self._window.saveGeometry())
        self._window.let_go()
        self._window.deleteLater()
        self._window = None

    @Slot()
    def _on_close_requested(self) -> None:
        self._choose(CoupleSees.NOTHING, window_closed=True)

    @Slot()
    def _on_screens_changed(self) -> None:
        if self._over:
            return
        before = (self._sees, self._screen)
        self._settle()
        self.screens_changed.emit()
        if before != (self._sees, self._screen):
            self.moved.emit()
