"""What Linux tells through systemd's logind, or elogind: sleep, and the lock of the screen.

The interface is described in the manual page org.freedesktop.login1(5).
"""

import os
from collections.abc import Iterator
from typing import Any, Final

from PySide6.QtCore import QObject, Slot
from PySide6.QtDBus import (
    QDBusMessage,
    QDBusObjectPath,
    QDBusServiceWatcher,
    QDBusUnixFileDescriptor,
)

from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.bus import Bus

_SERVICE: Final = "org.freedesktop.login1"
_PATH: Final = "/org/freedesktop/login1"
_MANAGER: Final = "org.freedesktop.login1.Manager"
_SESSION: Final = "org.freedesktop.login1.Session"
_BUS: Final = "org.freedesktop.DBus"
_NOTHING: Final = "_on_nothing(QDBusError,QDBusMessage)"


class LogindWatch(SystemWatch):
    """Listens to logind on the bus at an address.

    While it watches it holds a delay: the machine goes to sleep only after ``ready_for_sleep``, or
    after the five seconds or so that logind waits for anyone.
    """

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bus = Bus(address, self)
        self._bus.connected.connect(self._on_connected)
        self._service: QDBusServiceWatcher | None = None
        self._owner = ""
        self._session = ""
        self._candidates: Iterator[str] = iter(())
        self._delay: int | None = None

    def start(self) -> None:
        """Listen as soon as the bus answers."""
        self._bus.open()

    def stop(self) -> None:
        """Listen no longer, and let go of the delay."""
        self.ready_for_sleep()
        self._owner = ""
        if self._service is not None:
            self._service.deleteLater()
            self._service = None
        self._bus.close()

    def ready_for_sleep(self) -> None:
        """Let go of the delay. It is taken again after the sleep."""
        if self._delay is not None:
            os.close(self._delay)
            self._delay = None

    @Slot()
    def _on_connected(self) -> None:
        bus = self._bus
        bus.listen(_MANAGER, "PrepareForSleep", self, "_on_prepare_for_sleep(QDBusMessage)")
        bus.listen(_SESSION, "Lock", self, "_on_lock(QDBusMessage)")
        bus.listen_to_changes(_SESSION, self, "_on_changed(QString,QVariantMap,QDBusMessage)")
        if bus.connection is not None:
            owner_change = QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange
            self._service = QDBusServiceWatcher(_SERVICE, bus.connection, owner_change, self)
            self._service.serviceOwnerChanged.connect(self._on_owner_changed)
        call = QDBusMessage.createMethodCall(_BUS, "/org/freedesktop/DBus", _BUS, "GetNameOwner")
        bus.ask(call, [_SERVICE], self, ("_on_owner(QDBusMessage)", _NOTHING))

    @Slot(QDBusMessage)
    def _on_owner(self, reply: QDBusMessage) -> None:
        (owner,) = reply.arguments()
        self._meet(owner)

    @Slot(str, str, str)
    def _on_owner_changed(self, _service: str, _before: str, owner: str) -> None:
        """Logind went, or came back: what it was told before is forgotten."""
        self.ready_for_sleep()
        self._meet(owner)

    def _meet(self, owner: str) -> None:
        """Make ourselves known to logind, which goes by a name of its own on the bus."""
        if owner == self._owner:
            return
        self._owner = owner
        self._session = ""
        if owner:
            self._take_delay()
            # "auto" is the session of the caller or, for one who is in none, that of the user's
            # display; an older logind knows only names such as "2". (Asking by process id is not
            # open to us: PySide can't send a number of the type it takes.)
            names = ["auto", os.environ.get("XDG_SESSION_ID", "")]
            self._candidates = iter([name for name in names if name])
            self._ask_for_session()

    def _take_delay(self) -> None:
        self._ask(
            "Inhibit",
            ["sleep", "Turnstone", "Notes are being saved and locked", "delay"],
            ("_on_delay(QDBusMessage)", _NOTHING),
        )

    def _ask_for_session(self) -> None:
        name = next(self._candidates, None)
        if name is not None:
            slots = ("_on_session(QDBusMessage)", "_on_no_session(QDBusError,QDBusMessage)")
            self._ask("GetSession", [name], slots)

    def _ask(self, method: str, arguments: list[str], slots: tuple[str, str]) -> None:
        call = QDBusMessage.createMethodCall(_SERVICE, _PATH, _MANAGER, method)
        self._bus.ask(call, arguments, self, slots)

    @Slot(QDBusMessage)
    def _on_delay(self, reply: QDBusMessage) -> None:
        (descriptor,) = reply.arguments()
        if isinstance(descriptor, QDBusUnixFileDescriptor) and self._owner:
            self.ready_for_sleep()
            self._delay = descriptor.takeFileDescriptor()
            # A process that follows this one after a lock must not go on holding it.
            os.set_inheritable(self._delay, False)

    @Slot(QDBusMessage)
    def _on_session(self, reply: QDBusMessage) -> None:
        (path,) = reply.arguments()
        if isinstance(path, QDBusObjectPath):
            self._session = path.path()

    @Slot("QDBusError", QDBusMessage)
    def _on_no_session(self, _error: object, _reply: QDBusMessage) -> None:
        self._ask_for_session()

    @Slot("QDBusError", QDBusMessage)
    def _on_nothing(self, _error: object, _reply: QDBusMessage) -> None:
        """It may not be so here: no logind, or it grants no delay. Nobody has to know."""

    @Slot(QDBusMessage)
    def _on_prepare_for_sleep(self, signal: QDBusMessage) -> None:
        if not self._is_logind(signal):
            return
        if signal.arguments() == [True]:
            self.sleep_announced.emit()
        else:
            self._take_delay()
            self.woke_up.emit()

    @Slot(QDBusMessage)
    def _on_lock(self, signal: QDBusMessage) -> None:
        if self._is_ours(signal):
            self.screen_locked.emit()

    @Slot(str, "QVariantMap", QDBusMessage)
    def _on_changed(self, _interface: str, now: dict[str, Any], signal: QDBusMessage) -> None:
        if now.get("LockedHint") is True and self._is_ours(signal):
            self.screen_locked.emit()

    def _is_logind(self, signal: QDBusMessage) -> bool:
        return bool(self._owner) and signal.service() == self._owner

    def _is_ours(self, signal: QDBusMessage) -> bool:
        """Whether it is about our session, or about any while ours is not known.

        To lock once too often is harmless.
        """
        return self._is_logind(signal) and self._session in ("", signal.path())
