"""A turn that runs in a room; prints what share of one processor it takes, in per cent.

Takes a folder for its vault and the seconds to be measured.
"""

import asyncio
import sys
import time
from pathlib import Path

from live_room import live_room, on_loop
from PySide6.QtCore import Qt

SETTLED = 3.0
"""Seconds until all that a new step begins has come to its end."""


async def share(folder: Path, seconds: float) -> float:
    """The share of the process while Ana speaks and nobody touches anything."""
    async with live_room(folder) as room:
        room.strike(Qt.Key.Key_Right)
        await asyncio.sleep(SETTLED)
        before, began = time.process_time(), time.monotonic()
        await asyncio.sleep(seconds)
        return 100 * (time.process_time() - before) / (time.monotonic() - began)


print(on_loop(share(Path(sys.argv[1]), float(sys.argv[2]))))
