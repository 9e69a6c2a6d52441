"""Errors that nobody caught are told and logged, and what they quote stays private."""

import asyncio
import logging
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.faults import LOG, Faults, described, log_to

MARKER = "Zyzzyva"


@pytest.fixture
def quiet() -> Iterator[None]:
    """The app's log goes nowhere until it is told where."""
    before = LOG.handlers[:], LOG.level, LOG.propagate
    LOG.handlers = []
    yield
    for handler in LOG.handlers:
        handler.close()
    LOG.handlers, LOG.level, LOG.propagate = before


@pytest.fixture
def log(quiet: None, tmp_path: Path) -> Path:
    log_to(tmp_path / "data")
    return tmp_path / "data" / "turnstone.log"


def quoting() -> ValueError:
    """An error that quotes a note, and came up while another was handled."""
    note = f"{MARKER} said at home"
    with pytest.raises(ValueError) as caught:
        try:
            {}[note]
        except KeyError as inner:
            raise ValueError(f"can't set {note!r}") from inner
    return caught.value


def test_the_log_tells_the_kind_and_the_place_and_not_the_words(log: Path) -> None:
    told: list[BaseException] = []
    error = quoting()

    Faults(told.append).failed(error)

    assert told == [error]
    text = log.read_text(encoding="utf-8")
    assert "ValueError at tests/test_faults.py:" in text
    assert "quoting" in text
    assert MARKER not in text


def test_an_error_from_nowhere_is_told_too() -> None:
    assert described(ValueError(MARKER)) == "ValueError at nowhere"


def test_what_fails_in_the_event_loop_is_caught(log: Path) -> None:
    told: list[BaseException] = []

    def fail() -> None:
        raise quoting()

    async def main() -> None:
        loop = asyncio.get_running_loop()
        Faults(told.append).hook_loop(loop)
        loop.call_soon(fail)
        loop.call_exception_handler({"message": f"{MARKER} was never retrieved"})
        await asyncio.sleep(0)

    asyncio.run(main())

    assert {type(error) for error in told} == {ValueError, RuntimeError}
    assert MARKER not in log.read_text(encoding="utf-8")


UNCAUGHT = """
import sys
from pathlib import Path
from desktop.faults import Faults, log_to

log_to(Path(sys.argv[1]))
Faults(lambda error: print("told of a", type(error).__name__)).hook()
raise ValueError(sys.argv[2])
"""


def test_what_nobody_catches_is_printed_nowhere(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", UNCAUGHT, str(tmp_path), MARKER],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.stdout, ended.stderr) == ("told of a ValueError\n", "")
    log = (tmp_path / "turnstone.log").read_text(encoding="utf-8")
    assert "ValueError at <string>:" in log
    assert MARKER not in log


def test_other_packages_do_not_write_into_the_log(log: Path) -> None:
    logging.getLogger("sqlalchemy.engine").error("%s", MARKER)

    assert log.read_text(encoding="utf-8") == ""


@pytest.mark.usefixtures("quiet")
def test_where_no_log_can_be_written_the_app_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    told: list[BaseException] = []

    log_to(tmp_path / "file")
    Faults(told.append).failed(ValueError())

    assert len(told) == 1
