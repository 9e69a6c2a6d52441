"""An exercise of some minutes in fast time; prints its memory and its packages, as JSON.

Takes a folder for its vault and the minutes to be played.
"""

import json
import sys
from itertools import cycle
from pathlib import Path

from live_room import LiveRoom, live_room, on_loop
from memory import resident
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

from desktop.services.demo import DemoClock
from desktop.ui.console.console import Console
from desktop.ui.stage.stage import StageWidget

BEGINS = 1_795_442_400_000
STEP = 20
"""Seconds from one key to the next."""

_ON, _YES, _NO = Qt.Key.Key_Right, Qt.Key.Key_Y, Qt.Key.Key_N
KEYS = (_ON, _ON, _NO, _ON, _YES, _YES)
"""Spoken, said back, not quite, said back again, yes, and there is more."""


async def play(folder: Path, minutes: int) -> dict[str, object]:
    """Let the minutes pass; the memory is looked at in the middle and at the end."""
    clock, half = DemoClock(BEGINS), 0
    async with live_room(folder, clock) as room:
        room.strike(Qt.Key.Key_Right)
        keys = cycle(KEYS)
        field = await room.hands.find(QPlainTextEdit, "Progress note")
        for second in range(60 * minutes):
            await let_pass(room, clock)
            if second % STEP == 0:
                room.strike(next(keys))
                field.insertPlainText("Said back, and heard. ")
            if second == 30 * minutes:
                half = resident()
        await room.flow.saved()
        return {"half": half, "end": resident(), "packages": packages()}


async def let_pass(room: LiveRoom, clock: DemoClock) -> None:
    """One second: whatever looks at the clock once a second does so, and is painted."""
    clock.pass_by(1000)
    for console in room.window.findChildren(Console):
        console.tick()
    for stage in {*room.window.findChildren(StageWidget), room.stage}:
        stage.tick()
    await room.hands.rest()


def packages() -> list[str]:
    """All modules that are not ours and come from no file of this benchmark."""
    ours = ("desktop", "__main__", "live_room", "invented", "memory", "harness")
    return [name for name in sys.modules if name.partition(".")[0] not in ours]


print(json.dumps(on_loop(play(Path(sys.argv[1]), int(sys.argv[2])))))
