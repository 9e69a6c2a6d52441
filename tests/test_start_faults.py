"""Whatever is missing when Turnstone starts: a plain sentence and status 1, or it comes up."""

import json
import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.ordinary_user import ordinary_folder, run_as_ordinary_user
from tests.start_cases import NOT_HERE

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="rights work otherwise there")

NO_RIGHT = "Turnstone may not use the folder for its files."
IN_THE_WAY = "a file stands in its place"
NO_DISPLAY = "there is no display here"

REFUSED_BY_THE_WINDOW = {
    "home_missing": NO_RIGHT,
    "home_unnamed": "Your account names no home folder that Turnstone could keep its files in.",
    "home_closed": NO_RIGHT,
    "data_dir_closed_and_empty": NO_RIGHT,
    "data_dir_hidden": NO_RIGHT,
    "data_dir_is_a_file": IN_THE_WAY,
    "data_dir_below_a_file": IN_THE_WAY,
    "a_part_is_missing": "Turnstone could not be started.",
}
COME_UP = {
    "data_dir_and_its_parents_missing": "first run",
    "data_dir_closed_with_a_vault": "unlock",
    "settings_damaged": "first run",
    "settings_of_other_kinds": "first run",
    "settings_unreadable": "first run",
    "settings_are_a_folder": "first run",
    "log_is_a_folder": "first run",
    "log_unwritable": "first run",
}
REFUSED_WITHOUT_A_WINDOW = {
    "no_display_named": NO_DISPLAY,
    "no_display_there": NO_DISPLAY,
    "list_without_a_home": "There is no vault in this folder.",
    "demo_without_a_home": NO_RIGHT,
    "demo_in_a_closed_folder": NO_RIGHT,
    "check_of_a_file": "There is no vault in this folder.",
    "check_of_a_hidden_folder": "the disk said: Permission denied.",
    "tour_into_a_closed_folder": "the disk said: Permission denied.",
    "tour_without_a_place_for_temporary_files": "the disk said: ",
}


class Said(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture(scope="module")
def said() -> Iterator[dict[str, Said]]:
    """What was said in each case; all are tried at once, since a fresh Python is slow."""
    with ordinary_folder() as folder:
        ended = run_as_ordinary_user("tests.start_cases", folder)
        assert (ended.returncode, ended.stderr) == (0, b"")
        told = json.loads(folder.joinpath("said.json").read_text(encoding="utf-8"))
        yield {name: Said(**one) for name, one in told.items()}


def assert_one_sentence(err: str, expected: str) -> None:
    (line,) = err.splitlines()
    assert re.match("turnstone: [A-Zta]", line)
    assert expected in line
    assert "Error" not in line


@pytest.mark.parametrize(("name", "expected"), REFUSED_BY_THE_WINDOW.items())
def test_the_window_says_why_it_can_not_come_up(
    said: dict[str, Said], name: str, expected: str
) -> None:
    status, out, err = said[name]
    if status == NOT_HERE:
        pytest.skip("your account has a name and a home")

    assert status == 1
    assert re.match(f"dialog: .*{re.escape(expected)}.*: Turnstone\n$", out)
    assert_one_sentence(err, expected)


@pytest.mark.parametrize(("name", "expected"), COME_UP.items())
def test_the_window_comes_up_all_the_same(said: dict[str, Said], name: str, expected: str) -> None:
    assert said[name] == Said(0, f"up: {expected}\n", "")


@pytest.mark.parametrize(("name", "expected"), REFUSED_WITHOUT_A_WINDOW.items())
def test_a_sentence_says_why_nothing_was_done(
    said: dict[str, Said], name: str, expected: str
) -> None:
    status, out, err = said[name]

    assert (status, out) == (1, "")
    assert_one_sentence(err, expected)


def test_a_missing_file_of_content_is_told_with_its_name(said: dict[str, Said]) -> None:
    status, out, err = said["lint_of_what_is_not_there"]

    assert (status, out) == (1, "")
    assert len(err.splitlines()) == 1
    assert "nothing" in err
