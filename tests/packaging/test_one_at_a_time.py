"""Two set-ups in one clone wait for each other."""

import subprocess
import sys
from pathlib import Path

import pytest
from one_at_a_time import alone

PACKAGING = Path(__file__).parent.parent.parent / "packaging"
HOLD = """
import sys
from pathlib import Path
from one_at_a_time import alone
with alone(Path(sys.argv[1])):
    print("has it", flush=True)
    sys.stdin.readline()
"""


def holder(path: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=PACKAGING,
    )


def test_the_second_waits_for_the_first(tmp_path: Path) -> None:
    path = tmp_path / "some.lock"
    path.touch()
    with alone(path):
        later = holder(path)
        with pytest.raises(subprocess.TimeoutExpired):
            later.wait(0.5)
    with later:
        assert later.stdout is not None
        assert later.stdout.readline() == "has it\n"
        later.communicate("\n")
    assert later.returncode == 0


def test_one_that_was_killed_holds_nothing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "some.lock"
    path.touch()
    with holder(path) as killed:
        assert killed.stdout is not None
        killed.stdout.readline()
        killed.kill()
    with alone(path):
        assert capfd.readouterr().err == ""
