"""From a passphrase to a key: Argon2id, at a cost that fits the machine."""

import time
import unicodedata
from collections.abc import Callable
from typing import Final

import msgspec
from argon2.exceptions import HashingError
from argon2.low_level import Type, hash_secret_raw

from desktop.domain.errors import EmptyPassphraseError, NotEnoughMemoryError, UnusableTextError
from desktop.storage.vault.keys import KEY_BYTES, SALT_BYTES, Secret

MEBI: Final = 1024
LEAST_MEMORY: Final = 64 * MEBI
USUAL_MEMORY: Final = 256 * MEBI

# The cost in a backup from other hands is paid before its seal can be checked, since the key lies
# behind it. So the most is what ``calibrate`` may ask for. Each pass reads the memory twice and
# writes it once: 64 passes over 256 MiB in ``AIM_SECONDS`` move 64 GiB a second, about as much as
# the memory of a fast machine can. Where one pass takes a second, a made-up slot costs a minute.
MOST_MEMORY: Final = USUAL_MEMORY
MOST_PASSES: Final = 64
MOST_LANES: Final = 64

LANES: Final = 4
AIM_SECONDS: Final = 0.75
MOST_SECONDS: Final = 1.0


class KdfCost(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one try of a passphrase costs: memory in KiB, passes over it, parallel lanes.

    Raises:
        ValueError: less than the least cost, or more than ``calibrate`` asks for.
    """

    memory: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        if not (
            LEAST_MEMORY <= self.memory <= MOST_MEMORY
            and 1 <= self.passes <= MOST_PASSES
            and 1 <= self.lanes <= MOST_LANES
        ):
            raise ValueError("a cost out of range")


LEAST_COST: Final = KdfCost(memory=LEAST_MEMORY, passes=1, lanes=LANES)


class Passphrase:
    """A passphrase as typed, made the same for all keyboards.

    Some systems type "é" as one character and others as two; both look alike and must open the
    vault, so the text is brought to Unicode's form NFC and every kind of space to the plain one.
    This is what RFC 8265 (OpaqueString) asks. NFKC is not used: it makes "²" and "2" the same,
    and so a passphrase weaker than it looks.

    Raises:
        EmptyPassphraseError: nothing was typed.
        UnusableTextError: half a character was typed.
    """

    __slots__ = ("_secret",)

    def __init__(self, typed: str) -> None:
        if not typed:
            raise EmptyPassphraseError
        spaced = "".join(" " if unicodedata.category(c) == "Zs" else c for c in typed)
        try:
            self._secret = Secret(unicodedata.normalize("NFC", spaced).encode())
        except UnicodeEncodeError:
            raise UnusableTextError from None

    def __repr__(self) -> str:
        return "Passphrase(hidden)"

    def key(self, salt: bytes, cost: KdfCost) -> Secret:
        """The key that the passphrase gives, by Argon2id (RFC 9106). Slow on purpose.

        Raises:
            NotEnoughMemoryError: the machine can't spare ``cost.memory``.
        """
        try:
            raw = hash_secret_raw(
                self._secret.reveal(),
                salt,
                time_cost=cost.passes,
                memory_cost=cost.memory,
                parallelism=cost.lanes,
                hash_len=KEY_BYTES,
                type=Type.ID,
            )
        except HashingError:
            raise NotEnoughMemoryError from None
        return Secret(raw)


def measured(cost: KdfCost) -> float:
    """Seconds that one try takes here and now; infinity when there is too little memory."""
    began = time.perf_counter()
    try:
        Passphrase("how long does it take").key(bytes(SALT_BYTES), cost)
    except NotEnoughMemoryError:
        return float("inf")
    return time.perf_counter() - began


def calibrate(measure: Callable[[KdfCost], float] = measured) -> KdfCost:
    """A cost that makes one try last 0.5 to 1 s here; takes about as long to find.

    Memory comes before passes, since it is memory that makes guessing on graphics cards dear. A
    machine on which even the least cost takes longer gets the least cost.
    """
    memory = USUAL_MEMORY
    one_pass = measure(KdfCost(memory, 1, LANES))
    while one_pass > MOST_SECONDS and memory > LEAST_MEMORY:
        memory //= 2
        one_pass = measure(KdfCost(memory, 1, LANES))
    passes = max(1, min(round(AIM_SECONDS / one_pass), MOST_PASSES))
    return KdfCost(memory, passes, LANES)
