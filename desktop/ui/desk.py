"""The desk: the pages of an open vault, and the way into a session and out of it."""

from contextlib import suppress

from PySide6.QtCore import QObject, Signal, Slot

from desktop.domain.errors import TurnstoneError, VaultDamagedError
from desktop.domain.flow.state import State
from desktop.services.live import LiveSession
from desktop.services.preferences import Preferences
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from desktop.ui.export import ExportFlow
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.models.new_session import SessionWish
from desktop.ui.places import Places
from desktop.ui.room.flow import RoomFlow
from desktop.ui.screens.shell import Place
from desktop.ui.vault.backing_up import BackingUp
from desktop.ui.words import sentence


class Desk(QObject):
    """Shows the pages, or the session that is going on."""

    lock_requested = Signal()
    hide_requested = Signal()
    restore_wanted = Signal(str, str, bool)
    """The file of a backup is to take the vault's place; and what opens it."""

    preferences_changed = Signal()
    acted = Signal()
    """Somebody did something, by whatever means."""

    def __init__(
        self, window: MainWindow, kit: Kit, vault: OpenVault, backing_up: BackingUp
    ) -> None:
        super().__init__(window)
        self._window = window
        self._kit = kit
        self._vault = vault
        self._places = Places(kit, vault, backing_up, self)
        self._room: RoomFlow | None = None
        self._places.begin_wanted.connect(self._on_begin_wanted)
        self._places.resume_wanted.connect(self._on_resume_wanted)
        self._places.export_wanted.connect(self._on_export_wanted)
        self._places.restore_wanted.connect(self.restore_wanted)
        self._places.preferences_changed.connect(self.preferences_changed)
        self._places.set_read_only(vault.read_only)
        self._places.shell.place_chosen.connect(self._on_place_chosen)
        self._places.shell.lock_requested.connect(self.lock_requested)
        self._places.shell.hide_requested.connect(self.hide_requested)

    @property
    def room(self) -> RoomFlow | None:
        """The session that is going on, if any."""
        return self._room

    @property
    def preferences(self) -> Preferences:
        """The preferences as they are kept now."""
        return self._places.preferences

    def moment(self) -> tuple[State | None, int]:
        """The state of the session on the screen, None on a page, and its run time in ms."""
        return self._room.moment() if self._room is not None else (None, 0)

    def cover_private(self) -> None:
        """Cover what is private beside a stage: nobody has touched the computer."""
        if self._room is not None:
            self._room.cover_private()

    def show_notice(self, key: str, text: str) -> None:
        """Say something above the pages; an empty text takes it away."""
        if text:
            self._places.shell.show_notice(key, text, "warning")
        else:
            self._places.shell.hide_notice(key)

    async def open(self) -> None:
        """Show the session that was on the screen when the vault was locked, else home."""
        session_id = None if self._vault.read_only else await self._left_room()
        if session_id is None:
            await self.show_home()
            return
        # Not by way of home: the couple may look on, and other names are shown there.
        await self._places.load_preferences()
        try:
            await self._resume(session_id)
        except VaultDamagedError:
            raise
        except TurnstoneError:
            await self.show_home()

    async def show_home(self) -> None:
        """Show the home page."""
        await self._places.show_home()
        self._window.show_screen(self._places.shell, keep=True)

    async def _left_room(self) -> str | None:
        """The open session that was left by locking."""

        def read() -> str | None:
            session_id = self._vault.preferences.left_room()
            waiting = {one.session.id for one in self._vault.sessions.open_sessions()}
            return session_id if session_id in waiting else None

        return await self._kit.worker.run(read)

    async def put_away(self) -> bool:
        """Save everything before the window goes; False when the user wants to stay."""
        return self._room is None or await self._room.put_away()

    def leave(self) -> None:
        """Stop the time of a session, and tell of troubles only who asks for them."""
        if self._room is not None:
            self._room.leave()

    @property
    def trouble(self) -> str:
        """Why something is not saved, or an empty text."""
        return self._room.trouble if self._room is not None else ""

    async def saved(self) -> bool:
        """Wait until all is saved; False when that takes longer than it should."""
        return self._room is None or await self._room.saved()

    def abandon(self) -> None:
        """Give up what can't be saved, and close the couple's window."""
        if self._room is not None:
            self._room.abandon()

    async def remember_room(self) -> None:
        """Keep which session is on the screen, so that unlocking leads back to it.

        Where that can't be kept, unlocking leads home: no reason not to lock.
        """
        if self._room is None:
            return
        session_id = self._room.session_id
        with suppress(TurnstoneError):
            await self._kit.worker.run(self._vault.preferences.leave_room, session_id)

    def drop(self) -> None:
        """Free the pages, and the session with all its windows, without saving anything."""
        self.abandon()
        if self._room is not None:
            self._room.deleteLater()
        self._places.shell.deleteLater()

    @Slot(Place)
    def _on_place_chosen(self, _place: Place) -> None:
        self.acted.emit()

    @Slot(SessionWish)
    def _on_begin_wanted(self, wish: SessionWish) -> None:
        self._kit.tasks.start(self._begin(wish))

    async def _begin(self, wish: SessionWish) -> None:
        try:
            live = await self._kit.worker.run(self._begun, wish)
        except TurnstoneError as error:
            self._places.show_begin_error(sentence(error))
        else:
            await self._enter(live, resumed=False)

    def _begun(self, wish: SessionWish) -> LiveSession:
        """Runs on the worker."""
        vault = self._vault
        couple_id = wish.couple_id or vault.couples.add(wish.name_a, wish.name_b).id
        return vault.sessions.begin(
            Plan(
                couple_id=couple_id,
                setting=vault.preferences.load().setting,
                topic=wish.topic,
                exercise=vault.library.exercises.get(wish.exercise_id),
                first=wish.first,
                screened=wish.screened,
                then=wish.then,
                prepared=wish.preparation_id,
            )
        )

    @Slot(str)
    def _on_resume_wanted(self, session_id: str) -> None:
        self._kit.tasks.start(self._resume(session_id))

    async def _resume(self, session_id: str) -> None:
        live = await self._kit.worker.run(self._vault.sessions.resume, session_id)
        await self._enter(live, resumed=True)

    async def _enter(self, live: LiveSession, *, resumed: bool) -> None:
        room = RoomFlow(self._kit, self._vault, live, self._window)
        room.ended.connect(self._on_session_ended)
        room.left.connect(self._on_session_ended)
        room.lock_requested.connect(self.lock_requested)
        room.acted.connect(self.acted)
        self._room = room
        await room.open(resumed=resumed)
        self._window.show_screen(room.screen)
        self._places.forget()

    @Slot()
    def _on_session_ended(self) -> None:
        self._kit.tasks.start(self._come_back())

    async def _come_back(self) -> None:
        room, self._room = self._room, None
        await self.show_home()
        if room is not None:
            room.deleteLater()

    @Slot(str)
    def _on_export_wanted(self, session_id: str) -> None:
        self._kit.tasks.start(ExportFlow(self._kit, self._vault, self._window).run(session_id))
