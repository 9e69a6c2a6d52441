"""The computer's clock, and days where it stands."""

import time
from collections.abc import Iterator

import pytest

from desktop.services.clock import RunClock, SystemClock, iso_minute, local_day
from desktop.services.demo import DemoClock
from desktop.services.machine_clocks import with_sleep, without_sleep

from .conftest import NOON


@pytest.fixture(params=["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


def test_the_day_is_that_of_the_place(zone: str) -> None:
    late = NOON + 11 * 3_600_000
    expected = {
        "UTC": ("2026-11-23", "2026-11-23T23:00"),
        "Pacific/Auckland": ("2026-11-24", "2026-11-24T12:00"),
        "America/Los_Angeles": ("2026-11-23", "2026-11-23T15:00"),
    }
    assert (local_day(late), iso_minute(late)) == expected[zone]


def test_the_system_clock_tells_milliseconds() -> None:
    clock = SystemClock()
    assert abs(clock.wall() - time.time() * 1000) < 1000
    first = clock.monotonic()
    assert 0 <= clock.monotonic() - first < 1000


def test_the_system_clock_stands_still_with_the_machine_and_says_how_long_it_slept() -> None:
    clock = SystemClock()
    assert abs(clock.monotonic() - without_sleep()) < 1000
    slept = clock.asleep()
    assert abs(slept - (with_sleep() - without_sleep())) < 1000
    assert slept <= clock.asleep() < slept + 1000


def test_run_time_begins_where_it_is_told_and_never_follows_the_wall() -> None:
    clock = DemoClock(NOON)
    clock.pass_by(123)
    run = RunClock(clock, 5_000)
    assert run.run() == 5_000
    clock.pass_by(1_000)
    clock.set_wall(0)
    assert run.run() == 6_000
    assert (run.stamp().wall, run.stamp().run) == (0, 6_000)
