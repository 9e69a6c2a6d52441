"""A second Turnstone that wants a vault which another one is saving into."""

import time
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import Final

from desktop.domain.errors import VaultBusyError
from desktop.storage.vault.door import unlock
from desktop.storage.vault.recovery import RecoveryKey
from tests.faults.kind import Attempt, Ending, Kind, Outcome, PromiseBrokenError
from tests.faults.lives import Life
from tests.faults.opening import TooSlowError, reopened
from tests.faults.sound import Sound, make, recovery_key
from tests.faults.writer import KINDS, Saved, acknowledged, ensure_kept, found, save

PROMISED: Final = 2.0  # seconds
SAVES: Final = 10


def hold(folder: Path, recovery: str, seed: int, line: Connection) -> None:
    """Save one thing after the other for ever, never letting the vault go."""
    chance = Random(seed)
    with unlock(folder, RecoveryKey.parse(recovery)) as vault:
        counts = found(vault)
        while True:
            kind = chance.choice(KINDS)
            counts[kind] += 1
            save(vault, kind, counts[kind])
            line.send((kind, counts[kind]))


def ensure_refused(sound: Sound) -> None:
    """Raise unless another one is refused, and soon."""
    began = time.perf_counter()
    try:
        unlock(sound.folder, recovery_key(sound)).close()
    except VaultBusyError:
        seconds = time.perf_counter() - began
        if seconds > PROMISED:
            raise TooSlowError(f"refused after {seconds:.1f} s") from None
        return
    raise PromiseBrokenError("two hold the vault")


@contextmanager
def begin(folder: Path) -> Generator[Attempt]:
    """Each attempt finds the lock file of a killed process, too."""
    sound = make(folder / "vault")
    kept: Counter[Saved] = Counter()

    def attempt(chance: Random) -> Outcome:
        nonlocal kept
        with Life(hold, sound.folder, sound.recovery, chance.getrandbits(32)) as life:
            words = [life.hear()]
            for _ in range(chance.randint(1, 3)):
                ensure_refused(sound)
                words += [life.hear() for _ in range(SAVES)]  # it goes on undisturbed
            words += life.kill()
        with reopened(sound) as (vault, seconds):
            kept = ensure_kept(vault, kept | acknowledged(words))
        return Outcome(Ending.TOLD, len(words), seconds)

    yield attempt


KIND: Final = Kind(
    name="second-instances",
    what="a second Turnstone on the same vault",
    begin=begin,
    full=100,
    short=4,
    stretch=20,
)
