"""One session on its screens: what is asked there happens, and is saved."""

from typing import Final

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.domain.emotions import WordPath
from desktop.domain.errors import MoveRefusedError, TurnstoneError
from desktop.domain.flow.events import Paused, TimeRanOut
from desktop.domain.flow.state import State
from desktop.domain.notes import NoteKind
from desktop.domain.session import Setting
from desktop.services.keeping import SessionKeeper
from desktop.services.live import LiveSession, MakeEvent
from desktop.services.saving import Saving
from desktop.services.session_hour import SessionHour
from desktop.services.vault import OpenVault
from desktop.ui.dialogs.unsaved import ask_to_leave_unsaved
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.room.afterwards import Afterwards
from desktop.ui.room.answers import event_for
from desktop.ui.room.break_flow import BreakFlow
from desktop.ui.room.card_flow import CardFlow
from desktop.ui.room.doorkeeper import Doorkeeper
from desktop.ui.room.handover_flow import HandOverFlow
from desktop.ui.room.marks_flow import MarksFlow
from desktop.ui.room.screens import PRIVATE_NOTES, HomeScreens, PracticeScreens
from desktop.ui.room.sounds import RoomSounds
from desktop.ui.room.time_watch import TimeWatch
from desktop.ui.room.times_flow import TimesFlow
from desktop.ui.room.troubles import Troubles
from desktop.ui.room.wheel_flow import WheelFlow
from desktop.ui.stage.asks import Ask

DECK = "emotional-closeness"


