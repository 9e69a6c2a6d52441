"""What the screen savers of Linux tell, for desktops that don't tell logind."""

from typing import Final

from PySide6.QtCore import QObject

from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.bus import Listener

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
        self._address = address
        self._listener: _Listener | None = None

    def start(self) -> None:
        """Listen as soon as the bus answers."""
        if self._listener is None:
            self._listener = _Listener(self._address, self)
            self._listener.start()

    def stop(self) -> None:
        """Listen no longer."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None


class _Listener(Listener):
    """What is done on the thread."""

    def __init__(self, address: str, watch: ScreenSaverWatch) -> None:
        super().__init__(address)
        self._watch = watch

    def listen(self) -> None:
        """Hear whether a saver covers the screen."""
        for interface in _INTERFACES:
            self.wish(interface, "ActiveChanged")
        for heard in self.heard():
            if heard.name == "ActiveChanged" and heard.facts == (True,):
                self.tell(self._watch.screen_locked)
