"""The console: everything the guide needs in the room, and nothing for the couple's eyes."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.domain.flow.views import ConsoleView
from desktop.domain.notes import NoteKind
from desktop.services.saving import Saving
from desktop.services.session_hour import SessionHour
from desktop.ui.console.asking import ask_for
from desktop.ui.console.columns import ColumnLine, scroller
from desktop.ui.console.commands import Command
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.key_sheet import KeySheet
from desktop.ui.console.keys import RoomKeys
from desktop.ui.console.note_pane import TimeText
from desktop.ui.console.notes_column import NotesColumn
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.console.stage_column import StageColumn
from desktop.ui.console.stage_news import StageNews, StageNotice
from desktop.ui.console.steady import steady_focus
from desktop.ui.console.steps_column import StepsColumn
from desktop.ui.console.top_bar import TopBar
from desktop.ui.stage.announcer import Announcer
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.scene import RunClock
from desktop.ui.theme.look import Look
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius
from desktop.ui.widgets.text_area import TextArea

FOLDS_BELOW: Final = 1100
"""Narrower than this (in pixels at the usual size of text) all stands in one column."""

FOLDS_ABOVE: Final = 1.5
"""With text larger than this as well."""

LOW_BELOW: Final = 1000
"""Lower than this (in pixels at the usual size of text) the middle column takes less room."""

_ANY: Final = 16_777_215
"""Qt's own largest size, which stands for no limit."""

_STEPS_SHARE: Final = (0.19, 244, 288)
_NOTES_SHARE: Final = (0.25, 316, 396)
"""A side column's share of the window's width, and its smallest and largest width in pixels."""

_GAP: Final = 12
_MARGIN: Final = 16


