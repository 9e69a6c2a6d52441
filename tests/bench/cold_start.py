"""How long from the start of the process until the passphrase can be typed."""

import time
from collections.abc import Sequence
from pathlib import Path

from harness import Row, against_floor, in_turn, last_line, program
from invented import new_vault


def cold_start(folder: Path, rounds: int) -> Row:
    """The unlock window beside a bare PySide6 window with a field, each in a fresh process."""
    with new_vault(folder):
        pass
    ours, bare = program("unlock_window", str(folder)), program("bare_window")
    for command in (ours, bare):
        seconds_until_usable(command)  # reads every file once, so that no round pays for the disk
    figures, floors = in_turn(
        lambda: seconds_until_usable(ours), lambda: seconds_until_usable(bare), rounds
    )
    return against_floor("cold start to a usable unlock window", "s", figures, floors, bar=1.5)


def seconds_until_usable(command: Sequence[str]) -> float:
    """From before the process is made until its window took and painted a letter."""
    started = time.monotonic()
    return float(last_line(command)) - started
