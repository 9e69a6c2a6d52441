"""Whether anything holds the event loop up while a session runs."""

import asyncio
import time
from collections.abc import Iterator, Sequence
from itertools import cycle, takewhile
from pathlib import Path
from typing import Final, TypeVar

from harness import Row, alone
from live_room import LiveRoom, live_room, on_loop
from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QPlainTextEdit

from desktop.services.demo import Demo, DemoClock
from desktop.services.paperwork import Choice
from desktop.services.vault import OpenVault
from desktop.ui.phrases import QtPhrases

T = TypeVar("T")

_KEYS: Final = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Left)
_BEAT: Final = 5
"""Milliseconds from one heartbeat of the loop to the next."""

_SESSIONS: Final = 100
"""So many sessions are read while the loop is watched."""

_TYPED: Final = "Ana said how the evenings are, and Ben said it back. "
_PROGRESS: Final = Choice(kind="progress")


def longest_stall(folder: Path, rounds: int) -> Row:
    """The longest wait of the loop while a turn runs, with saving, reading and an export."""
    gaps = on_loop(_gaps(folder, rounds))
    return alone("longest stall of the loop in a busy session", "ms", [max(gaps)], bar=50.0)


async def _gaps(folder: Path, seconds: int) -> list[float]:
    """How late each heartbeat came, in milliseconds."""
    async with live_room(folder, prepare=_fill) as room:
        room.strike(Qt.Key.Key_Right)
        await asyncio.sleep(1)  # the room is up
        heart = Heart()
        heart.start()
        busy = _Busy(room, folder, time.monotonic() + seconds)
        await asyncio.gather(busy.types(), busy.acts(), busy.reads())
        heart.stop()
    return heart.gaps


class Heart(QObject):
    """Beats every few milliseconds and notes how late each beat came, in milliseconds."""

    def __init__(self) -> None:
        super().__init__()
        self.gaps: list[float] = []
        self._last = 0.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(_BEAT)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Begin to beat."""
        self._last = time.perf_counter()
        self._timer.start()

    def stop(self) -> None:
        """Beat no longer."""
        self._timer.stop()

    @Slot()
    def _beat(self) -> None:
        now = time.perf_counter()
        self.gaps.append(max(0.0, 1000 * (now - self._last) - _BEAT))
        self._last = now


def _fill(vault: OpenVault) -> None:
    until = vault.clock.wall()
    clock = DemoClock(until)
    demo = Demo(vault.couples, vault.sessions, vault.notes, vault.library, clock)
    demo.fill(couples=5, sessions=_SESSIONS, until=until)


class _Busy:
    """What goes on at once until a time, in seconds of the monotonic clock."""

    def __init__(self, room: LiveRoom, folder: Path, until: float) -> None:
        self._room = room
        self._folder = folder
        self._until = until

    async def types(self) -> None:
        """Somebody writes ten letters a second into the progress note."""
        field = await self._room.hands.find(QPlainTextEdit, "Progress note")
        for letter in self._lasting(_TYPED):
            field.insertPlainText(letter)
            await asyncio.sleep(0.1)

    async def acts(self) -> None:
        """Three times a second something happens, and is saved."""
        for key in self._lasting(_KEYS):
            self._room.strike(key)
            await asyncio.sleep(0.35)

    async def reads(self) -> None:
        """The list of sessions is asked for, and this one is set as a PDF, again and again.

        The list stands in for a search. What is done with the result is not: from its begin to its
        end a session is the only one that can be opened.
        """
        run, vault = self._room.kit.worker.run, self._room.vault
        work, session_id = vault.paperwork, self._room.live.session.id
        for _ in self._lasting("again"):
            await run(vault.sessions.lines, _SESSIONS)
            document = await run(work.gather, session_id, _PROGRESS, QtPhrases())
            pdf = await asyncio.to_thread(work.set_pdf, document, _PROGRESS.paper)
            await asyncio.to_thread(work.write, self._folder / "note.pdf", pdf)
            await asyncio.sleep(0.2)

    def _lasting(self, what: Sequence[T]) -> Iterator[T]:
        return takewhile(lambda _: time.monotonic() < self._until, cycle(what))
