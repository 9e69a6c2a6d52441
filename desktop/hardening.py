"""Keeps what is in memory out of the files that a crash leaves.

One thing is left out on purpose: ``prctl(PR_SET_DUMPABLE, 0)``. It would also keep debuggers of
the same user away, but ``/proc/self`` then belongs to root, and the desktop portal, which looks
there to tell who asks, refuses its file dialogs and its news of the screen lock.
"""

import sys
from contextlib import suppress
from pathlib import Path

_NO_MEMORY_AT_ALL = "0"


def harden() -> None:
    """Switch off core dumps and crash reports with memory in them, also for child processes.

    To be called before anything private is in memory. What a system does not allow is let be.
    """
    if sys.platform == "win32":
        _harden_windows()
        return
    if sys.platform == "linux":
        # The kernel hands a core to the collector of crashes, where there is one, whatever the
        # limit: only at a limit of one byte it does not (fs/coredump.c). No file is that small.
        _limit_core(1)
        # Where the limit was put even lower before, the collector gets a core without memory.
        with suppress(OSError):
            Path("/proc/self/coredump_filter").write_text(_NO_MEMORY_AT_ALL, encoding="ascii")
        return
    _limit_core(0)


def _limit_core(most: int) -> None:
    """Limit the size of a core to so many bytes, for good."""
    if sys.platform != "win32":
        import resource

        with suppress(OSError, ValueError):  # it is lower already, and can't be raised
            resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def _harden_windows() -> None:
    """Let Windows Error Reporting show nothing and keep no heap. Not tried on a real system."""
    if sys.platform == "win32":
        import ctypes

        fail_critical_errors, no_fault_box, no_open_file_box = 0x0001, 0x0002, 0x8000
        no_heap = 0x0001  # WER_FAULT_REPORTING_FLAG_NOHEAP
        kernel = ctypes.windll.kernel32
        # Child processes inherit the mode of errors, not the flags.
        kernel.SetErrorMode(fail_critical_errors | no_fault_box | no_open_file_box)
        kernel.WerSetFlags(no_heap)
