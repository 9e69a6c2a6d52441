"""The tests of rights run as a user whom rights bind, whoever runs the tests."""

import os
import sys
from pathlib import Path

import pytest

from tests.ordinary_user import hand_over, ordinary_folder, run_as_ordinary_user

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such rights")


def main(arguments: list[str]) -> int:
    """Tell what can be written and read: run by the tests below."""
    for name in arguments:
        try:
            Path(name).write_bytes(b"written")
            said = Path(name).read_bytes().decode()
        except OSError as error:
            said = type(error).__name__
        sys.stdout.write(f"{said}\n")
    return 7 if os.geteuid() else 8


def test_a_right_that_is_missing_binds_the_program() -> None:
    with ordinary_folder() as folder:
        for name, mode in (("closed", 0o500), ("open", 0o700)):
            Path(folder, name).mkdir(mode)
        hand_over(folder)
        places = [folder / name / "file" for name in ("closed", "open")]
        ended = run_as_ordinary_user("tests.test_ordinary_user", *places)

    assert ended.stderr == b""
    assert ended.stdout.decode().splitlines() == ["PermissionError", "written"]
    assert ended.returncode == 7
    assert not folder.exists()
