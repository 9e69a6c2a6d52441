"""The screens of the room: the couple's and the guide's, on one display or on two."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.notes import NoteKind
from desktop.services.live import LiveSession
from desktop.services.saving import Saving
from desktop.services.session_hour import SessionHour
from desktop.ui.console.commands import Command
from desktop.ui.console.console import Console
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.console.keys import RoomKeys
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.kit import Kit
from desktop.ui.room.late_keys import LateKeys
from desktop.ui.room.stage_place import StagePlace
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.stage import StageWidget
from desktop.ui.stage.window import StageWindow

PRIVATE_NOTES = (NoteKind.PROGRESS, NoteKind.PROCESS)
"""The notes beside the stage, in a practice."""

NOTE_COMMANDS = frozenset(
    {
        Command.CURTAIN,
        Command.STAMP,
        Command.PROGRESS_NOTE,
        Command.PROCESS_NOTE,
        Command.MARKS_TO_NOTE,
    }
)


class HomeScreens(QObject):
    """At home there is one screen, and both look at it."""

    asked = Signal(Ask)
    time_agreed = Signal(object)
    has_private = False
    """Nothing here is private."""
    is_known = True
    """It is always known what the couple sees."""

    def __init__(self, kit: Kit, live: LiveSession, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self._room = HomeRoom(kit.look, live.run_time)
        self._room.asked.connect(self.asked)
        self._room.stage.time_agreed.connect(self.time_agreed)
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

    Until the guide has said what the couple sees, the private parts stay closed. Where both look
    at one screen, the stage fills the window, and F11 changes to the console and back; there the
    private parts are covered each time until the guide opens them.
    """

    asked = Signal(Ask)
    time_agreed = Signal(object)
    text_edited = Signal(NoteKind, str)
    home_requested = Signal()
    lock_requested = Signal()
    moved = Signal()
    """The couple sees something else now."""

    def __init__(self, kit: Kit, live: LiveSession, parent: QObject) -> None:
        super().__init__(parent)
        self._kit = kit
        self._live = live
        self._blank = False
        self._console = Console(kit.look, live.run_time, self._time_text)
        self.marks: Final = self._console.marks
        self._stage = StageWidget(kit.look, live.run_time)
        self._stage_keys = RoomKeys(self._stage)
        self._late_keys = LateKeys(self._stage)
        self.widget = QStackedWidget()
        self.widget.addWidget(self._console)
        self.widget.addWidget(self._stage)
        self._place = StagePlace(self.widget, self._make_window, kit.store, self)
        self._connect()
        self._on_screens_changed()

    @property
    def shared(self) -> bool:
        """Whether the couple sees the main window."""
        return self._place.sees is CoupleSees.THIS_SCREEN

    @property
    def is_known(self) -> bool:
        """Whether the guide has said what the couple sees."""
        return self._place.chosen is not None

    @property
    def has_private(self) -> bool:
        """Whether the main window is the guide's own, covered or not."""
        return self.is_known and self._place.chosen is not CoupleSees.THIS_SCREEN

    def refresh(self) -> None:
        """Show the session as it is now, on each screen what belongs there.

        The couple's comes first: what is told first is painted first.
        """
        view = self._live.console
        if self._place.window is not None:
            self._place.window.show_view(view.stage)
        if self.shared:
            self._stage.show_view(view.stage)
        self._console.show_view(view)

    def show_hour(self, hour: SessionHour | None) -> None:
        """Show on the console how long the hour has been going."""
        self._console.show_hour(hour)

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
        """Close the couple's window for good."""
        self._place.close()

    def _connect(self) -> None:
        self._console.asked.connect(self.asked)
        self._console.time_agreed.connect(self.time_agreed)
        self._console.text_edited.connect(self.text_edited)
        self._console.couple_sees.connect(self._place.choose)
        self._console.blanked.connect(self._on_blanked)
        self._console.home_requested.connect(self.home_requested)
        self._console.lock_requested.connect(self.lock_requested)
        self._console.screens_swapped.connect(self._on_screens_swapped)
        self._stage.asked.connect(self.asked)
        self._stage.time_agreed.connect(self.time_agreed)
        self._stage_keys.pressed.connect(self._on_stage_key)
        self._stage_keys.numbered.connect(self._console.mark)
        self._place.moved.connect(self._on_moved)
        self._place.screens_changed.connect(self._on_screens_changed)

    def _make_window(self) -> StageWindow:
        """A stage of its own for the couple, which shows the session as it is now."""
        window = StageWindow(self._kit.look, self._live.run_time)
        window.asked.connect(self.asked)
        window.stage.time_agreed.connect(self.time_agreed)
        window.stage.set_blank(self._blank)
        # The console speaks for both, or each change would be told twice.
        window.stage.announcer.set_silent(True)
        keys = RoomKeys(window)
        keys.pressed.connect(self._on_stage_key)
        keys.numbered.connect(self._console.mark)
        window.show_view(self._live.console.stage)
        return window

    def _time_text(self) -> str:
        return self._kit.formats.clock(self._live.stamp().wall)

    @Slot()
    def _on_screens_changed(self) -> None:
        self._console.set_second_screen(self._place.has_second_screen)

    @Slot(Command)
    def _on_stage_key(self, command: Command) -> None:
        """What the guide's keys do on the stage: all but what belongs to the notes."""
        if command not in NOTE_COMMANDS:
            self._console.do(command)

    @Slot()
    def _on_moved(self) -> None:
        """Give the main window what belongs there now, and tell the guide."""
        if self.shared:
            self._show_stage(by_itself=self._place.chosen is not CoupleSees.THIS_SCREEN)
        else:
            self._show(self._console)
            self._console.lift(CoverReason.SHARED)
        self._console.show_sees(self._place.sees)
        self._console.show_stage_news(self._place.news)
        self.refresh()
        self.moved.emit()

    @Slot(bool)
    def _on_blanked(self, blank: bool) -> None:
        self._blank = blank
        self._stage.set_blank(blank)
        if self._place.window is not None:
            self._place.window.stage.set_blank(blank)

    @Slot()
    def _on_screens_swapped(self) -> None:
        if not self.shared:
            return
        if self._stage.isVisible():
            self._show(self._console)
        else:
            self._show_stage(by_itself=False)

    def _show_stage(self, *, by_itself: bool) -> None:
        """Fill the window with the stage; the console behind it comes up covered."""
        written = self._console.written if self._console.isVisible() else None
        self._console.curtain(CoverReason.SHARED)
        self._show(self._stage)
        if by_itself and written is not None:
            self._late_keys.begin(written)

    def _show(self, screen: Console | StageWidget) -> None:
        """Bring up one of the two, and let the single keys act there."""
        if self.widget.currentWidget() is screen:
            return
        self._late_keys.stop()
        self.widget.setCurrentWidget(screen)
        if screen.isVisible():  # else the wheel is in front of it, and keeps the keys
            screen.setFocus()
