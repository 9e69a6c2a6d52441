"""A session in a room, on a real vault, with a clock that a test moves."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPlainTextEdit

from desktop.content.library import Library
from desktop.domain.exercise.format import Exercise
from desktop.domain.flow.events import PlannedExercise
from desktop.domain.flow.state import State
from desktop.domain.notes import Note, NoteKind
from desktop.domain.people import Partner
from desktop.domain.session import Setting
from desktop.services.demo import DemoClock
from desktop.services.live import LiveSession
from desktop.services.sessions import Plan
from desktop.services.vault import OpenVault
from desktop.services.worker import Worker
from desktop.tour.hands import Hands
from desktop.ui.kit import Kit
from desktop.ui.main_window import MainWindow
from desktop.ui.room.flow import RoomFlow
from desktop.ui.sound.player import Player
from desktop.ui.tasks import Tasks
from desktop.ui.theme.look import Look
from tests.ui.finding import heard, told, words
from tests.ui.running import WHEN, Made, door_in, no_error_logged, run

EXERCISE = "speaker-and-listener"


@dataclass
class Room:
    """What a test does in a room, and what it finds in the vault."""

    kit: Kit
    vault: OpenVault
    window: MainWindow
    clock: DemoClock
    live: LiveSession
    flow: RoomFlow
    hands: Hands
    ends: list[object]
    """Holds something for each time that the session was finished."""

    async def strike(self, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        """Press a key where the focus is."""
        await self.hands.strike(self.window, key, held or Qt.KeyboardModifier.NoModifier)

    async def close_dialog(self) -> None:
        """Close the dialog that is open; the window system gives the keys back to the room."""
        await self.hands.press("Close")
        self.window.activateWindow()
        await self.until(self.window.isActiveWindow)

    async def choose(self, sees: str) -> None:
        """Say anew what the couple sees, by the menu of the console."""
        menus = self.window.findChildren(QMenu)
        next(a for menu in menus for a in menu.actions() if a.text() == sees).trigger()
        await self.hands.rest()

    async def go_to_check(self) -> None:
        """From the first step to Ana's check."""
        for _ in range(3):
            self.clock.pass_by(60_000)
            await self.strike(Qt.Key.Key_Right)

    async def saved_state(self) -> State:
        """The session as the next start would find it."""
        while not await self.flow.saved():  # some tests leave it little patience
            pass
        resumed = await self.kit.worker.run(self.vault.sessions.resume, self.live.session.id)
        return resumed.state

    async def note(self, kind: NoteKind) -> Note:
        """A note as the vault holds it."""
        return await self.kit.worker.run(self.vault.notes.get, self.live.session.id, kind)

    async def is_ended(self) -> bool:
        """Whether the vault says that the session is over."""
        held = await self.kit.worker.run(self.vault.sessions.one, self.live.session.id)
        return held.session.ended_at is not None

    async def until(self, holds: Callable[[], bool]) -> None:
        """Wait until something holds."""
        assert await self.hands.until(lambda: self.window if holds() else None) is not None

    def shows(self, text: str) -> bool:
        """Whether a label with this text can be seen."""
        return text in words(self.window)

    def reading(self, name: str) -> str:
        """The value of one of the labels that tell where the session stands."""
        labels = [w for w in self.window.findChildren(QLabel) if told(w) == name]
        return next(told(w, QAccessible.Text.Description) for w in labels if w.isVisible())

    def fields(self) -> set[str]:
        """The names of the notes that can be seen."""
        fields = self.window.findChildren(QPlainTextEdit)
        return {told(field) for field in fields if field.isVisible()}

    def buttons(self) -> set[str]:
        """The names of the buttons that can be pressed."""
        found = self.window.findChildren(QAbstractButton)
        return {told(button) for button in found if button.isVisible() and button.isEnabled()}

    def dialogs(self) -> list[str]:
        """What the dialogs say that are open."""
        return [
            told(window, QAccessible.Text.Description)
            for window in QApplication.topLevelWidgets()
            if window.isVisible() and window.isModal()
        ]


Act = Callable[[Room], Coroutine[Any, Any, None]]
Prepare = Callable[[OpenVault], None]


@dataclass(frozen=True)
class Rooms:
    """Opens rooms on one vault, one after the other: of a practice, or of a couple at home."""

    qt: QApplication
    look: Look
    folder: Path
    made: Made
    player: Player = field(default_factory=Player)
    library: Library = field(default_factory=Library)
    setting: Setting = Setting.PRACTICE

    def begin(
        self,
        act: Act,
        *,
        change: Callable[[Exercise], Exercise] = lambda exercise: exercise,
        prepare: Prepare = lambda _: None,
        setting: Setting | None = None,
        then: tuple[PlannedExercise, ...] = (),
    ) -> str:
        """Hold a new session of Ana and Ben about the move; returns its id.

        ``change`` makes another exercise of it, ``prepare`` another vault; ``then`` comes after.
        ``setting`` is where they hold it.
        """

        def begun(vault: OpenVault) -> LiveSession:
            couple = vault.couples.add("Ana", "Ben")
            plan = Plan(
                couple_id=couple.id,
                setting=setting or self.setting,
                topic="the move",
                exercise=change(vault.library.exercises.get(EXERCISE)),
                first=Partner.A,
                then=then,
            )
            return vault.sessions.begin(plan)

        return self._hold(act, begun, prepare, resumed=False)

    def resume(self, session_id: str, act: Act, *, wall: int = WHEN) -> None:
        """Go on with a session, as after another start at a wall time."""

        def go_on(vault: OpenVault) -> LiveSession:
            return vault.sessions.resume(session_id)

        self._hold(act, go_on, lambda _: None, resumed=True, wall=wall)

    def _hold(
        self,
        act: Act,
        start: Callable[[OpenVault], LiveSession],
        prepare: Prepare,
        *,
        resumed: bool,
        wall: int = WHEN,
    ) -> str:
        with no_error_logged():
            return run(self.qt, self._main(act, start, prepare, resumed=resumed, wall=wall))

    async def _main(
        self,
        act: Act,
        start: Callable[[OpenVault], LiveSession],
        prepare: Prepare,
        *,
        resumed: bool,
        wall: int,
    ) -> str:
        clock, failed = DemoClock(wall), list[BaseException]()
        store = QSettings(str(self.folder / "window.ini"), QSettings.Format.IniFormat)
        kit = Kit(self.look, Worker(), Tasks(failed.append), store, player=self.player)
        window = MainWindow(store)
        door = door_in(self.folder, clock, self.library)
        vault = await kit.worker.run(door.unlock, self.made.recovery_key, recovery=True)
        await kit.worker.run(prepare, vault)
        live = await kit.worker.run(start, vault)
        flow = RoomFlow(kit, vault, live, window)
        window.resize(1440, 900)
        window.show()
        window.activateWindow()
        await flow.open(resumed=resumed)
        window.show_screen(flow.screen)
        room = Room(kit, vault, window, clock, live, flow, Hands(), heard(flow.ended))
        try:
            await room.hands.rest()
            await act(room)
            flow.stand_still()  # as leaving does; what that saves must not bring up its question
            while not await flow.saved():  # some tests leave it little patience
                pass
            assert await flow.put_away()
        finally:
            await kit.tasks.end()
            await kit.worker.run(vault.close)
            kit.worker.finish()
            window.let_go()
            window.deleteLater()
            await asyncio.sleep(0)
        assert not failed
        return live.session.id
