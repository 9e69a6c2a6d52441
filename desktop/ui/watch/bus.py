"""A message bus of Linux, reached without ever holding up the window.

Qt's own calls would wait in two places, in which a bus that hangs stops the window for good. One
is connecting, so a thread first tries whether the bus answers. The other is listening to a service
by its name, so signals are heard of whoever sends them, and are told apart afterwards.
"""

import os
from collections.abc import Sequence
from contextlib import suppress
from ctypes import CDLL, c_char_p, c_int, c_void_p
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Final, cast

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage

_PATIENCE: Final = 5000
"""Milliseconds after which an answer is no longer awaited."""

_numbers = count(1)


def system_address() -> str:
    """Where the system's bus is."""
    given = os.environ.get("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/run/dbus/system_bus_socket")
    return _local(given)


def session_address() -> str:
    """Where the bus of this login is; empty when there is none. None is ever started for us."""
    folder = os.environ.get("XDG_RUNTIME_DIR")
    usual = f"unix:path={folder}/bus" if folder and Path(folder, "bus").exists() else ""
    return _local(os.environ.get("DBUS_SESSION_BUS_ADDRESS", usual))


def _local(address: str) -> str:
    """What of an address stays on this machine: we open no sockets but Unix ones."""
    return ";".join(part for part in address.split(";") if part.startswith("unix:"))


class Bus(QObject):
    """One bus at an address. Until it is ``connected`` nothing can be asked of it."""

    connected = Signal()

    _answered = Signal()

    def __init__(self, address: str, parent: QObject) -> None:
        super().__init__(parent)
        self._address = address
        self._name = ""
        self._connection: QDBusConnection | None = None
        self._answered.connect(self._connect)

    def open(self) -> None:
        """Connect as soon as the bus answers, which may be never."""
        if self._address and not self._name:
            self._name = f"turnstone-{next(_numbers)}"
            Thread(target=self._try, name=self._name, daemon=True).start()

    def close(self) -> None:
        """Hear no more of the bus."""
        if self._connection is not None:
            self._connection = None
            QDBusConnection.disconnectFromBus(self._name)
        self._name = ""

    @property
    def connection(self) -> QDBusConnection | None:
        """The connection, while there is one."""
        return self._connection

    def listen(self, interface: str, signal: str, receiver: QObject, slot: str) -> None:
        """Call a slot with each signal of an interface, whoever sends it."""
        if self._connection is not None:
            self._connection.connect("", "", interface, signal, receiver, _member(slot))

    def listen_to_changes(self, interface: str, receiver: QObject, slot: str) -> None:
        """Call a slot with each change of the properties of an interface, whoever sends it."""
        if self._connection is not None:
            self._connection.connect(
                "",
                "",
                "org.freedesktop.DBus.Properties",
                "PropertiesChanged",
                [interface],  # else everything that changes on the bus would wake us
                "sa{sv}as",
                receiver,
                _member(slot),
            )

    def ask(
        self,
        call: QDBusMessage,
        arguments: Sequence[str],
        receiver: QObject,
        slots: tuple[str, str],
    ) -> None:
        """Call a method, and then one of two slots: with its answer, or with what went wrong."""
        if self._connection is None:
            return
        call.setArguments(arguments)
        answered, failed = slots
        self._connection.callWithCallback(
            call, receiver, _member(answered), _member(failed), _PATIENCE
        )

    def _try(self) -> None:
        """Runs on a thread of its own, which hangs when the bus does."""
        if _says_hello(self._address):
            with suppress(RuntimeError):  # nobody may wait for it any more
                self._answered.emit()

    @Slot()
    def _connect(self) -> None:
        if not self._name:
            return
        connection = QDBusConnection.connectToBus(self._address, self._name)
        if connection.isConnected():
            self._connection = connection
            self.connected.emit()


def _member(slot: str) -> bytes:
    """A slot's signature as Qt wants it. PySide takes only text here, but declares bytes."""
    return cast(bytes, SLOT(slot))


def _says_hello(address: str) -> bool:
    """Whether a bus takes us on. Blocks as long as the bus does, without Python's lock.

    This is what Qt does to connect, with the library that Qt has loaded already.
    """
    library = CDLL("libdbus-1.so.3")
    library.dbus_connection_open_private.argtypes = [c_char_p, c_void_p]
    library.dbus_connection_open_private.restype = c_void_p
    library.dbus_bus_register.argtypes = [c_void_p, c_void_p]
    library.dbus_bus_register.restype = c_int
    for name in ("dbus_connection_close", "dbus_connection_unref"):
        getattr(library, name).argtypes = [c_void_p]
    connection = library.dbus_connection_open_private(address.encode(), None)
    if not connection:
        return False
    try:
        return bool(library.dbus_bus_register(connection, None))
    finally:
        library.dbus_connection_close(connection)
        library.dbus_connection_unref(connection)
