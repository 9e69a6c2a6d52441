"""Forty minutes in fast time: the guide's window and the couple's, second by second."""

from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.app import App
from desktop.domain.notes import NoteKind
from desktop.domain.people import Partner
from desktop.services.demo import DemoClock
from desktop.tour.camera import bring_up_to_date
from desktop.tour.hands import Hands
from desktop.ui.stage.window import StageWindow
from tests.end2end.killed_story import told
from tests.ui.acting import Guarded, at_home, in_room, make, open_again, read, shown
from tests.ui.running import WHEN, run_app
from tests.ui.sweeps import everything_told

SECOND: Final = 1000
LENGTH: Final = 40 * 60
PROGRESS: Final = "Two pieces each, and a slow third."
PROCESS: Final = "I hurried them at the check."
PRIVATE: Final = (PROGRESS, PROCESS, "Softens", "Talks over", "For you", "Floor time")
"""Words that stand on the console and have no business on the couple's window."""

ON, YES, NO = Qt.Key.Key_Right, Qt.Key.Key_Y, Qt.Key.Key_N


class Room:
    """Lets the time of a session pass, and reckons it beside the app."""

    def __init__(self, app: App, hands: Hands, clock: DemoClock) -> None:
        self._app = app
        self._hands = hands
        self._clock = clock
        self._marked = 1
        self.seconds = 0
        self.held: Counter[str] = Counter()

    async def strike(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        """Press a key on the console."""
        await self._hands.strike(self._app.window, key, held)

    async def last(self, seconds: int, *, running: bool = True) -> None:
        """Let seconds pass, each of which both windows show; now and then a mark is set."""
        for _ in range(seconds):
            self._clock.pass_by(SECOND)
            self.seconds += 1
            self.held[self.reading("Floor")] += running
            for window in (self._app.window, self.couples_window()):
                bring_up_to_date(window)
            await self._hands.rest()
            if self.seconds % 60 == 0:
                self.look_for_private_words()
                await self.strike(Qt.Key.Key_5 if self._marked % 2 else Qt.Key.Key_1)
                self._marked += 1

    async def do(self, key: Qt.Key, seconds: int) -> None:
        """Press a key, and stay in what it led to."""
        await self.strike(key)
        await self.last(seconds)

    def reading(self, name: str) -> str:
        """What one of the three labels tells."""
        return told([self._app.window], name)

    def couples_window(self) -> QWidget:
        """The window that the couple sees."""
        windows = QApplication.topLevelWidgets()
        return next(w for w in windows if isinstance(w, StageWindow) and w.isVisible())

    def look_for_private_words(self) -> None:
        """Nothing of the guide's own is in any part of the couple's window."""
        seen = " ".join(everything_told(self.couples_window()))
        assert not [words for words in PRIVATE if words in seen]


async def hold(room: Room, hands: Hands) -> None:
    """Ana's turn with a check that fails three times, a settle pause, and Ben's turn."""
    await room.last(60)
    await room.do(ON, 240)  # Ana speaks, a minute longer than planned
    assert room.reading("Time left") == "1:00 over"
    await room.do(ON, 100)
    for _ in range(3):  # "not quite" leads back to saying back, and "next" to the check
        await room.do(ON, 15)
        await room.do(NO, 60)
    assert any("Three times" in text for text in shown())
    await room.do(ON, 20)
    await room.do(YES, 10)
    await room.strike(YES)  # there is more
    await room.last(30)
    await room.strike(Qt.Key.Key_M)
    assert room.reading("Time left") == "3:30"
    await room.last(150)
    await room.do(ON, 60)
    await room.do(ON, 20)
    await room.do(YES, 10)
    await room.do(NO, 10)
    await room.do(Qt.Key.Key_F, 120)  # the floor passes to Ben
    await room.strike(Qt.Key.Key_S)
    await room.last(5 * 60, running=False)
    await hands.press("We are back")
    await hands.press("Yes, we are both ready")
    await room.last(60)
    await room.strike(Qt.Key.Key_Space)
    await room.last(120, running=False)
    await room.do(Qt.Key.Key_Space, 200)
    await room.do(ON, 120)
    await room.do(ON, 30)
    await room.do(NO, 30)  # a slip of the finger
    await room.strike(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    await room.last(20)
    await room.do(YES, 15)
    await room.do(NO, 15)
    await room.do(Qt.Key.Key_F, 60)


def test_forty_minutes(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    clock, reckoned = DemoClock(WHEN), Counter[str]()

    async def act(app: App, hands: Hands) -> None:
        await make(hands)
        await hands.press("I have written down the recovery key")
        await hands.press("Continue")
        await at_home(hands)
        await in_room(hands, sees="A window to share")
        for name, text in (("Progress note", PROGRESS), ("Process note", PROCESS)):
            (await hands.find(QPlainTextEdit, name)).insertPlainText(text)
        app.window.setFocus()
        room = Room(app, hands, clock)
        await hold(room, hands)
        await room.last(LENGTH - room.seconds)
        assert await read(hands, "Ten minutes left")
        await room.strike(ON)
        await hands.find(QPlainTextEdit, "Takeaway, Ana")
        reckoned.update(room.held)
        await hands.press("Finish session")
        await at_home(hands)

    run_app(qapp, tmp_path, act, clock, Guarded())
    with closing(open_again(tmp_path)) as vault:
        (session,) = vault.sessions.recent(1)
        readout, session_id = session.readout, session.session.id
        notes = {kind: vault.notes.get(session_id, kind).text for kind in NoteKind}
        marks = vault.marks.of(session_id)
    assert readout.milliseconds == LENGTH * SECOND
    assert readout.floor_a == reckoned["Ana"] * SECOND
    assert readout.floor_b == reckoned["Ben"] * SECOND
    assert notes[NoteKind.PROGRESS] == PROGRESS
    assert notes[NoteKind.PROCESS] == PROCESS
    assert [mark.label.text for mark in marks] == ["Softens", "Talks over"] * 20
    assert {mark.partner for mark in marks} == {Partner.A, Partner.B, None}
