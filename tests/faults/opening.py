"""Opening a vault again after a fault, in the time that is promised."""

import time
from collections.abc import Generator
from contextlib import contextmanager
from typing import Final

from desktop.storage.vault.door import unlock
from desktop.storage.vault.opened import Vault
from tests.faults.kind import PromiseBrokenError
from tests.faults.sound import Sound, recovery_key

PROMISED: Final = 1.0  # seconds


class TooSlowError(PromiseBrokenError):
    """It took longer than promised."""


@contextmanager
def reopened(sound: Sound) -> Generator[tuple[Vault, float]]:
    """The open vault, and after how many seconds it was open.

    Raises:
        TooSlowError: after more than promised.
    """
    began = time.perf_counter()
    with unlock(sound.folder, recovery_key(sound)) as vault:
        seconds = time.perf_counter() - began
        if seconds > PROMISED:
            raise TooSlowError(f"open after {seconds:.2f} s")
        yield vault, seconds
