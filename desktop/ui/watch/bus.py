"""A message bus of Linux, listened to on a thread of its own.

A bus that hangs stops whoever speaks with it, so nothing of that is done in the thread of the
windows. Qt's own way is not used: PySide keeps Python's lock while it connects and disconnects,
and Qt's thread for the bus wants that lock for each Python object that ever listened.
"""

import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from threading import RLock, Thread
from typing import Any, Final, cast

import jeepney
from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, Message, MessageType
from jeepney.io import blocking
from PySide6.QtCore import SignalInstance

# They say little of their types.
_jeepney: Any = jeepney
_blocking: Any = blocking

BUS: Final = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
"""The bus itself, as one who can be asked."""

_PATIENCE: Final = 5.0
"""Seconds after which an answer is no longer awaited."""

_BOTH_WAYS: Final = 2
"""How a socket is told to be shut down for reading and writing."""


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


class Heard:
    """A signal that came over the bus."""

    def __init__(self, message: Message) -> None:
        fields = cast("dict[HeaderFields, str]", message.header.fields)
        self.sender: Final = fields.get(HeaderFields.sender, "")
        self.path: Final = fields.get(HeaderFields.path, "")
        self.name: Final = fields.get(HeaderFields.member, "")
        self.facts: Final = cast("tuple[Any, ...]", message.body)


class Listener(ABC):
    """Listens to the bus at an address, from ``start`` to ``close``, and only once.

    Where there is no bus, or where it goes, it ends quietly.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._line: Any = None
        self._connection: Any = None
        self._waiting: deque[Message] = deque()
        self._open = True
        self.lock: Final = RLock()

    def start(self) -> None:
        """Begin. Returns at once."""
        if self._address:
            Thread(target=self._run, name="bus", daemon=True).start()

    def close(self) -> None:
        """Tell nothing from now on, and end the thread, whatever the bus does."""
        with self.lock:
            self._open = False
            if self._line is not None:
                with suppress(OSError):  # the bus may be gone already
                    self._line.shutdown(_BOTH_WAYS)

    @property
    def is_open(self) -> bool:
        """Whether anybody still wants to know."""
        return self._open

    @abstractmethod
    def listen(self) -> None:
        """Ask for what is to be heard, and hear it. Runs on the thread until it fails."""

    def tell(self, signal: SignalInstance) -> None:
        """Send a signal of Qt, which arrives in the thread of the windows; not once closed."""
        with self.lock:
            if self._open:
                signal.emit()

    def wish(self, interface: str, name: str, sender: str | None = None, first: str = "") -> None:
        """Have the bus pass on a signal, from a ``sender`` or all, or by its ``first`` fact."""
        rule = MatchRule(type="signal", sender=sender, interface=interface, member=name)
        if first:
            rule.add_arg_condition(0, first)
        self.ask(BUS, "AddMatch", "s", rule.serialise())

    def ask(
        self, whom: DBusAddress, method: str, kinds: str, *facts: str | int
    ) -> tuple[Any, ...] | None:
        """The answer to a call, or None where it is refused or doesn't come in time.

        ``kinds`` are the types of the facts as D-Bus writes them.
        """
        call = _jeepney.new_method_call(whom, method, kinds, facts)
        reply: Any
        try:
            reply = self._there.send_and_get_reply(call, timeout=_PATIENCE)
        except TimeoutError:
            return None
        refused = reply.header.message_type is MessageType.error
        return None if refused else cast("tuple[Any, ...]", reply.body)

    def heard(self) -> Iterator[Heard]:
        """All signals from now on, also those that came while an answer was awaited."""
        while True:
            yield Heard(self._there.recv_until_filtered(self._waiting))

    @property
    def _there(self) -> Any:
        if self._connection is None:
            raise ConnectionError
        return self._connection

    def _run(self) -> None:
        # What is wrong with a bus, or with its address, is told in all these ways.
        with (
            suppress(OSError, RuntimeError, ValueError, DBusErrorResponse),
            _blocking.prep_socket(_blocking.get_bus(self._address), enable_fds=True) as line,
        ):
            with self.lock:
                self._line = line
            try:
                self._listen_on(line)
            finally:
                with self.lock:
                    self._line = None

    def _listen_on(self, line: Any) -> None:
        """Greet the bus, and listen to it until it goes or nobody wants to know."""
        if not self._open:
            return
        with blocking.DBusConnection(line, enable_fds=True) as connection:
            self._connection = connection
            self._there.filter(MatchRule(type="signal"), queue=self._waiting)
            self.listen()
