"""A real message bus of its own for each test, and who speaks on it. No bus of the system is
touched."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QProcess, Slot
from pytestqt.qtbot import QtBot

SERVICE = Path(__file__).with_name("login_service.py")

CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir={folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class PrivateBus:
    """A running ``dbus-daemon`` that only the test knows of."""

    def __init__(self, daemon: "subprocess.Popen[str]", address: str) -> None:
        self._daemon = daemon
        self.address = address

    @contextmanager
    def hanging(self) -> Generator[None]:
        """The bus takes what it is sent, and answers nothing."""
        os.kill(self._daemon.pid, signal.SIGSTOP)
        try:
            yield
        finally:
            os.kill(self._daemon.pid, signal.SIGCONT)


@contextmanager
def private_bus(folder: Path) -> Generator[PrivateBus]:
    """Start a bus, and end it afterwards."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.fail("dbus-daemon is missing; Debian and Ubuntu have it in the package dbus")
    config = folder / "bus.conf"
    config.write_text(CONFIG.format(folder=tempfile.gettempdir()), encoding="utf-8")
    daemon = subprocess.Popen(
        [program, f"--config-file={config}", "--nofork", "--print-address=1"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert daemon.stdout is not None
        yield PrivateBus(daemon, daemon.stdout.readline().strip())
    finally:
        daemon.kill()
        daemon.communicate()


class Speaker(QObject):
    """A process that speaks on the bus as logind does; ``said`` is what it tells of itself."""

    def __init__(self, qtbot: QtBot, address: str, *names: str) -> None:
        super().__init__()
        self._qtbot = qtbot
        self.said: list[str] = []
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.ForwardedErrorChannel)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.start(sys.executable, [str(SERVICE), address, *names])
        self.wait_for("ready")

    def wait_for(self, line: str, times: int = 1) -> None:
        """Wait until it has told something so many times."""
        self._qtbot.waitUntil(lambda: self.said.count(line) >= times, timeout=20_000)

    def do(self, command: str) -> None:
        """Have it do something; returns when it was done."""
        before = self.said.count(f"did {command}")
        self._process.write(f"{command}\n".encode())
        self.wait_for(f"did {command}", before + 1)

    def end(self) -> None:
        """End it, as if it had crashed."""
        self._process.kill()
        self._qtbot.waitUntil(
            lambda: self._process.state() is QProcess.ProcessState.NotRunning, timeout=20_000
        )

    @Slot()
    def _read(self) -> None:
        while self._process.canReadLine():
            self.said.append(self._process.readLine().toStdString().rstrip())
