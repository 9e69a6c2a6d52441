"""What follows an exercise that is over: the next one, the review, and the end of the session."""

from asyncio import Task
from contextlib import suppress
from typing import Protocol

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from desktop.domain.errors import MoveRefusedError
from desktop.domain.flow.events import SessionFinished
from desktop.domain.flow.inputs import UNDERSTOOD, answered
from desktop.services.keeping import SessionKeeper
from desktop.services.saving import Saving
from desktop.services.vault import OpenVault
from desktop.ui.export import ExportFlow
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.room.between_flow import BetweenFlow
from desktop.ui.room.doorkeeper import Doorkeeper
from desktop.ui.room.farewell import Farewell
from desktop.ui.room.review_flow import ReviewFlow
from desktop.ui.room.screens import HomeScreens, PracticeScreens
from desktop.ui.stage.asks import Ask


class Room(Protocol):
    """What is asked of the room that the exercise was held in."""

    async def show_notes(self) -> None:
        """Show the notes as they are kept now."""
        ...

    async def put_away(self) -> bool:
        """Save everything before the room goes; False when the user wants to stay."""
        ...


class Afterwards(QObject):
    """Shows in ``pages`` what comes after an exercise, and leads back into the room or out of it.

    ``screens`` are those of the room, ``window`` is the one to ask over.
    """

    asked = Signal(Ask)
    """Back into the exercise that is over, or an undo."""
    happened = Signal()
    """An exercise began, or something else is to come."""
    room_wanted = Signal()
    """An exercise is going on."""
    ended = Signal()
    """The session is finished; the home page comes next."""
    left = Signal()
    """The session was put away and can be resumed; the home page comes next."""

    def __init__(
        self,
        kit: Kit,
        vault: OpenVault,
        keeper: SessionKeeper,
        *,
        screens: HomeScreens | PracticeScreens,
        doorkeeper: Doorkeeper,
        pages: QStackedWidget,
        window: MainWindow,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._vault = vault
        self._keeper = keeper
        self._screens = screens
        self._doorkeeper = doorkeeper
        self._pages = pages
        self._window = window
        self._room: Room | None = None
        self._over = False
        self._review: ReviewFlow | None = None
        self._leaving: Task[None] | None = None
        self._between = BetweenFlow(kit, vault, keeper, window, self)
        pages.addWidget(self._between.screen)
        self._farewell = Farewell(kit, doorkeeper, pages, self)
        self._farewell.passed.connect(self.ended)
        self._between.asked.connect(self.asked)
        self._between.happened.connect(self.happened)
        self._between.review_requested.connect(self._on_review_requested)

    async def open(self, room: Room) -> None:
        """Show what comes after a session's exercise when the session is opened, or the room."""
        self._room = room
        self._over = self._may_look_back
        self.happened.emit()
        await self._show()

    def follow(self) -> None:
        """Something happened in the session."""
        if self._may_look_back is not self._over:
            self._over = self._may_look_back
            self._kit.tasks.start(self._show())
        elif self._over:
            self._between.refresh()

    def follow_stage(self) -> None:
        """The couple may see this window now, or no longer."""
        if self._review is not None:
            self._review.screen.set_shared(self._couple_may_look_on)
        else:
            self.happened.emit()

    def change_agenda(self) -> None:
        """Ask what is to come from now on."""
        self._between.change_agenda()

    def tell(self, saving: Saving) -> None:
        """Say whether all is saved."""
        if self._review is not None:
            self._review.tell(saving)

    @property
    def _may_look_back(self) -> bool:
        """Whether the exercise is over, and it is known who sees the guide's note in the review.

        A partner who was given the laptop in the review gets it back after a restart, before
        anybody can say who looks on.
        """
        core = self._keeper.live.state.core
        if core.open_run is not None:
            return False
        handed_over = len(answered(core, UNDERSTOOD)) == 1
        return self._screens.is_known or handed_over or self._review is not None

    @property
    def _couple_may_look_on(self) -> bool:
        """Whether the couple sees this window, as far as anybody has said."""
        return self._screens.shared or not self._screens.is_known

    async def _show(self) -> None:
        if not self._over:
            self.room_wanted.emit()
        elif self._keeper.live.state.core.agenda:
            await self._show_between()
        else:
            await self._look_back()

    async def _show_between(self) -> None:
        await self._between.open()
        if self._over:  # it may have been gone back from meanwhile
            self._pages.setCurrentWidget(self._between.screen)

    async def _look_back(self) -> None:
        await self._keeper.saved()
        wheel_of, session = self._vault.session_words.wheel_of, self._keeper.live.session
        wheel = await self._kit.worker.run(wheel_of, session.id)
        private = self._screens.has_private
        review = ReviewFlow(
            self._kit,
            self._keeper,
            self._doorkeeper,
            wheel=wheel,
            private=private,
            parent=self,
        )
        review.home_requested.connect(self.go_home)
        review.export_requested.connect(self._on_export_requested)
        review.finish_requested.connect(self._on_finish_requested)
        review.more_requested.connect(self._on_more_requested)
        await review.open()
        if self._review is not None or not self._over:
            review.let_go()
            return
        self._review = review
        review.screen.set_shared(self._couple_may_look_on)
        self._pages.addWidget(review.screen)
        self._pages.setCurrentWidget(review.screen)

    async def _go_on_after(self, review: ReviewFlow) -> None:
        """Back into the room, where the notes may have been written on in the review."""
        if self._room is not None:
            await self._room.show_notes()
        await self._show_between()
        review.let_go()

    async def _export(self) -> None:
        await self._keeper.saved()
        may_see_files = self._doorkeeper.may_see_files
        flow = ExportFlow(self._kit, self._vault, self._window, may_see_files=may_see_files)
        await flow.run(self._keeper.live.session.id)

    async def _finish(self) -> None:
        # It is over already where that could not be saved, and the user stayed.
        with suppress(MoveRefusedError):
            self._keeper.happen(lambda id, at: SessionFinished(id=id, at=at))
        if await self._put_away():
            core = self._keeper.live.state.core
            await self._farewell.begin(core, shared=self._couple_may_look_on)
        self._leaving = None

    async def _go_home(self) -> None:
        try:
            if await self._doorkeeper.may_leave() and await self._put_away():
                self.left.emit()
        finally:
            self._leaving = None

    async def _put_away(self) -> bool:
        return self._room is None or await self._room.put_away()

    @Slot()
    def go_home(self) -> None:
        """Leave the session open and go home, as far as whoever asks may do so."""
        if self._leaving is None:
            self._leaving = self._kit.tasks.start(self._go_home())

    @Slot()
    def _on_finish_requested(self) -> None:
        if self._leaving is None:
            self._leaving = self._kit.tasks.start(self._finish())

    @Slot()
    def _on_review_requested(self) -> None:
        self._kit.tasks.start(self._look_back())

    @Slot()
    def _on_more_requested(self) -> None:
        review, self._review = self._review, None
        if review is not None:
            self._kit.tasks.start(self._go_on_after(review))

    @Slot()
    def _on_export_requested(self) -> None:
        self._kit.tasks.start(self._export())
