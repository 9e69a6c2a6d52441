"""The therapist's room: the console, and the stage wherever the couple looks."""

from typing import Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.flow.views import ConsoleView
from desktop.domain.notes import NoteKind
from desktop.ui.console.commands import Command
from desktop.ui.console.console import Console
from desktop.ui.console.keys import RoomKeys
from desktop.ui.console.note_pane import TimeText
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.scene import RunClock
from desktop.ui.stage.stage import StageWidget
from desktop.ui.stage.window import StageWindow
from desktop.ui.theme.look import Look

_PRIVATE: Final = (
    Command.CURTAIN,
    Command.PROGRESS_NOTE,
    Command.PROCESS_NOTE,
    Command.STAMP,
    Command.KEY_SHEET,
)
"""Commands that do nothing while the couple looks at this screen."""


class PracticeRoom(QStackedWidget):
    """Shows the console, or on a single screen the stage in its place.

    ``now`` gives the run time in ms, ``time_text`` what a time stamp writes. A stage in a window
    of its own is made and closed here; when its screen goes away, the couple sees nothing.
    ``couple_sees_changed`` says what the couple sees since now.
    """

    asked = Signal(Ask)
    text_edited = Signal(NoteKind, str)
    couple_sees_changed = Signal(CoupleSees)
    lock_requested = Signal()

    def __init__(
        self, look: Look, now: RunClock, time_text: TimeText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now
        self._view: ConsoleView | None = None
        self._blank = False
        self._size = 1.0
        self.console = Console(look, now, time_text)
        self.stage = StageWidget(look, now)
        self.window_for_couple: StageWindow | None = None
        self._sees: CoupleSees | None = None
        self.addWidget(self.console)
        self.addWidget(self.stage)
        self.console.asked.connect(self.asked)
        self.console.text_edited.connect(self.text_edited)
        self.console.lock_requested.connect(self.lock_requested)
        self.console.couple_sees.connect(self.show_to_couple)
        self.console.blanked.connect(self._show_blank)
        self.console.screens_swapped.connect(self.swap_screens)
        self.stage.asked.connect(self.asked)
        RoomKeys(self.stage).pressed.connect(self._do_on_stage)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._screens_changed)
            app.screenRemoved.connect(self._screens_changed)
        self.console.set_second_screen(self._second_screen() is not None)

    @property
    def sees(self) -> CoupleSees | None:
        """What the couple sees, or None before that is answered."""
        return self._sees

    @property
    def stage_fills(self) -> bool:
        """Whether this window shows the stage, and so nothing private."""
        return self.currentWidget() is self.stage

    def show_view(self, view: ConsoleView) -> None:
        """Shows the session as it is now, to the guide and to the couple."""
        self._view = view
        self.console.show_view(view)
        self.stage.show_view(view.stage)
        if self.window_for_couple is not None:
            self.window_for_couple.show_view(view.stage)

    def set_stage_size(self, size: float) -> None:
        """Chooses how large the words on the stage are, 1 to 1.5."""
        self._size = size
        for stage in self._stages():
            stage.set_stage_size(size)

    @Slot(CoupleSees)
    def show_to_couple(self, sees: CoupleSees) -> None:
        """Turns the stage to the couple, or away from it."""
        self._sees = sees
        self._close_window()
        if sees is CoupleSees.SECOND_SCREEN:
            self._open_window()
        self.setCurrentWidget(self.stage if sees is CoupleSees.THIS_SCREEN else self.console)
        self.console.show_sees(sees)
        self.couple_sees_changed.emit(sees)

    @Slot()
    def swap_screens(self) -> None:
        """On a single screen: the stage in place of the console, or the other way round."""
        if self._sees is CoupleSees.THIS_SCREEN:
            self.setCurrentWidget(self.console if self.stage_fills else self.stage)

    def let_go(self) -> None:
        """Closes the couple's window for good; call it when the room is left."""
        self._close_window()

    def _stages(self) -> list[StageWidget]:
        window = self.window_for_couple
        return [self.stage, *([window.stage] if window is not None else [])]

    def _open_window(self) -> None:
        window = StageWindow(self._look, self._now)
        self.window_for_couple = window
        window.asked.connect(self.asked)
        window.close_requested.connect(self._couple_sees_nothing)
        RoomKeys(window).pressed.connect(self._do_on_stage)
        window.stage.set_stage_size(self._size)
        window.stage.set_blank(self._blank)
        if self._view is not None:
            window.show_view(self._view.stage)
        screen = self._second_screen()
        if screen is not None:
            window.show_on(screen)
        else:
            window.show()

    def _close_window(self) -> None:
        if self.window_for_couple is not None:
            self.window_for_couple.let_go()
            self.window_for_couple.deleteLater()
            self.window_for_couple = None

    def _second_screen(self) -> QScreen | None:
        here = self.screen()
        return next((screen for screen in QGuiApplication.screens() if screen is not here), None)

    @Slot(Command)
    def _do_on_stage(self, command: Command) -> None:
        if command is Command.SWAP_SCREENS:
            self.swap_screens()
        elif command not in _PRIVATE:
            self.console.do(command)

    @Slot(bool)
    def _show_blank(self, blank: bool) -> None:
        self._blank = blank
        for stage in self._stages():
            stage.set_blank(blank)

    @Slot()
    def _couple_sees_nothing(self) -> None:
        self.show_to_couple(CoupleSees.NOTHING)

    @Slot()
    def _screens_changed(self) -> None:
        second = self._second_screen()
        self.console.set_second_screen(second is not None)
        if second is None and self._sees is CoupleSees.SECOND_SCREEN:
            self._couple_sees_nothing()
