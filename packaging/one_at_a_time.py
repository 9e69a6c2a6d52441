"""Keep two set-ups of one clone apart, also when one of them dies."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from environment import say

if sys.platform == "win32":
    import msvcrt
    import time

    # Windows forbids others to read what is locked, so the byte lies far behind the end.
    _BEHIND_THE_END = 1 << 30

    def _try_lock(file: BinaryIO) -> bool:
        file.seek(_BEHIND_THE_END)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _wait_for_lock(file: BinaryIO) -> None:
        while not _try_lock(file):
            time.sleep(0.2)
else:
    import fcntl

    def _try_lock(file: BinaryIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _wait_for_lock(file: BinaryIO) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def alone(path: Path) -> Generator[None]:
    """Hold the system's lock on an existing file, waiting for whoever has it now.

    The system itself lets go of it when the process ends, however it ends.
    """
    with path.open("rb") as file:
        if not _try_lock(file):
            say("Another set-up is at work in this folder; waiting for it.")
            _wait_for_lock(file)
        yield
