"""Whether a timer keeps its time on a machine that is busy."""

import asyncio
import os
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Final

from harness import Row, alone
from live_room import live_room, on_loop
from msgspec.structs import replace

from desktop.domain.exercise.format import Exercise, Timer
from desktop.domain.flow.state import State, StepTime

_BUSY: Final = "while True: pass"


def timer_drift(folder: Path, rounds: int) -> Row:
    """How late a turn of ``rounds`` seconds with a hard end goes on, with all cores busy."""
    with busy_cores():
        late = on_loop(_late(folder, rounds))
    return alone(f"timer drift over {rounds} s with all cores busy", "ms", [late], bar=20.0)


async def _late(folder: Path, seconds: int) -> float:
    """Milliseconds from the planned end of the first step to the event that ended it."""
    async with live_room(folder, change=partial(_hard, seconds)) as room:
        await asyncio.sleep(seconds)
        left = await room.hands.until(lambda: first_left(room.live.state))
        if left is None:
            raise TimeoutError
        return left.milliseconds - 1000 * seconds


def first_left(state: State) -> StepTime | None:
    """The stay in the first step, once that was left."""
    run = state.core.run
    return run.times[0] if run is not None and run.times else None


def _hard(seconds: int, exercise: Exercise) -> Exercise:
    """The same exercise, whose first step ends by itself."""
    part = exercise.parts[0]
    step = replace(part.steps[0], timer=Timer(kind="hard", seconds=seconds))
    parts = (replace(part, steps=(step, *part.steps[1:])), *exercise.parts[1:])
    return replace(exercise, parts=parts)


@contextmanager
def busy_cores() -> Generator[None]:
    """As many processes as there are processors, none of which ever rests."""
    busy = [subprocess.Popen([sys.executable, "-c", _BUSY]) for _ in range(os.cpu_count() or 1)]
    try:
        yield
    finally:
        for process in busy:
            process.kill()
            process.wait()