class Console(QWidget):
    """Drives a session. It is told all by ``show_view`` and asks for all by ``asked``.

    ``now`` gives the run time in ms, ``time_text`` what a time stamp writes. ``couple_sees``
    carries the answer to the room check and each later change; ``text_edited`` each change of a
    note. ``closed`` decides what private parts may show: nothing before the room check is answered,
    and nothing under the curtain. Whatever only the guide may see follows it in ``_cover_private``.
    """

    asked = Signal(Ask)
    couple_sees = Signal(CoupleSees)
    time_agreed = Signal(object)
    text_edited = Signal(NoteKind, str)
    blanked = Signal(bool)
    home_requested = Signal()
    lock_requested = Signal()
    screens_swapped = Signal()

    def __init__(
        self, look: Look, now: RunClock, time_text: TimeText, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now
        self._time_text = time_text
        self._view: ConsoleView | None = None
        self._as_of = 0
        self._bar = TopBar(look)
        self._news = StageNotice(look)
        self._left = StepsColumn(look)
        self._middle = StageColumn(look, now, rest=self)
        self._notes = NotesColumn(look, time_text)
        self.marks: Final = self._middle.marks
        self._lay_out()
        self._connect()
        self.announcer = Announcer(self)
        self.keys = RoomKeys(self)
        self.keys.pressed.connect(self.do)
        self.keys.numbered.connect(self.mark)
        self._ticker = QTimer(self)
        self._ticker.setInterval(1000)
        self._ticker.timeout.connect(self.tick)
        # Focus rests here until a field or a button is chosen, so that single keys act.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        set_focus_radius(self, OWN_FOCUS)
        look.changed.connect(self._fold)
        self.retranslate()
        self._cover_private()

    def retranslate(self) -> None:
        """Writes the fixed words in the language shown."""
        self.setAccessibleName(self.tr("Console"))

    def show_view(self, view: ConsoleView) -> None:
        """Shows the session as it is now."""
        self._view = view
        self._as_of = self._now()
        with steady_focus(self, self):
            self._bar.show_view(view.stage)
            self._left.show_view(view)
            self._middle.show_view(view)
        self._show_times()
        self._keep_ticking(view)
        self.announcer.follow(view.stage)

    def show_hour(self, hour: SessionHour | None) -> None:
        """Shows how long the hour has been going and when it ends, to the guide alone."""
        self._left.show_hour(hour)

    def show_sees(self, sees: CoupleSees | None) -> None:
        """Shows what the couple sees; the private parts open as soon as that is known."""
        with steady_focus(self, self):
            self._bar.show_sees(sees)
            if sees is not None:
                self._notes.open()
            self._cover_private()

    def show_stage_news(self, news: StageNews | None) -> None:
        """Says what became of the stage without the guide."""
        self._news.show_news(news)

    def set_second_screen(self, there: bool) -> None:
        """Says whether a second screen is connected."""
        self._notes.check.set_second_screen(there)
        self._bar.set_second_screen(there)

    def show_note(self, kind: NoteKind, text: str) -> None:
        """Shows a note as it was saved."""
        self._notes.show_note(kind, text)

    def set_status(self, kind: NoteKind, saving: Saving) -> None:
        """Says whether a note is saved."""
        self._notes.set_status(kind, saving)

    @property
    def closed(self) -> bool:
        """Whether nothing private may be seen here now."""
        return self._notes.closed

    @property
    def curtained(self) -> bool:
        """Whether the private parts are covered."""
        return self._notes.curtained

    @property
    def written(self) -> TextArea | None:
        """The note in which somebody is writing."""
        return self._notes.written

    def curtain(self, reason: CoverReason) -> None:
        """Covers all that is not on the stage too: notes, hints, floor times, times of steps."""
        self._notes.cover(reason)
        self._cover_private()

    @Slot()
    def open_curtain(self) -> None:
        """Shows the private parts again."""
        self._notes.uncover()
        self._cover_private()

    def lift(self, reason: CoverReason) -> None:
        """Opens the curtain where it was drawn for this reason and no other."""
        if self._notes.reason is reason:
            self.open_curtain()

    @Slot(Command)
    def do(self, command: Command) -> None:
        """Carries out a command: here where it concerns the console, else by asking for it."""
        match command:
            case Command.CURTAIN:
                self._turn_curtain()
            case Command.PROGRESS_NOTE:
                self._notes.write(NoteKind.PROGRESS)
            case Command.PROCESS_NOTE:
                self._notes.write(NoteKind.PROCESS)
            case Command.STAMP:
                self._notes.stamp()
            case Command.TAKE_MARK_BACK if self._notes.is_open:
                self.marks.taken_back.emit()
            case Command.MARKS_TO_NOTE:
                self.marks.put_into_note()
            case Command.KEY_SHEET:
                KeySheet(self._look, self).open()
            case Command.SWAP_SCREENS:
                self.screens_swapped.emit()
            case _:
                ask = ask_for(command, self._view) if self._view is not None else None
                if ask is not None:
                    self.asked.emit(ask)

    @Slot(Command, int)
    def mark(self, command: Command, number: int) -> None:
        """Sets a mark by its key, also while the marks are covered, but not before the answer."""
        if self._notes.is_open:
            self.marks.strike(command, number)

    def showEvent(self, event: QShowEvent, /) -> None:
        """Takes the focus, so that the single keys act and no button is offered first."""
        super().showEvent(event)
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Escape leads out of a note, so that the single keys act again."""
        if event.key() == Qt.Key.Key_Escape:
            self.setFocus()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Folds into one column where three do not fit."""
        super().resizeEvent(event)
        self._fold()

    def _lay_out(self) -> None:
        body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._columns.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._columns.setSpacing(_GAP)
        self._lines = (ColumnLine(self._look), ColumnLine(self._look))
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._lines[0])
        self._columns.addWidget(self._middle, 1)
        self._columns.addWidget(self._lines[1])
        self._columns.addWidget(self._notes)
        self._body = scroller(body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._bar)
        whole.addWidget(self._news)
        whole.addWidget(self._body, 1)

    def _connect(self) -> None:
        for part in (self._left, self._middle):
            part.commanded.connect(self.do)
        self._middle.asked.connect(self.asked)
        self._middle.time_agreed.connect(self.time_agreed)
        self._bar.chosen.connect(self.couple_sees)
        self._news.choice_wanted.connect(self._bar.open_choices)
        self._bar.blanked.connect(self._blank)
        self._bar.home_requested.connect(self.home_requested)
        self._bar.locked.connect(self.lock_requested)
        self._notes.answered.connect(self.couple_sees)
        self._notes.text_edited.connect(self.text_edited)
        self._notes.opened.connect(self.open_curtain)
        self.marks.noted.connect(self._notes.add_lines)

    @Slot()
    def _fold(self) -> None:
        scale = self._look.text_scale
        folded = self.width() < FOLDS_BELOW * scale or scale > FOLDS_ABOVE
        way = QBoxLayout.Direction
        self._columns.setDirection(way.TopToBottom if folded else way.LeftToRight)
        for part, share in ((self._left, _STEPS_SHARE), (self._notes, _NOTES_SHARE)):
            if folded:
                part.setMinimumWidth(0)
                part.setMaximumWidth(_ANY)
            else:
                part.setFixedWidth(self._side_width(share))
        low = not folded and self.height() < LOW_BELOW * scale
        self._left.set_folded(folded)
        self._middle.set_folded(folded, low=low)
        for line in self._lines:
            line.setVisible(not folded)

    def _side_width(self, share: tuple[float, int, int]) -> int:
        part, least, most = share
        scale = self._look.text_scale
        return round(min(most * scale, max(least * scale, self.width() * part)))

    def _turn_curtain(self) -> None:
        if self.curtained:
            self.open_curtain()
        else:
            self.curtain(CoverReason.HAND)

    def _cover_private(self) -> None:
        for part in (self._left, self._middle):
            part.set_covered(self.closed)

    @Slot(bool)
    def _blank(self, blank: bool) -> None:
        self._middle.set_blank(blank)
        self.blanked.emit(blank)

    def _keep_ticking(self, view: ConsoleView) -> None:
        if _is_running(view):
            self._ticker.start()
        else:
            self._ticker.stop()

    @Slot()
    def tick(self) -> None:
        """Lets a second pass: the times go on."""
        self._show_times()

    def _show_times(self) -> None:
        """The times grow from when the view was made."""
        view = self._view
        if view is not None:
            since = max(0, self._now() - self._as_of)
            self._left.show_times(view, since, running=_is_running(view))
            self._middle.show_times(view, since, self._time_text())


def _is_running(view: ConsoleView) -> bool:
    timer = view.stage.timer
    return view.floor_running is not None or (timer is not None and timer.running)
