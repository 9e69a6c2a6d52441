"""How fast the couple's stage follows a key."""

import asyncio
import time
from itertools import cycle, islice
from pathlib import Path
from typing import Final

from harness import Row, alone, p95
from live_room import live_room, on_loop
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt

_KEYS: Final = (Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space, Qt.Key.Key_Left)
"""On, pause, go on, back: each changes what the stage shows."""

_WARM_UP: Final = 8
_REST: Final = 0.02
"""Seconds from one key to the next, in which what the last one began comes to its end."""


def key_to_stage(folder: Path, rounds: int) -> Row:
    """From a key to the couple's stage as it is then, with the console beside it."""
    figures = on_loop(_keys_to_stage(folder, rounds))
    return alone("key press to repainted stage, p95", "ms", [p95(figures)], bar=16.0)


async def _keys_to_stage(folder: Path, rounds: int) -> list[float]:
    figures: list[float] = []
    async with live_room(folder) as room:
        watch = _PaintWatch(room.stage)
        for key in islice(cycle(_KEYS), _WARM_UP + rounds):
            await asyncio.sleep(_REST)
            watch.wait()
            started = time.perf_counter()
            room.strike(key)
            figures.append(1000 * (await watch.painted() - started))
    return figures[_WARM_UP:]


class _PaintWatch(QObject):
    """Tells when a widget was painted, with all that was painted in the same go."""

    def __init__(self, widget: QObject) -> None:
        super().__init__(widget)
        self._seen: asyncio.Future[float] | None = None
        widget.installEventFilter(self)

    def wait(self) -> None:
        """Wait for the next time from now on."""
        self._seen = asyncio.get_running_loop().create_future()

    async def painted(self) -> float:
        """When it was, in seconds of the performance counter."""
        assert self._seen is not None
        return await self._seen

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:
        """The paint event begins the painting; what is posted then comes next after its end."""
        if event.type() == QEvent.Type.Paint:
            done = QEvent(QEvent.Type.User)
            QCoreApplication.postEvent(self, done, Qt.EventPriority.HighEventPriority.value)
        return False

    def customEvent(self, _event: QEvent, /) -> None:
        """The window is painted, and was handed to the screen."""
        if self._seen is not None and not self._seen.done():
            self._seen.set_result(time.perf_counter())
