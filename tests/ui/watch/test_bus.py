"""Buses that are not there, not ours, or hang."""

import socket
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.exceptions import TimeoutError as NotInTime
from pytestqt.qtbot import QtBot

from tests.ui.finding import heard
from tests.ui.watch.buses import PrivateBus, Speaker
from tests.ui.watch.conftest import Speak

if sys.platform != "linux":
    pytest.skip("only Linux has these buses", allow_module_level=True)

from desktop.ui.watch.base import SystemWatch
from desktop.ui.watch.bus import session_address, system_address
from desktop.ui.watch.choose import system_watch
from desktop.ui.watch.logind import LogindWatch
from desktop.ui.watch.screensaver import ScreenSaverWatch


@pytest.fixture
def silent(tmp_path: Path) -> Iterator[str]:
    """The address of a bus that takes every call and answers none."""
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "bus"))
        listening.listen()
        yield f"unix:path={tmp_path}/bus"


def goes_on(qtbot: QtBot) -> None:
    """Let the event loop run for a moment."""
    with qtbot.waitCallback() as still_running:
        QTimer.singleShot(100, still_running)


def until_heard(qtbot: QtBot, watch: SystemWatch, speaker: Speaker, command: str) -> None:
    """Say that the screen is locked until the watch, which may come to the bus later, hears it."""
    locks = heard(watch.screen_locked)
    for _ in range(20):
        speaker.do(command)
        with suppress(NotInTime):
            qtbot.waitUntil(lambda: bool(locks), timeout=1000)
            return
    raise AssertionError("it was never heard")


@pytest.mark.parametrize("kind", [LogindWatch, ScreenSaverWatch])
@pytest.mark.parametrize(
    "address", ["", "unix:path=/nowhere/bus", "unix:abstract=nothing-here", "unix:", "rubbish"]
)
def test_without_a_bus_it_is_quiet(
    qtbot: QtBot, address: str, kind: type[LogindWatch | ScreenSaverWatch]
) -> None:
    """Not even a warning of Qt, which would fail the test."""
    watch = kind(address)
    watch.start()
    goes_on(qtbot)
    watch.ready_for_sleep()
    watch.stop()


def test_a_bus_that_never_answers_holds_up_nothing(silent: str, qtbot: QtBot) -> None:
    watch = LogindWatch(silent)
    watch.start()
    goes_on(qtbot)
    watch.stop()


def test_a_bus_that_answers_too_late_is_left_alone(bus: PrivateBus, qtbot: QtBot) -> None:
    with bus.hanging():
        watch = LogindWatch(bus.address)
        watch.start()
        watch.stop()
    goes_on(qtbot)
    watch.start()
    watch.stop()


def test_only_what_stays_on_this_machine_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = "tcp:host=example.org,port=9;unix:path=/here;unixexec:path=sh;autolaunch:"
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", elsewhere)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", elsewhere)

    assert system_address() == "unix:path=/here"
    assert session_address() == "unix:path=/here"


def test_where_the_buses_usually_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DBUS_SYSTEM_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))

    assert system_address() == "unix:path=/run/dbus/system_bus_socket"
    assert session_address() == ""
    (tmp_path / "bus").touch()
    assert session_address() == f"unix:path={tmp_path}/bus"


@pytest.mark.parametrize("interface", ["org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver"])
def test_a_screen_saver_is_told(
    bus: PrivateBus, speak: Speak, qtbot: QtBot, interface: str
) -> None:
    saver, watch = speak("stranger"), ScreenSaverWatch(bus.address)
    watch.start()

    until_heard(qtbot, watch, saver, f"saver {interface} yes")
    with qtbot.assertNotEmitted(watch.screen_locked, wait=100):
        saver.do(f"saver {interface} no")
    watch.stop()


def test_the_watch_of_this_system_hears_both_buses(
    bus: PrivateBus, speak: Speak, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", bus.address)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    logind, parent = speak("auto"), SystemWatch()
    watch = system_watch(parent)
    watch.start()
    logind.wait_for("held sleep delay")

    with qtbot.waitSignal(watch.sleep_announced):
        logind.do("sleep yes")
    watch.ready_for_sleep()
    logind.wait_for("released")

    until_heard(qtbot, watch, logind, "saver org.gnome.ScreenSaver yes")
    watch.stop()
