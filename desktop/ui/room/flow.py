"""One session from its first step to its end: room, wheel, review."""

from asyncio import Task
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.errors import MoveRefusedError, TurnstoneError
from desktop.domain.flow.events import Paused, SessionFinished, TimeRanOut
from desktop.domain.flow.state import State
from desktop.domain.notes import NoteKind
from desktop.domain.session import Setting
from desktop.services.keeping import SessionKeeper
from desktop.services.live import LiveSession, MakeEvent
from desktop.services.saving import Saving
from desktop.services.session_hour import SessionHour
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.dialogs.unsaved import ask_to_leave_unsaved
from desktop.ui.export import ExportFlow
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.room.answers import event_for
from desktop.ui.room.between_flow import BetweenFlow
from desktop.ui.room.break_flow import BreakFlow
from desktop.ui.room.card_flow import CardFlow
from desktop.ui.room.doorkeeper import Doorkeeper
from desktop.ui.room.farewell import Farewell
from desktop.ui.room.marks_flow import MarksFlow
from desktop.ui.room.review_flow import ReviewFlow
from desktop.ui.room.screens import PRIVATE_NOTES, HomeScreens, PracticeScreens
from desktop.ui.room.sounds import RoomSounds
from desktop.ui.room.time_watch import TimeWatch
from desktop.ui.room.times_flow import TimesFlow
from desktop.ui.room.wheel_flow import WheelFlow
from desktop.ui.stage.asks import Ask
from desktop.ui.words import sentence

WHEEL = "feelings"
DECK = "emotional-closeness"


