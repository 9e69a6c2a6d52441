"""A stand-in for logind, in a process of its own, with the same interface on a bus of the tests.

    python login_service.py ADDRESS [NAME…]

It knows one session by each NAME that it may be asked for, and by our process id with the name
``process``. With ``no-delay`` it grants no delay, and a ``stranger`` is not logind at all. It does
what lines on standard input say, and tells on standard output what happens to it. Like the real
one it refuses arguments of another type.
"""

import os
import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSocketNotifier, Slot
from PySide6.QtDBus import (
    QDBusConnection,
    QDBusMessage,
    QDBusObjectPath,
    QDBusUnixFileDescriptor,
    QDBusVirtualObject,
)

BUS = "org.freedesktop.DBus"
LOGIN = "org.freedesktop.login1"
MANAGER = "/org/freedesktop/login1"
OWN = "_31"


def tell(*words: str) -> None:
    sys.stdout.write(" ".join(words) + "\n")
    sys.stdout.flush()


def session_path(name: str) -> str:
    return f"{MANAGER}/session/{name}"


class Manager(QDBusVirtualObject):
    """The manager and all its sessions."""

    def __init__(self, bus: QDBusConnection, names: Sequence[str]) -> None:
        super().__init__()
        self.bus = bus
        self.names = names
        self.delays: list[QSocketNotifier] = []

    def introspect(self, _path: str, /) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection, /) -> bool:
        match message.interface(), message.member(), message.signature():
            case "org.freedesktop.login1.Manager", "GetSession", "s":
                reply = self.session(message)
            case "org.freedesktop.login1.Manager", "GetSessionByPID", "u":
                reply = self.session(message)
            case "org.freedesktop.login1.Manager", "Inhibit", "ssss":
                reply = self.inhibit(message)
            case _:
                return False
        connection.send(reply)
        return True

    def session(self, call: QDBusMessage) -> QDBusMessage:
        """The answer to a name, or to a process id, which is the word ``process`` here."""
        (asked,) = call.arguments()
        name = asked if isinstance(asked, str) else "process"
        tell("asked", name)
        if name not in self.names:
            return call.createErrorReply(LOGIN + ".NoSuchSession", "no such session")
        reply = call.createReply()
        reply.setArguments([QDBusObjectPath(session_path(OWN))])
        return reply

    def inhibit(self, call: QDBusMessage) -> QDBusMessage:
        what, who, why, mode = call.arguments()
        if "no-delay" in self.names or not who or not why:
            tell("denied")
            return call.createErrorReply("org.freedesktop.DBus.Error.AccessDenied", "not you")
        ours, theirs = os.pipe()
        reply = call.createReply()
        reply.setArguments([QDBusUnixFileDescriptor(theirs)])
        os.close(theirs)
        end = QSocketNotifier(ours, QSocketNotifier.Type.Read, self)
        end.activated.connect(self.released)
        self.delays.append(end)
        tell("held", what, mode)
        return reply

    @Slot()
    def released(self) -> None:
        """Nobody has the other end of a pipe any more."""
        end = self.sender()
        if isinstance(end, QSocketNotifier):
            end.setEnabled(False)
            tell("released")

    @Slot()
    def obey(self) -> None:
        """Do what a line says: a command and its words."""
        words = sys.stdin.readline().split()
        match words:
            case ["sleep", begins]:
                self.signal(MANAGER, LOGIN + ".Manager", "PrepareForSleep", [begins == "yes"])
            case ["lock", session]:
                self.signal(session_path(session), LOGIN + ".Session", "Lock", [])
            case ["hint", session, locked]:
                # PySide takes an empty list for one of variants, which logind would never send.
                facts = [LOGIN + ".Session", {"LockedHint": locked == "yes"}, ["Timestamp"]]
                changed = "org.freedesktop.DBus.Properties", "PropertiesChanged"
                self.signal(session_path(session), *changed, facts)
            case ["saver", interface, active]:
                path = "/" + interface.replace(".", "/")
                self.signal(path, interface, "ActiveChanged", [active == "yes"])
            case _:
                QCoreApplication.quit()
        tell("did", *words)

    def signal(self, path: str, interface: str, name: str, arguments: Sequence[object]) -> None:
        """Send a signal to all who asked for it; a stranger sends it to all, asked or not."""
        for whom in self.everybody() if "stranger" in self.names else [""]:
            signal = QDBusMessage.createTargetedSignal(whom, path, interface, name)
            signal.setArguments(arguments)
            self.bus.send(signal)

    def everybody(self) -> list[str]:
        call = QDBusMessage.createMethodCall(BUS, "/org/freedesktop/DBus", BUS, "ListNames")
        (names,) = self.bus.call(call).arguments()
        return [name for name in names if name.startswith(":")]


def main(address: str, *names: str) -> None:
    app = QCoreApplication([])
    bus = QDBusConnection.connectToBus(address, "login")
    manager = Manager(bus, names)
    with_sessions = QDBusConnection.VirtualObjectRegisterOption.SubPath
    assert bus.registerVirtualObject(MANAGER, manager, with_sessions), bus.lastError().message()
    if "stranger" not in names:
        assert bus.registerService(LOGIN), bus.lastError().message()
    lines = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    lines.activated.connect(manager.obey)
    tell("ready")
    app.exec()


if __name__ == "__main__":
    main(*sys.argv[1:])
