"""What the screen savers of Linux tell, for desktops that don't tell logind."""

from typing import Final

from PySide6.QtCore import QObject, Slot

from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.bus import Bus

_INTERFACES: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class ScreenSaverWatch(SystemWatch):
    """Listens to the screen saver on the bus at an address.

    Whoever runs on the bus of this login may do everything that the user may, so it doesn't
    matter who sends a signal. A saver may cover the screen and lock it later; we lock at once.
    """

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = Bus(address, self)
        self._bus.connected.connect(self._on_connected)

    def start(self) -> None:
        """Listen as soon as the bus answers."""
        self._bus.open()

    def stop(self) -> None:
        """Listen no longer."""
        self._bus.close()

    @Slot()
    def _on_connected(self) -> None:
        for interface in _INTERFACES:
            self._bus.listen(interface, "ActiveChanged", self, "_on_active_changed(bool)")

    @Slot(bool)
    def _on_active_changed(self, active: bool) -> None:
        if active:
            self.screen_locked.emit()