class RoomFlow(QObject):
    """Leads a live session through its screens, and saves all that happens on them.

    After an exercise comes the next one that is planned, else the review; both lead on.
    """

    ended = Signal()
    """The session is finished; the home page comes next."""

    left = Signal()
    """The session was put away and can be resumed; the home page comes next."""

    lock_requested = Signal()
    acted = Signal()
    """Somebody did something, by whatever means."""

    return_time_came = Signal()
    """The agreed end of a break came, and the page has changed to ask whether both are ready."""

    def __init__(self, kit: Kit, vault: OpenVault, live: LiveSession, window: MainWindow) -> None:
        super().__init__(window)
        self._kit = kit
        self._vault = vault
        self._window = window
        self._told_failure = False
        self._trouble: TurnstoneError | None = None
        self._leaving = False
        self._over = False
        self._finishing: Task[None] | None = None
        self._keeper = SessionKeeper(
            live,
            sessions=vault.sessions,
            notes=vault.notes,
            worker=kit.worker,
            clock=vault.clock,
            told=self._on_saving_told,
        )
        practice = live.session.setting is Setting.PRACTICE
        self._screens: HomeScreens | PracticeScreens = (
            PracticeScreens(kit, live, self) if practice else HomeScreens(kit, live, self)
        )
        self._wheel = WheelFlow(kit.look, vault.library.wheels.get(WHEEL), self._keeper, self)
        self._cards = CardFlow(kit.look, vault.library.decks.get(DECK), self._keeper, self)
        self._times = TimesFlow(kit, live, self._happen, window, self)
        self._sounds = RoomSounds(kit.look, kit.player.play, self)
        self._breaks = BreakFlow(live, self._happen, self)
        self._between = BetweenFlow(kit, vault, self._keeper, window, self)
        self._marks = (
            MarksFlow(kit, vault, self._keeper, self._screens.marks, self)
            if isinstance(self._screens, PracticeScreens)
            else None
        )
        self._review: ReviewFlow | None = None
        self.screen = QStackedWidget()
        self.screen.addWidget(self._screens.widget)
        self.screen.addWidget(self._wheel.screen)
        self.screen.addWidget(self._cards.screen)
        self._time = TimeWatch(self._keeper, self)
        self.doorkeeper: Final = Doorkeeper(kit, vault, window, live.session.setting)
        self._farewell = Farewell(kit, self.doorkeeper, self.screen, self)
        self.screen.addWidget(self._between.screen)
        self._connect()

    @property
    def session_id(self) -> str:
        """The id of the session that is going on."""
        return self._keeper.live.session.id

    async def open(self, *, resumed: bool) -> None:
        """Show the session where it stands; a ``resumed`` one waits until both are ready."""
        if resumed:
            self.stand_still()
            self._breaks.ask_if_over()
        await self._show_notes()
        self._over = self._may_look_back
        self._after_event()
        await self._show_what_is_next()

    async def _show_notes(self) -> None:
        if isinstance(self._screens, PracticeScreens):
            self._screens.show_hour(await self._hour())
            for kind in PRIVATE_NOTES:
                self._screens.show_note(kind, (await self._keeper.load(kind)).text)
        if self._marks is not None:
            await self._marks.open()

    async def _hour(self) -> SessionHour | None:
        """The hour that this session is planned for, if any."""
        kept = await self._kit.worker.run(self._vault.preferences.load)
        if not kept.session_minutes:
            return None
        began_at = self._keeper.live.session.began_at
        return SessionHour(self._vault.clock, began_at, kept.session_minutes)

    async def saved(self) -> bool:
        """Wait until all is saved; False when that takes longer than it should."""
        return await self._keeper.saved()

    async def put_away(self) -> bool:
        """Save everything before the window goes; False when the user wants to stay."""
        self.stand_still()
        if not await self._keeper.saved():
            if not await ask_to_leave_unsaved(self._kit.look, self._window):
                return False
            self._keeper.abandon()
        self._breaks.rest()
        self._screens.close()
        return True

    def moment(self) -> tuple[State, int]:
        """The state as it is now, and the run time in ms."""
        self._time.look()
        return self._keeper.live.state, self._keeper.live.run_time()

    def cover_private(self) -> None:
        """Cover what is private beside the stage: nobody has touched the computer."""
        self._screens.curtain()

    def leave(self) -> None:
        """Stop the timer; from now on troubles are told only to who asks for them."""
        self._leaving = True
        self._breaks.rest()
        self._screens.blank()
        self.stand_still()

    @property
    def trouble(self) -> str:
        """Why something is not saved, or an empty text."""
        return sentence(self._trouble) if self._trouble is not None else ""

    def abandon(self) -> None:
        """Give up what can't be saved, and close the couple's window."""
        self._keeper.abandon()
        self._screens.close()

    def stand_still(self) -> None:
        """Stop the timer, which also writes down how far it had come."""
        self._happen(lambda id, at: Paused(id=id, at=at))

    def _connect(self) -> None:
        self._screens.asked.connect(self._on_asked)
        if isinstance(self._screens, PracticeScreens):
            self._screens.text_edited.connect(self._on_text_edited)
            self._screens.lock_requested.connect(self.lock_requested)
            self._screens.home_requested.connect(self._on_home_requested)
            self._screens.moved.connect(self._on_stage_moved)
        self._farewell.passed.connect(self.ended)
        self._screens.time_agreed.connect(self._breaks.agree)
        self._screens.time_agreed.connect(self.acted)
        self._breaks.return_time_came.connect(self.return_time_came)
        self._breaks.return_time_came.connect(self._sounds.return_time_came)
        self._breaks.changed.connect(self._screens.refresh)
        self._breaks.began.connect(self._on_break_began)
        self._breaks.asked.connect(self._on_asked)
        for page in (self._wheel.screen, self._cards.screen):
            self._breaks.add_keys(page)
        if self._marks is not None:
            self._marks.acted.connect(self.acted)
        self._wheel.left.connect(self._on_room_wanted)
        self._cards.left.connect(self._on_room_wanted)
        self._wheel.undo_requested.connect(self._on_undo_requested)
        self._time.ran_out.connect(self._on_hard_end)
        self._time.paused_by_sleep.connect(self._after_event)
        self._between.asked.connect(self._on_asked)
        self._between.happened.connect(self._after_event)
        self._between.review_requested.connect(self._on_review_requested)

    @Slot(Ask)
    def _on_asked(self, ask: Ask) -> None:
        self.acted.emit()
        state = self._keeper.live.state
        match ask:
            case Ask.WHEEL:
                self._wheel.open()
                self.screen.setCurrentWidget(self._wheel.screen)
            case Ask.DRAW_CARD:
                self._draw_card()
            case Ask.CHANGE_TIMES:
                self._times.ask()
            case Ask.UNDO:
                self._undo()
            case Ask.AGENDA:
                self._between.change_agenda()
            case _:
                self._happen(lambda id, at: event_for(ask, state, id, at))

    def _draw_card(self) -> None:
        """On a screen of its own where both look at this window, else on the stage."""
        try:
            self._cards.draw()
        except MoveRefusedError:
            return
        if self._screens.shared:
            self.screen.setCurrentWidget(self._cards.screen)
            self._cards.screen.setFocus()
        self._after_event()

    def _happen(self, make: MakeEvent) -> None:
        """Let something happen. A key that comes a moment too late is no error."""
        self._time.look()
        try:
            self._keeper.happen(make)
        except MoveRefusedError:
            return
        self._after_event()

    def _undo(self) -> None:
        try:
            self._keeper.undo()
        except MoveRefusedError:
            return
        self._after_event()

    @Slot()
    def _after_event(self) -> None:
        self._screens.refresh()
        self._time.follow()
        self._sounds.follow(self._keeper.live.state)
        self._breaks.follow()
        if self._may_look_back is not self._over:
            self._over = self._may_look_back
            self._kit.tasks.start(self._show_what_is_next())
        elif self._over:
            self._between.refresh()

    @property
    def _may_look_back(self) -> bool:
        """Whether the exercise is over, and it is known who sees the guide's note in the review."""
        return self._keeper.live.state.core.open_run is None and self._screens.is_known

    async def _show_what_is_next(self) -> None:
        if not self._over:
            self.screen.setCurrentWidget(self._screens.widget)
            self._screens.take_focus()
        elif self._keeper.live.state.core.agenda:
            await self._show_between()
        else:
            await self._look_back()

    async def _show_between(self) -> None:
        await self._between.open()
        if self._over:  # it may have been gone back from meanwhile
            self.screen.setCurrentWidget(self._between.screen)

    async def _look_back(self) -> None:
        await self._keeper.saved()
        private = self._screens.has_private
        review = ReviewFlow(self._kit, self._keeper, self.doorkeeper, private=private, parent=self)
        review.home_requested.connect(self._on_home_requested)
        review.export_requested.connect(self._on_export_requested)
        review.finish_requested.connect(self._on_finish_requested)
        review.more_requested.connect(self._on_more_requested)
        await review.open()
        if self._review is not None or not self._over:
            review.let_go()
            return
        self._review = review
        review.screen.set_shared(self._screens.shared)
        self.screen.addWidget(review.screen)
        self.screen.setCurrentWidget(review.screen)

    @Slot()
    def _on_review_requested(self) -> None:
        self._kit.tasks.start(self._look_back())

    @Slot()
    def _on_more_requested(self) -> None:
        review, self._review = self._review, None
        if review is not None:
            self._kit.tasks.start(self._go_on_after(review))

    async def _go_on_after(self, review: ReviewFlow) -> None:
        """Back into the room, where the notes may have been written on in the review."""
        await self._show_notes()
        await self._show_between()
        review.let_go()

    @Slot()
    def _on_stage_moved(self) -> None:
        """The couple may see this window now, or no longer."""
        if self._review is not None:
            self._review.screen.set_shared(self._screens.shared)
        else:
            self._after_event()

    @Slot()
    def _on_room_wanted(self) -> None:
        self.screen.setCurrentWidget(self._screens.widget)
        self._screens.refresh()
        self._screens.take_focus()

    @Slot()
    def _on_break_began(self) -> None:
        """The wheel and the cards wait, too."""
        if self.screen.currentWidget() in (self._wheel.screen, self._cards.screen):
            self._on_room_wanted()

    @Slot()
    def _on_undo_requested(self) -> None:
        self._undo()
        self._wheel.refresh()

    @Slot()
    def _on_hard_end(self) -> None:
        self._happen(lambda id, at: TimeRanOut(id=id, at=at))

    @Slot(NoteKind, str)
    def _on_text_edited(self, kind: NoteKind, text: str) -> None:
        self._keeper.edited(kind, text)

    @Slot()
    def _on_export_requested(self) -> None:
        self._kit.tasks.start(self._export())

    async def _export(self) -> None:
        await self._keeper.saved()
        may_see_files = self.doorkeeper.may_see_files
        flow = ExportFlow(self._kit, self._vault, self._window, may_see_files=may_see_files)
        await flow.run(self.session_id)

    @Slot()
    def _on_finish_requested(self) -> None:
        if self._finishing is None:
            self._finishing = self._kit.tasks.start(self._finish())

    async def _finish(self) -> None:
        # It is over already where that could not be saved, and the user stayed.
        with suppress(MoveRefusedError):
            self._keeper.happen(lambda id, at: SessionFinished(id=id, at=at))
        if await self.put_away():
            core = self._keeper.live.state.core
            await self._farewell.begin(core, shared=self._screens.shared)
        self._finishing = None

    @Slot()
    def _on_home_requested(self) -> None:
        if self._finishing is None:
            self._finishing = self._kit.tasks.start(self._go_home())

    async def _go_home(self) -> None:
        try:
            if await self.doorkeeper.may_leave() and await self.put_away():
                self.left.emit()
        finally:
            self._finishing = None

    def _on_saving_told(self, saving: Saving, error: TurnstoneError | None) -> None:
        if isinstance(self._screens, PracticeScreens):
            self._screens.set_status(saving)
        if self._review is not None:
            self._review.tell(saving)
        self._trouble = None if saving is Saving.SAVED else error or self._trouble
        if error is not None and not self._told_failure and not self._leaving:
            ErrorDialog(self._kit.look, sentence(error), parent=self._window).open()
        self._told_failure = saving is not Saving.SAVED and (
            self._told_failure or error is not None
        )
