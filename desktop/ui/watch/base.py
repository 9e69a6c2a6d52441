"""What every system's watch has in common."""

from PySide6.QtCore import QObject, Signal


class SystemWatch(QObject):
    """Tells what happens to the machine. It may tell the same thing more than once.

    Where the system doesn't tell, it is quiet: no error and no delay.
    """

    sleep_announced = Signal()
    """The machine is about to sleep. Some wait a few seconds for ``ready_for_sleep``."""

    screen_locked = Signal()

    woke_up = Signal()
    """The machine slept and is awake again, whether or not that was announced."""

    def start(self) -> None:
        """Begin to watch. Returns at once."""

    def stop(self) -> None:
        """Watch no longer; the machine may sleep as it likes."""

    def ready_for_sleep(self) -> None:
        """Everything is saved: the machine may sleep now."""
