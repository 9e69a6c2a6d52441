"""The hour on the console: for the guide alone, covered by the curtain, and never on the stage."""

import pytest
from PySide6.QtWidgets import QWidget

from desktop.services.demo import DemoClock
from desktop.services.session_hour import MINUTE, SessionHour
from desktop.ui.console.console import Console
from desktop.ui.console.cover import CoverReason
from desktop.ui.console.hour import Hour
from desktop.ui.console.mirror import Mirror
from desktop.ui.console.room_check import CoupleSees
from desktop.ui.widgets import notice
from tests.ui.finding import words
from tests.ui.running import WHEN
from tests.ui.sweeps import everything_told


@pytest.fixture
def clock() -> DemoClock:
    return DemoClock(WHEN)


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What assistive tools are told by notices."""
    said: list[str] = []

    def hear(_widget: QWidget, text: str) -> None:
        said.append(text)

    monkeypatch.setattr(notice, "announce", hear)
    return said


def begin(console: Console, clock: DemoClock) -> Hour:
    """An hour of fifty minutes, with the room check answered."""
    console.show_hour(SessionHour(clock, WHEN, 50))
    console.show_sees(CoupleSees.NOTHING)
    (hour,) = console.findChildren(Hour)
    return hour


def shown(console: Console) -> list[str]:
    return [text for text in words(console) if "of 50 minutes" in text or text.endswith(" left")]


def test_it_says_how_long_it_goes_and_when_it_ends(console: Console, clock: DemoClock) -> None:
    hour = begin(console, clock)
    clock.pass_by(12 * MINUTE)
    hour.tick()

    (line,) = shown(console)
    assert line.startswith("12 of 50 minutes, until ")
    assert not any("so far" in text for text in words(console))


def test_ten_minutes_before_the_end_it_says_so_once(
    console: Console, clock: DemoClock, spoken: list[str]
) -> None:
    hour = begin(console, clock)
    clock.pass_by(40 * MINUTE)
    for _ in range(3):
        hour.tick()
    assert "Ten minutes left" in shown(console)

    clock.pass_by(MINUTE)
    hour.tick()
    assert "9 minutes left" in shown(console)
    assert spoken == ["Ten minutes left"]

    clock.pass_by(9 * MINUTE)
    hour.tick()
    assert shown(console) == []
    assert any(text.startswith("Planned until ") for text in words(console))


def test_the_curtain_covers_it_and_it_is_told_afterwards(
    console: Console, clock: DemoClock, spoken: list[str]
) -> None:
    hour = begin(console, clock)
    console.curtain(CoverReason.HAND)
    clock.pass_by(40 * MINUTE)
    hour.tick()
    assert shown(console) == []
    assert spoken == []

    console.open_curtain()
    assert "Ten minutes left" in shown(console)
    assert spoken == ["Ten minutes left"]


def test_nothing_is_shown_until_it_is_known_what_the_couple_sees(
    console: Console, clock: DemoClock
) -> None:
    console.show_hour(SessionHour(clock, WHEN, 5))
    assert shown(console) == []

    console.show_sees(CoupleSees.NOTHING)
    assert any("of 5 minutes" in text for text in words(console))


def test_without_an_hour_the_session_is_timed_as_before(console: Console) -> None:
    console.show_hour(None)
    console.show_sees(CoupleSees.NOTHING)

    assert any("so far" in text for text in words(console))


def test_the_picture_of_the_stage_never_says_it(console: Console, clock: DemoClock) -> None:
    hour = begin(console, clock)
    clock.pass_by(45 * MINUTE)
    hour.tick()
    (mirror,) = console.findChildren(Mirror)

    assert not any("5 minutes left" in text for text in everything_told(mirror))
