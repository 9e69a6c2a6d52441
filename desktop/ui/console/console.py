"""The console: everything the guide needs in the room, and nothing for the couple's eyes."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.domain.flow.views import ConsoleView
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.services.saving import Saving
from desktop.services.session_hour import SessionHour
from desktop.ui.console.asking import ask_for
from desktop.ui.console.columns import ColumnLine, Titled, column, heading, row, scroller, set_gap
from desktop.ui.console.comes_next import ComesNext
from desktop.ui.console.commands import Command
from desktop.ui.console.controls import CONSOLE, Answers, Controls
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.guide import GuideMoves, Hints
from desktop.ui.console.hour import Hour
from desktop.ui.console.key_sheet import KeySheet
from desktop.ui.console.keys import RoomKeys
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.note_pane import TimeText
from desktop.ui.console.notes_column import NotesColumn
from desktop.ui.console.readouts import Readouts
from desktop.ui.console.return_times import ReturnTimes
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.console.stage_news import StageNews, StageNotice
from desktop.ui.console.steady import steady_focus
from desktop.ui.console.step_list import StepList
from desktop.ui.console.times import GiveBack, TimesRow
from desktop.ui.console.top_bar import TopBar
from desktop.ui.formats import Formats
from desktop.ui.marks.panel import MarksPanel
from desktop.ui.stage.announcer import Announcer
from desktop.ui.stage.answers import told_answers
from desktop.ui.stage.asks import Ask
from desktop.ui.stage.scene import RunClock
from desktop.ui.theme.look import Look
from desktop.ui.widgets.floor_balance import FloorBalance
from desktop.ui.widgets.focus_ring import OWN_FOCUS, set_focus_radius
from desktop.ui.widgets.text import Text
from desktop.ui.widgets.text_area import TextArea

FOLDS_BELOW: Final = 1100
"""Narrower than this (in pixels at the usual size of text) all stands in one column."""

FOLDS_ABOVE: Final = 1.5
"""With text larger than this as well."""

LOW_BELOW: Final = 800
"""Lower than this (in pixels at the usual size of text) the middle column takes less room."""

_STEPS_SHARE: Final = (0.19, 244, 288)
_NOTES_SHARE: Final = (0.25, 316, 396)
"""A side column's share of the window's width, and its smallest and largest width in pixels."""

_STEPS_FOLDED: Final = 160
_MIRROR_FOLDED: Final = 225
_GAP: Final = 12
_LOW_GAP: Final = 8
_MARGIN: Final = 16
_ANY: Final = 16_777_215
"""Qt's own largest size, which stands for no limit."""


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
        self._view: ConsoleView | None = None
        self._as_of = 0
        self._make_parts(time_text)
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
        self._steps_title.setText(self.tr("Steps"))
        self._keys_hint.setText(self.tr("The right arrow moves on, the left one goes back."))
        self._stage_title.setText(self.tr("On the stage now"))
        self._floor_title.setText(self.tr("Floor time"))
        self._balance.setAccessibleName(self._floor_title.text())
        self._mirror.setAccessibleName(self._stage_title.text())
        self.setAccessibleName(self.tr("Console"))

    def show_view(self, view: ConsoleView) -> None:
        """Shows the session as it is now."""
        self._view = view
        self._as_of = self._now()
        with steady_focus(self, self):
            self._show_parts(view)
        self._show_times()
        self._keep_ticking(view)
        self.announcer.follow(view.stage)
        QTimer.singleShot(0, self, self._reveal_step)

    def _show_parts(self, view: ConsoleView) -> None:
        stage = view.stage
        self._bar.show_view(stage)
        self._steps.show_steps(view.steps, stage.name_a, stage.name_b)
        self._next.show_view(view)
        self._moves.show_view(view)
        self._mirror.show_view(stage)
        self._mirror.setAccessibleDescription(_told(view))
        self._readouts.show_view(stage)
        self._answers.show_view(view)
        self._return_times.show_view(stage)
        self._controls.show_view(view)
        self._hints.show_view(view)
        self._times.show_view(view)
        self._give_back.show_view(view)

    def show_hour(self, hour: SessionHour | None) -> None:
        """Shows how long the hour has been going and when it ends, to the guide alone."""
        self._hour.show_hour(hour)
        self._cover_private()

    def show_sees(self, sees: CoupleSees | None) -> None:
        """Shows what the couple sees; the private parts open as soon as that is known."""
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

    def _make_parts(self, time_text: TimeText) -> None:
        look = self._look
        self._bar = TopBar(look)
        self._news = StageNotice(look)
        self._steps_title = Text(look, role="label", weight=600)
        self._hour = Hour(look)
        self._times = TimesRow(look)
        self._give_back = GiveBack(look)
        self._so_far = Text(look, role="small", ink="text-muted")
        self._steps = StepList(look)
        self._next = ComesNext(look)
        self._moves = GuideMoves(look)
        self._keys_hint = Text(look, role="small", ink="text-muted", wrap=True)
        self._stage_title = Text(look, role="label", weight=600)
        self._mirror = Mirror(look, self._now)
        self._readouts = Readouts(look, self._now)
        self._answers = Answers(look)
        self._return_times = ReturnTimes(look)
        self._controls = Controls(look, CONSOLE)
        self._hints = Hints(look)
        self._floor_title = Text(look, role="label", weight=600)
        self._balance = FloorBalance(look)
        self.marks = MarksPanel(look, rest=self)
        self._time_text = time_text
        self._notes = NotesColumn(look, time_text)
        for part in self._private_lines():
            # Nothing else moves when they are covered.
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)

    def _private_lines(self) -> tuple[QWidget, ...]:
        return self._so_far, self._floor_title, self._balance

    def _lay_out(self) -> None:
        self._steps_area = scroller(self._steps)
        self._left = column(
            row(self._steps_title, self._so_far),
            self._hour,
            self._steps_area,
            self._next,
            self._times,
            self._moves,
            self._keys_hint,
        )
        self._floor = Titled(heading(self._floor_title, self._give_back), self._balance)
        self._middle = column(
            heading(self._stage_title, self._readouts),
            self._mirror,
            self._answers,
            self._return_times,
            self._controls,
            self._floor,
            self.marks,
            self._hints,
        )
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
        for part in (self._next, self._times, self._moves, self._answers, self._controls):
            part.commanded.connect(self.do)
        self._give_back.given.connect(self.do)
        self._return_times.agreed.connect(self.time_agreed)
        self._hints.asked.connect(self.asked)
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
        height = self._look.px(_STEPS_FOLDED)
        self._steps_area.setMinimumHeight(height)
        self._steps_area.setMaximumHeight(height if folded else _ANY)
        low = not folded and self.height() < LOW_BELOW * scale
        for part in (self._mirror, self._controls, self._floor, self._hints):
            part.set_low(low)
        set_gap(self._middle, _LOW_GAP if low else _GAP)
        self._keys_hint.setVisible(not folded)
        self._mirror.setMinimumHeight(_MIRROR_FOLDED if folded else 0)
        # Side by side, the picture of the stage has their room; in one column it keeps its height.
        self._answers.keep_place(kept=folded)
        QTimer.singleShot(0, self, self._reveal_step)
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
        covered = self.closed
        for part in self._private_lines():
            part.setVisible(not covered)
        self._so_far.setVisible(not covered and not self._hour.is_shown)
        self._hour.set_covered(self._notes.closed)
        self._give_back.set_covered(covered)
        self._steps.show_times(not covered)
        self._hints.set_covered(covered)
        self.marks.set_covered(self._notes.closed)

    @Slot(bool)
    def _blank(self, blank: bool) -> None:
        self._mirror.set_blank(blank)
        self.blanked.emit(blank)

    def _keep_ticking(self, view: ConsoleView) -> None:
        timer = view.stage.timer
        if view.floor_running is not None or (timer is not None and timer.running):
            self._ticker.start()
        else:
            self._ticker.stop()

    @Slot()
    def tick(self) -> None:
        """Lets a second pass: the times go on."""
        self._readouts.tick()
        self._show_times()

    def _show_times(self) -> None:
        """The times grow from when the view was made."""
        view = self._view
        if view is None:
            return
        since = max(0, self._now() - self._as_of)
        floor_a = view.floor_a + (since if view.floor_running is Partner.A else 0)
        floor_b = view.floor_b + (since if view.floor_running is Partner.B else 0)
        self._balance.show_times(view.stage.name_a, floor_a, view.stage.name_b, floor_b)
        timer = view.stage.timer
        running = view.floor_running is not None or (timer is not None and timer.running)
        current = self._steps.current
        if current is not None:
            self._steps.show_spent(current.line.spent + (since if running else 0))
        so_far = Formats().minutes(view.so_far + since)
        self._so_far.setText(self.tr("{minutes} so far").format(minutes=so_far))
        self.marks.show_now(view.so_far + since, self._time_text())

    @Slot()
    def _reveal_step(self) -> None:
        step = self._steps.current
        if step is not None:
            self._steps_area.ensureWidgetVisible(step, 0, 90)


def _told(view: ConsoleView) -> str:
    """What the picture of the stage shows, for those who can't see it."""
    stage = view.stage
    texts = (stage.step_title, stage.speaker_text or stage.both_text, stage.listener_text)
    texts += told_answers(stage)
    return " ".join(text for text in texts if text)
