"""Two clocks that nobody can set: one goes on while the machine sleeps, one stands still.

Both count milliseconds from some start. The clock on the wall is no help here: it jumps when
somebody sets it. The ways of Windows and macOS were not tried on those systems yet.
"""

import sys
import time
from collections.abc import Callable
from typing import Final

Milliseconds = Callable[[], int]

if sys.platform == "win32":
    from ctypes import WinDLL, byref, c_ulonglong

    _kernel = WinDLL("kernel32")
    _kernel.GetTickCount64.restype = c_ulonglong

    def with_sleep() -> int:
        """Milliseconds, those asleep included."""
        return int(_kernel.GetTickCount64())

    def without_sleep() -> int:
        """Milliseconds awake."""
        ticks = c_ulonglong()  # of 100 ns
        _kernel.QueryUnbiasedInterruptTime(byref(ticks))
        return ticks.value // 10_000

elif sys.platform == "darwin":

    def with_sleep() -> int:
        """Milliseconds, those asleep included."""
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC_RAW) // 1_000_000

    def without_sleep() -> int:
        """Milliseconds awake."""
        return time.clock_gettime_ns(time.CLOCK_UPTIME_RAW) // 1_000_000

else:

    def with_sleep() -> int:
        """Milliseconds, those asleep included."""
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000

    def without_sleep() -> int:
        """Milliseconds awake."""
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000


LONG_SLEEP: Final = 1000
"""The shortest sleep that counts, in milliseconds. The clocks of some systems tick coarsely."""

_AT_ONCE: Final = 100
"""How far apart two readings may lie to count as one, in milliseconds."""


def slept_so_far(
    asleep_too: Milliseconds = with_sleep, awake: Milliseconds = without_sleep
) -> int | None:
    """Milliseconds asleep since some start; None when the clocks could not be read together.

    On a busy machine much time may pass from one reading to the next, and would look like sleep.
    """
    before = awake()
    both = asleep_too()
    after = awake()
    return both - before if after - before <= _AT_ONCE else None
