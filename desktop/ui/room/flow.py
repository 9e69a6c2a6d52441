"""One session from its first step to its end: room, wheel, review."""

from asyncio import Task
from contextlib import suppress

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.errors import MoveRefusedError, TurnstoneError
from desktop.domain.flow.events import Paused, SessionFinished, TimeRanOut
from desktop.domain.flow.state import State
from desktop.domain.notes import NoteKind
from desktop.domain.session import Setting
from desktop.services.keeping import SessionKeeper
from desktop.services.live import LiveSession, MakeEvent
from desktop.services.saving import Saving
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.error import ErrorDialog
from desktop.ui.dialogs.unsaved import ask_to_leave_unsaved
from desktop.ui.export import ExportFlow
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.room.answers import event_for
from desktop.ui.room.card_flow import CardFlow
from desktop.ui.room.handover_flow import HandOverFlow, MayLeave, anybody_may
from desktop.ui.room.review_flow import ReviewFlow
from desktop.ui.room.screens import PRIVATE_NOTES, HomeScreens, PracticeScreens
from desktop.ui.room.wheel_flow import WheelFlow
from desktop.ui.stage.asks import Ask
from desktop.ui.words import sentence

WHEEL = "feelings"
DECK = "emotional-closeness"


class RoomFlow(QObject):
    """Leads a live session through its screens, and saves all that happens on them."""

    ended = Signal()
    """The session is finished; the home page comes next."""

    lock_requested = Signal()
    acted = Signal()
    """Somebody did something, by whatever means."""

    def __init__(
        self,
        kit: Kit,
        vault: OpenVault,
        live: LiveSession,
        window: MainWindow,
        may_leave: MayLeave | None = None,
    ) -> None:
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
        self._cards = CardFlow(kit.look, vault, DECK, self._keeper, self)
        wheel = vault.library.wheels.get(WHEEL)
        self._hand_over = HandOverFlow(
            kit, wheel, self._keeper, may_leave or anybody_may, parent=self
        )
        self._review: ReviewFlow | None = None
        self.screen = QStackedWidget()
        self.screen.addWidget(self._screens.widget)
        self.screen.addWidget(self._wheel.screen)
        self.screen.addWidget(self._cards.screen)
        self.screen.addWidget(self._hand_over.screen)
        self._hard_end = QTimer(self)
        self._hard_end.setSingleShot(True)
        self._connect()

    @property
    def session_id(self) -> str:
        """The id of the session that is going on."""
        return self._keeper.live.session.id

    async def open(self, *, resumed: bool) -> None:
        """Show the session where it stands; a ``resumed`` one waits until both are ready."""
        if resumed:
            self.stand_still()
        if isinstance(self._screens, PracticeScreens):
            for kind in PRIVATE_NOTES:
                self._screens.show_note(kind, (await self._keeper.load(kind)).text)
        await self._show_what_is_next()

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
        self._screens.close()
        return True

    def moment(self) -> tuple[State, int]:
        """The state as it is now, and the run time in ms."""
        return self._keeper.live.state, self._keeper.live.run_time()

    def cover_private(self) -> None:
        """Cover what is private beside the stage: nobody has touched the computer."""
        self._screens.curtain()

    def leave(self) -> None:
        """Stop the timer; from now on troubles are told only to who asks for them."""
        self._leaving = True
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
        self._wheel.left.connect(self._on_room_wanted)
        self._cards.left.connect(self._on_room_wanted)
        self._wheel.undo_requested.connect(self._on_undo_requested)
        self._hand_over.changed.connect(self._on_handed_over)
        self._hard_end.timeout.connect(self._on_hard_end)

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
            case Ask.UNDO:
                self._undo()
            case _:
                self._happen(lambda id, at: event_for(ask, state, id, at))

    def _draw_card(self) -> None:
        """On a screen of its own where both look at this window, else on the stage."""
        try:
            self._cards.draw()
        except MoveRefusedError:
            return
        if self._screens.shared and not self._cards.at_card_step:
            self.screen.setCurrentWidget(self._cards.screen)
            self._cards.screen.setFocus()
        self._after_event()

    def _happen(self, make: MakeEvent) -> None:
        """Let something happen. A key that comes a moment too late is no error."""
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
    def _on_handed_over(self) -> None:
        self.acted.emit()
        self._after_event()

    def _show_hand_over(self) -> None:
        """While a partner has the laptop, nothing else is on this screen."""
        shown = self.screen.currentWidget() is self._hand_over.screen
        self._hand_over.refresh()
        if self._hand_over.active and not shown:
            self._screens.curtain_for_hand_over()
            self.screen.setCurrentWidget(self._hand_over.screen)
            self._hand_over.screen.take_focus()
        elif shown and not self._hand_over.active:
            self._on_room_wanted()

    def _after_event(self) -> None:
        self._screens.refresh()
        self._show_hand_over()
        left = self._keeper.live.until_hard_end()
        if left is None:
            self._hard_end.stop()
        else:
            self._hard_end.start(left)
        if self._is_over and not self._over:
            self._kit.tasks.start(self._show_what_is_next())

    @property
    def _is_over(self) -> bool:
        return self._keeper.live.state.core.open_run is None

    async def _show_what_is_next(self) -> None:
        if not self._is_over:
            self._after_event()
            if not self._hand_over.active:
                self.screen.setCurrentWidget(self._screens.widget)
                self._screens.take_focus()
            return
        self._over = True
        await self._keeper.saved()
        private = not self._screens.shared
        review = ReviewFlow(self._kit.look, self._keeper, private=private, parent=self)
        review.export_requested.connect(self._on_export_requested)
        review.finish_requested.connect(self._on_finish_requested)
        await review.open()
        self._review = review
        self._screens.close()
        self.screen.addWidget(review.screen)
        self.screen.setCurrentWidget(review.screen)

    @Slot()
    def _on_room_wanted(self) -> None:
        self.screen.setCurrentWidget(self._screens.widget)
        self._screens.refresh()
        self._screens.take_focus()

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
        flow = ExportFlow(self._kit, self._vault, self._window)
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
            self.ended.emit()
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
