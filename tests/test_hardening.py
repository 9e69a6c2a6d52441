"""A crash leaves no memory behind: neither in a file, nor for a collector of crashes."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks Linux itself")

# As many bytes of a core as can be had, before anything of ours runs.
ALLOW = """
import resource
try:
    resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
except (OSError, ValueError):
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
"""

# A command runs; then a child tells its limits, and the process crashes.
START = """
import sys
sys.path.insert(0, sys.argv[1])
from desktop.__main__ import main
main(["lint", "nothing"])
"""

TELL = """
import subprocess
script = (
    "import resource; print(resource.getrlimit(resource.RLIMIT_CORE));"
    "print(open('/proc/self/coredump_filter').read())"
)
subprocess.run([sys.executable, "-c", script], check=True)
"""

CRASH = """
import os, signal
os.kill(os.getpid(), signal.SIGSEGV)
"""


def crashed(folder: Path, program: str) -> str:
    """Let a program crash in a folder; gives what it told before."""
    ended = subprocess.run(
        [sys.executable, "-c", program, str(ROOT)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == -11, ended.stderr
    return ended.stdout


def test_a_crash_leaves_no_core(tmp_path: Path) -> None:
    crashed(tmp_path, ALLOW + START + CRASH)

    assert list(tmp_path.iterdir()) == []


def test_child_processes_are_limited_too(tmp_path: Path) -> None:
    limit, memory = crashed(tmp_path, ALLOW + START + TELL + CRASH).split("\n")[:2]

    # A limit that was at nought already can't be raised.
    assert limit in ("(1, 1)", "(0, 0)")
    assert int(memory, 16) == 0
