"""What the command that tests everything runs."""

import os
import sys
from pathlib import Path

import pytest
from checks import run_all

BEFORE = ["-m ruff format --check", "-m ruff check", "-m basedpyright"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="stands a script in for Python")


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Stands in for Python: writes down its arguments, and fails with 3 where one is "fail"."""
    script = tmp_path / "python"
    script.write_text('#!/bin/sh\necho "$@" >> said\ncase "$*" in *fail*) exit 3;; esac\n')
    script.chmod(0o755)
    return script


@pytest.mark.parametrize(
    ("words", "last"),
    [
        ([], "-m pytest -n auto --dist loadfile"),
        (["-x", "tests/ui"], "-m pytest -n auto --dist loadfile -x tests/ui"),
        (["--full-faults"], "-m tests.faults --full"),
        (["--full-faults", "--fuzz", "300"], "-m tests.faults --full --fuzz 300"),
    ],
)
def test_the_tests_come_after_the_rest(
    python: Path, tmp_path: Path, words: list[str], last: str
) -> None:
    assert run_all(python, tmp_path, os.environ, words) == 0
    assert Path(tmp_path, "said").read_text().splitlines() == [*BEFORE, last]


def test_a_failure_is_handed_on(python: Path, tmp_path: Path) -> None:
    assert run_all(python, tmp_path, os.environ, ["--full-faults", "fail"]) == 3
