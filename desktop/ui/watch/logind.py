"""What Linux tells through systemd's logind, or elogind: sleep, and the lock of the screen.

The interface is described in the manual page org.freedesktop.login1(5).
"""

import os
from typing import Final

from jeepney import DBusAddress
from jeepney.fds import FileDescriptor
from PySide6.QtCore import QObject

from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.bus import BUS, Heard, Listener

_SERVICE: Final = "org.freedesktop.login1"
_MANAGER: Final = DBusAddress("/org/freedesktop/login1", _SERVICE, "org.freedesktop.login1.Manager")
_SESSION: Final = "org.freedesktop.login1.Session"
_PROPERTIES: Final = "org.freedesktop.DBus.Properties"
_BUS: Final = "org.freedesktop.DBus"


class LogindWatch(SystemWatch):
    """Listens to logind on the bus at an address.

    While it watches it holds a delay: the machine goes to sleep only after ``ready_for_sleep``, or
    after the five seconds or so that logind waits for anyone.
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
        """Listen no longer, and let go of the delay."""
        if self._listener is not None:
            self._listener.close()
            self._listener = None

    def ready_for_sleep(self) -> None:
        """Let go of the delay. It is taken again after the sleep."""
        if self._listener is not None:
            self._listener.let_sleep()


class _Listener(Listener):
    """What is done on the thread. Logind is known by its ``owner``, its own name on the bus."""

    def __init__(self, address: str, watch: LogindWatch) -> None:
        super().__init__(address)
        self._watch = watch
        self._owner = ""
        self._session = ""
        self._delay: FileDescriptor | None = None

    def close(self) -> None:
        """Tell nothing from now on, and hold up no sleep."""
        super().close()
        self.let_sleep()

    def let_sleep(self) -> None:
        """Let go of the delay, from whichever thread."""
        with self.lock:
            if self._delay is not None:
                self._delay.close()
                self._delay = None

    def listen(self) -> None:
        """Hear all that logind says, and who logind is."""
        self.wish("org.freedesktop.login1.Manager", "PrepareForSleep", _SERVICE)
        self.wish(_SESSION, "Lock", _SERVICE)
        self.wish(_PROPERTIES, "PropertiesChanged", _SERVICE, first=_SESSION)
        self.wish(_BUS, "NameOwnerChanged", _BUS, first=_SERVICE)
        owner = self.ask(BUS, "GetNameOwner", "s", _SERVICE)
        self._meet(owner[0] if owner is not None else "")
        for heard in self.heard():
            self._take_in(heard)

    def _take_in(self, heard: Heard) -> None:
        match heard.name, heard.facts:
            case "NameOwnerChanged", (_, _, owner) if heard.sender == _BUS:
                # It went, or came back: what it was told before is forgotten.
                self._meet(owner)
            case _ if heard.sender != self._owner:
                pass
            case "PrepareForSleep", (True,):
                self.tell(self._watch.sleep_announced)
            case "PrepareForSleep", _:
                self._take_delay()
                self.tell(self._watch.woke_up)
            case ("Lock", _) | ("PropertiesChanged", (_, {"LockedHint": (_, True)}, _)):
                # Any screen counts while ours is not known: to lock once too often is harmless.
                if self._session in ("", heard.path):
                    self.tell(self._watch.screen_locked)
            case _:
                pass

    def _meet(self, owner: str) -> None:
        self.let_sleep()
        self._owner = owner
        if owner:
            self._take_delay()
            self._session = self._own_session()

    def _take_delay(self) -> None:
        why = "Notes are being saved and locked"
        got = self.ask(_MANAGER, "Inhibit", "ssss", "sleep", "Turnstone", why, "delay")
        if got is None:
            return
        with self.lock:
            self.let_sleep()
            self._delay = got[0]
            # A process that follows this one after a lock must not go on holding it.
            os.set_inheritable(got[0].fileno(), False)
            if not self.is_open:
                self.let_sleep()

    def _own_session(self) -> str:
        """The path of our session, or nothing where logind knows none.

        An app that a desktop starts may be in no session. Then that of the user's display is
        ours, which logind calls "auto"; an older one knows it only by its number.
        """
        asked: list[tuple[str, str, str | int]] = [
            ("GetSessionByPID", "u", os.getpid()),
            ("GetSession", "s", "auto"),
            ("GetSession", "s", os.environ.get("XDG_SESSION_ID", "none")),
        ]
        answers = (self.ask(_MANAGER, *question) for question in asked)
        return next((path for (path,) in filter(None, answers)), "")
