"""The hour goes on whatever the machine does, and the clock on the wall changes nothing in it."""

import pytest

from desktop.services.demo import DemoClock
from desktop.services.session_hour import MINUTE, SessionHour

from .conftest import NOON

DAY = 24 * 60 * MINUTE


@pytest.fixture
def clock() -> DemoClock:
    return DemoClock(NOON)


def test_it_goes_on_in_sleep(clock: DemoClock) -> None:
    hour = SessionHour(clock, NOON, 50)
    clock.pass_by(5 * MINUTE)
    clock.sleep(20 * MINUTE)

    assert hour.gone() == 25 * MINUTE
    assert hour.left() == 25 * MINUTE
    assert hour.ends_at() == NOON + 50 * MINUTE


def test_what_went_by_while_the_app_was_closed_counts(clock: DemoClock) -> None:
    clock.pass_by(30 * MINUTE)

    assert SessionHour(clock, NOON, 50).left() == 20 * MINUTE


@pytest.mark.parametrize("days", [-1, 1])
def test_the_clock_on_the_wall_changes_only_when_it_is_said_to_end(
    clock: DemoClock, days: int
) -> None:
    hour = SessionHour(clock, NOON, 50)
    clock.pass_by(20 * MINUTE)

    clock.set_wall(clock.wall() + days * DAY)

    assert hour.gone() == 20 * MINUTE
    assert hour.ends_at() == NOON + days * DAY + 50 * MINUTE


def test_the_end_does_not_waver_with_two_clocks_that_differ_a_little(clock: DemoClock) -> None:
    hour = SessionHour(clock, NOON, 50)
    for nudge in (-3, 5, -7):
        clock.pass_by(MINUTE)
        clock.set_wall(clock.wall() + nudge)
        assert hour.ends_at() == NOON + 50 * MINUTE


def test_a_session_that_began_later_than_now_begins_now(clock: DemoClock) -> None:
    """The clock was set back while the app was closed."""
    assert SessionHour(clock, NOON + DAY, 50).left() == 50 * MINUTE


def test_the_last_ten_minutes_end_with_the_hour(clock: DemoClock) -> None:
    hour = SessionHour(clock, NOON, 50)
    clock.pass_by(40 * MINUTE - 1)
    assert not hour.is_ending()
    clock.pass_by(1)
    assert hour.is_ending()
    clock.pass_by(10 * MINUTE)
    assert not hour.is_ending()
    assert hour.left() == 0
