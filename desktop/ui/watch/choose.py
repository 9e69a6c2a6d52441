"""Chooses the watch of this system."""

import sys
from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.ui.watch.base import SystemWatch


class Watches(SystemWatch):
    """Several watches as one."""

    def __init__(self, watches: Sequence[SystemWatch], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watches = tuple(watches)
        for watch in self._watches:
            watch.setParent(self)
            watch.sleep_announced.connect(self.sleep_announced)
            watch.screen_locked.connect(self.screen_locked)
            watch.woke_up.connect(self.woke_up)

    def start(self) -> None:
        """Start all."""
        for watch in self._watches:
            watch.start()

    def stop(self) -> None:
        """Stop all."""
        for watch in self._watches:
            watch.stop()

    def ready_for_sleep(self) -> None:
        """Tell it to all."""
        for watch in self._watches:
            watch.ready_for_sleep()


def system_watch(parent: QObject | None = None) -> SystemWatch:
    """All that this system can tell. What that takes is imported here, and not before."""
    from desktop.ui.watch.waking import WakingWatch

    return Watches([*_own_ways(), WakingWatch()], parent)


def _own_ways() -> list[SystemWatch]:
    if sys.platform == "linux":
        from desktop.ui.watch.bus import session_address, system_address
        from desktop.ui.watch.logind import LogindWatch
        from desktop.ui.watch.screensaver import ScreenSaverWatch

        return [LogindWatch(system_address()), ScreenSaverWatch(session_address())]
    if sys.platform == "win32":
        from desktop.ui.watch.windows import WindowsWatch

        return [WindowsWatch()]
    if sys.platform == "darwin":
        from desktop.ui.watch.macos import MacWatch

        return [MacWatch()]
    return []
