"""The command line of set-up, as its caller sees it."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
BOOTSTRAP = ROOT / "packaging" / "bootstrap.py"


def bootstrap(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(BOOTSTRAP), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_bundle_is_honestly_missing() -> None:
    ended = bootstrap("bundle")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1


@pytest.mark.parametrize("arguments", [[], ["no-such-command"]])
def test_wrong_use_is_told_apart_from_failure(arguments: list[str]) -> None:
    ended = bootstrap(*arguments)
    assert ended.returncode == 2
    assert "run" in ended.stderr


def test_ci_does_nothing_but_call_it() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1] == "python3 packaging/bootstrap.py test"
