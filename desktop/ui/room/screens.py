"""The screens of the room: the couple's and the guide's, on one display or on two."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.notes import NoteKind
from desktop.services.live import LiveSession
from desktop.services.saving import Saving
from desktop.ui.console.commands import Command
from desktop.ui.console.console import Console
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.console.keys import RoomKeys
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.kit import Kit
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.stage import StageWidget
from desktop.ui.stage.window import StageWindow

PRIVATE_NOTES = (NoteKind.PROGRESS, NoteKind.PROCESS)
"""The notes beside the stage, in a practice."""

NOTE_COMMANDS = frozenset(
    {Command.CURTAIN, Command.STAMP, Command.PROGRESS_NOTE, Command.PROCESS_NOTE}
)


class HomeScreens(QObject):
    """At home there is one screen, and both look at it."""

    asked = Signal(Ask)

    def __init__(self, kit: Kit, live: LiveSession, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._room = HomeRoom(kit.look, live.run_time)
        self._room.asked.connect(self.asked)
        self.widget = self._room

    @property
    def shared(self) -> bool:
        """Whether the couple sees the main window."""
        return True

    def refresh(self) -> None:
        """Show the session as it is now."""
        self._room.show_view(self._live.console)

    def take_focus(self) -> None:
        """Let the single keys act."""
        self._room.stage.setFocus()

    def curtain(self) -> None:
        """Nothing here is private."""

    def curtain_for_hand_over(self) -> None:
        """Nothing here is private."""

    def blank(self) -> None:
        """Nothing else was opened."""

    def close(self) -> None:
        """Nothing else was opened."""


class PracticeScreens(QObject):
    """The guide's console, and the stage where the couple sees it.

    Until the guide has said what the couple sees, the notes stay closed. Where both look at one
    screen, the stage fills the window and F11 changes to the console and back.
    """

    asked = Signal(Ask)
    text_edited = Signal(NoteKind, str)
    lock_requested = Signal()

    def __init__(self, kit: Kit, live: LiveSession, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._live = live
        self._sees: CoupleSees | None = None
        self._blank = False
        self._window: StageWindow | None = None
        self._console = Console(kit.look, live.run_time, self._time_text)
        self._stage = StageWidget(kit.look, live.run_time)
        self._stage_keys = RoomKeys(self._stage)
        self.widget = QStackedWidget()
        self.widget.addWidget(self._console)
        self.widget.addWidget(self._stage)
        self._connect()
        self._on_screens_changed()

    @property
    def shared(self) -> bool:
        """Whether the couple sees the main window."""
        return self._sees is CoupleSees.THIS_SCREEN

    def refresh(self) -> None:
        """Show the session as it is now, on each screen what belongs there."""
        view = self._live.console
        self._console.show_view(view)
        self._stage.show_view(view.stage)
        if self._window is not None:
            self._window.show_view(view.stage)

    def show_note(self, kind: NoteKind, text: str) -> None:
        """Show a note as it was saved."""
        self._console.show_note(kind, text)

    def set_status(self, saving: Saving) -> None:
        """Say whether the notes are saved."""
        for kind in PRIVATE_NOTES:
            self._console.set_status(kind, saving)

    def take_focus(self) -> None:
        """Let the single keys act."""
        (self._stage if self._stage.isVisible() else self._console).setFocus()

    def curtain(self) -> None:
        """Cover what the guide alone may see: nobody has touched the computer for a while."""
        self._console.curtain(CoverReason.IDLE)

    def curtain_for_hand_over(self) -> None:
        """Cover it until the guide has the laptop again: a partner gives it back."""
        self._console.curtain(CoverReason.HAND)

    def blank(self) -> None:
        """Leave the couple an empty, calm stage while all is being saved."""
        self._on_blanked(True)

    def close(self) -> None:
        """Close the couple's window."""
        if self._window is not None:
            self._window.let_go()
            self._window.deleteLater()
            self._window = None

    def _connect(self) -> None:
        self._console.asked.connect(self.asked)
        self._console.text_edited.connect(self.text_edited)
        self._console.couple_sees.connect(self._on_couple_sees)
        self._console.blanked.connect(self._on_blanked)
        self._console.lock_requested.connect(self.lock_requested)
        self._console.screens_swapped.connect(self._on_screens_swapped)
        self._stage.asked.connect(self.asked)
        self._stage_keys.pressed.connect(self._on_stage_key)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(self._on_screens_changed)
            app.screenRemoved.connect(self._on_screens_changed)

    def _time_text(self) -> str:
        return self._kit.formats.clock(self._live.stamp().wall)

    def _other_screen(self) -> QScreen | None:
        """A screen on which the main window is not."""
        here = self.widget.screen()
        return next((screen for screen in QGuiApplication.screens() if screen is not here), None)

    @Slot()
    def _on_screens_changed(self) -> None:
        there = self._other_screen() is not None
        self._console.set_second_screen(there)
        if not there and self._sees is CoupleSees.SECOND_SCREEN:
            # Else the couple's window would land on the console's screen, over the notes.
            self._on_couple_sees(CoupleSees.NOTHING)

    @Slot(Command)
    def _on_stage_key(self, command: Command) -> None:
        """What the guide's keys do on the stage: all but what belongs to the notes."""
        if command not in NOTE_COMMANDS:
            self._console.do(command)

    @Slot(CoupleSees)
    def _on_couple_sees(self, sees: CoupleSees) -> None:
        self._sees = sees
        self._console.show_sees(sees)
        self.close()
        other = self._other_screen()
        if sees is CoupleSees.SECOND_SCREEN and other is not None:
            self._window = StageWindow(self._kit.look, self._live.run_time)
            self._window.asked.connect(self.asked)
            self._window.close_requested.connect(self._on_stage_closed)
            self._window.stage.set_blank(self._blank)
            # The console speaks for both, or each change would be told twice.
            self._window.stage.announcer.set_silent(True)
            RoomKeys(self._window).pressed.connect(self._on_stage_key)
            self._window.show_on(other)
        self._show(self._stage if sees is CoupleSees.THIS_SCREEN else self._console)
        self.refresh()

    @Slot()
    def _on_stage_closed(self) -> None:
        self._on_couple_sees(CoupleSees.NOTHING)

    @Slot(bool)
    def _on_blanked(self, blank: bool) -> None:
        self._blank = blank
        self._stage.set_blank(blank)
        if self._window is not None:
            self._window.stage.set_blank(blank)

    @Slot()
    def _on_screens_swapped(self) -> None:
        if self.shared:
            self._show(self._console if self._stage.isVisible() else self._stage)

    def _show(self, screen: Console | StageWidget) -> None:
        self.widget.setCurrentWidget(screen)
        screen.setFocus()
