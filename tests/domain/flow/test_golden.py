"""Sessions that were stored once must be read the same for ever."""

from pathlib import Path
from typing import get_args

import msgspec
import pytest

from desktop.domain.flow import events as ev
from desktop.domain.flow.readout import SessionReadout, read_out

FIXTURES = Path(__file__).parents[2] / "fixtures"


def stored(name: str = "events-1") -> list[bytes]:
    return (FIXTURES / f"{name}.jsonl").read_bytes().splitlines()


def test_the_stored_session_has_an_event_of_each_kind_of_its_time() -> None:
    """Kinds that are new since then have their own file."""
    kinds = {type(ev.decode(line)) for line in stored()}
    assert len(kinds) == 27
    assert kinds <= set(get_args(ev.AnyEvent))


@pytest.mark.parametrize("name", ["events-1", "events-1-times", "events-1-naming"])
def test_the_stored_session_is_read_as_it_was_then(name: str) -> None:
    expected = (FIXTURES / f"{name}.readout.json").read_bytes()
    readout = read_out([ev.decode(line) for line in stored(name)])
    assert readout == msgspec.json.decode(expected, type=SessionReadout)