class RoomFlow(QObject):
    """Leads a live session through its screens, and saves all that happens on them."""

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
        self._troubles = Troubles(kit.look, window)
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
        self.doorkeeper: Final = Doorkeeper(kit, vault, window, live.session.setting)
        self.screen: Final = QStackedWidget()
        self._make_parts()
        for page in (self._screens.widget, self._hand_over.screen):
            self.screen.addWidget(page)
        self._over_the_room: list[QWidget] = []
        self._add_over_the_room(self._cards.screen)
        self.screen.setCurrentWidget(self._screens.widget)
        self._connect_screens()
        self._connect_parts()

    def _make_parts(self) -> None:
        kit, vault, keeper = self._kit, self._vault, self._keeper
        wheel = vault.wheel
        self._cards = CardFlow(kit.look, vault, DECK, keeper, self)
        self._wheel = WheelFlow(kit.look, wheel, keeper, self._cards.has_for, self)
        self._hand_over = HandOverFlow(kit, wheel, keeper, self.doorkeeper.may_leave, parent=self)
        self._times = TimesFlow(kit, keeper.live, self._happen, self._window, self)
        self._sounds = RoomSounds(kit.look, kit.player.play, self)
        self._breaks = BreakFlow(keeper.live, self._happen, self)
        self._time = TimeWatch(keeper, self)
        self._marks = (
            MarksFlow(kit, vault, keeper, self._screens.marks, self)
            if isinstance(self._screens, PracticeScreens)
            else None
        )
        self._afterwards = Afterwards(
            kit,
            vault,
            keeper,
            screens=self._screens,
            doorkeeper=self.doorkeeper,
            pages=self.screen,
            window=self._window,
            parent=self,
        )

    @property
    def session_id(self) -> str:
        """The id of the session that is going on."""
        return self._keeper.live.session.id

    async def open(self, *, resumed: bool) -> None:
        """Show the session where it stands; a ``resumed`` one waits until both are ready."""
        await self._offer_words()
        if resumed:
            self.stand_still()
            self._breaks.ask_if_over()
        await self.show_notes()
        await self._afterwards.open(self)

    async def _offer_words(self) -> None:
        """Tell the wheel what it offers in this session."""
        session = self._keeper.live.session
        words = await self._kit.worker.run(self._vault.session_words.of, session)
        self._kit.look.learn_families([family.id for family in words.wheel.families])
        self._wheel.offer_words(words)
        self._hand_over.screen.offer_words(words)

    async def show_notes(self) -> None:
        """Show what the guide has written, as it is kept now."""
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
        self._troubles.keep_silent()
        self._breaks.rest()
        self._screens.blank()
        self.stand_still()

    @property
    def trouble(self) -> str:
        """Why something is not saved, or an empty text."""
        return self._troubles.why

    def abandon(self) -> None:
        """Give up what can't be saved, and close the couple's window."""
        self._keeper.abandon()
        self._screens.close()

    def stand_still(self) -> None:
        """Stop the timer, which also writes down how far it had come."""
        self._happen(lambda id, at: Paused(id=id, at=at))

    def _connect_screens(self) -> None:
        screens = self._screens
        screens.asked.connect(self._on_asked)
        screens.time_agreed.connect(self._breaks.agree)
        screens.time_agreed.connect(self.acted)
        if isinstance(screens, PracticeScreens):
            screens.text_edited.connect(self._on_text_edited)
            screens.lock_requested.connect(self.lock_requested)
            screens.home_requested.connect(self._afterwards.go_home)
            screens.moved.connect(self._on_stage_moved)

    def _connect_parts(self) -> None:
        self._breaks.return_time_came.connect(self.return_time_came)
        self._breaks.return_time_came.connect(self._sounds.return_time_came)
        self._breaks.changed.connect(self._screens.refresh)
        self._breaks.began.connect(self._on_break_began)
        self._breaks.asked.connect(self._on_asked)
        if self._marks is not None:
            self._marks.acted.connect(self.acted)
        self._wheel.made.connect(self._add_over_the_room)
        self._wheel.opened.connect(self.screen.setCurrentWidget)
        self._wheel.left.connect(self._show_room)
        self._wheel.changed.connect(self._on_part_changed)
        self._wheel.card_asked.connect(self._on_card_asked)
        self.screen.currentChanged.connect(self._on_page_changed)
        self._cards.left.connect(self._show_room)
        self._wheel.undo_requested.connect(self._on_undo_requested)
        self._hand_over.changed.connect(self._on_part_changed)
        self._time.ran_out.connect(self._on_hard_end)
        self._time.paused_by_sleep.connect(self._after_event)
        self._afterwards.asked.connect(self._on_asked)
        self._afterwards.happened.connect(self._after_event)
        self._afterwards.room_wanted.connect(self._show_room)
        self._afterwards.ended.connect(self.ended)
        self._afterwards.left.connect(self.left)

    @Slot(Ask)
    def _on_asked(self, ask: Ask) -> None:
        self.acted.emit()
        state = self._keeper.live.state
        match ask:
            case Ask.WHEEL:
                self._wheel.open()
            case Ask.DRAW_CARD:
                self._draw_card()
            case Ask.CHANGE_TIMES:
                self._times.ask()
            case Ask.UNDO:
                self._undo()
            case Ask.AGENDA:
                self._afterwards.change_agenda()
            case _:
                self._happen(lambda id, at: event_for(ask, state, id, at))

    @Slot(object)
    def _on_card_asked(self, path: WordPath) -> None:
        self.acted.emit()
        self._draw_card(path)

    def _draw_card(self, path: WordPath | None = None) -> None:
        """On a screen of its own where both look at this window, else on the stage.

        With a ``path`` it is one that goes with this word of the wheel.
        """
        try:
            if path is None:
                self._cards.draw()
            else:
                self._cards.draw_for(path)
        except MoveRefusedError:
            return
        if self._screens.shared and not self._cards.at_card_step:
            self.screen.setCurrentWidget(self._cards.screen)
            self._cards.screen.setFocus()
        elif path is not None:
            self._show_room()
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
        self._show_hand_over()
        self._time.follow()
        self._sounds.follow(self._keeper.live.state)
        self._breaks.follow()
        self._afterwards.follow()

    @Slot(object)
    def _add_over_the_room(self, page: QWidget) -> None:
        """A page that lies over the room for a while; a break can be called from it."""
        self._over_the_room.append(page)
        self.screen.addWidget(page)
        self._breaks.add_keys(page)

    def _show_hand_over(self) -> None:
        """While a partner has the laptop, nothing else is on this screen.

        Who guessed gives it back to the wheel.
        """
        shown = self.screen.currentWidget() is self._hand_over.screen
        guessed_at = self._hand_over.guessed_at
        self._hand_over.refresh()
        if self._hand_over.active and not shown:
            self._screens.curtain_for_hand_over()
            self.screen.setCurrentWidget(self._hand_over.screen)
            self._hand_over.screen.take_focus()
        elif shown and not self._hand_over.active:
            if guessed_at is not None and self._wheel.is_wanted_at(guessed_at):
                self._wheel.open()
            else:
                self._show_room()

    @Slot()
    def _on_page_changed(self) -> None:
        """The couple's stage shows the words while the wheel is open."""
        self._wheel.follow_page(self.screen.currentWidget())
        self._screens.refresh()

    @Slot()
    def _show_room(self) -> None:
        if self._hand_over.active:
            return
        self.screen.setCurrentWidget(self._screens.widget)
        self._screens.refresh()
        self._screens.take_focus()

    @Slot()
    def _on_stage_moved(self) -> None:
        self._afterwards.follow_stage()

    @Slot()
    def _on_break_began(self) -> None:
        """The wheel and the cards wait, too."""
        if self.screen.currentWidget() in self._over_the_room:
            self._show_room()

    @Slot()
    def _on_part_changed(self) -> None:
        self.acted.emit()
        self._after_event()

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

    def _on_saving_told(self, saving: Saving, error: TurnstoneError | None) -> None:
        if isinstance(self._screens, PracticeScreens):
            self._screens.set_status(saving)
        self._afterwards.tell(saving)
        self._troubles.follow(saving, error)
