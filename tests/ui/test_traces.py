"""What Qt would write or print by itself; asked in processes of their own, as it holds for all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
WARNING = "a folder that is called Ana"

WARN = """
import sys
from PySide6.QtCore import qCritical, qWarning
from desktop.ui.traces import silence_qt
silence_qt()
qWarning(sys.argv[1]); qCritical(sys.argv[1])
"""

CHOOSE = """
import sys
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QFileDialog
from shiboken6 import delete
from desktop.ui.traces import leave_no_traces
leave_no_traces()
qt = QApplication(["x"])
dialog = QFileDialog(None, "", sys.argv[1])
dialog.open()
dialog.setHistory([sys.argv[1]])
delete(dialog)
own = QSettings(sys.argv[1] + "/own.ini", QSettings.Format.IniFormat)
own.setValue("kept", 1)
own.sync()
assert own.status() is QSettings.Status.NoError
"""


def run(program: str, *words: str, **variables: str) -> str:
    """What a program printed on standard error."""
    ended = subprocess.run(
        [sys.executable, "-c", program, *words],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stderr


def test_qt_prints_no_warnings() -> None:
    assert run(WARN, WARNING) == ""


def test_whoever_looks_for_a_fault_can_have_them_printed() -> None:
    assert run(WARN, WARNING, QT_LOGGING_RULES="*=true").count(WARNING) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="Qt keeps its settings elsewhere there")
def test_the_file_dialog_keeps_nothing_and_our_settings_are_kept(tmp_path: Path) -> None:
    names = {"HOME": tmp_path, "XDG_CONFIG_HOME": tmp_path / "config"}
    run(CHOOSE, str(tmp_path), **{name: str(path) for name, path in names.items()})

    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["own.ini"]
