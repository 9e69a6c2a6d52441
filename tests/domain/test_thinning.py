from datetime import UTC, datetime
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.thinning import dropped

HOUR = 3600 * 1000
DAY = 24 * HOUR
NOW = round(datetime(2026, 11, 25, 15, tzinfo=UTC).timestamp() * 1000)

times = st.lists(st.integers(NOW - 1500 * DAY, NOW + 30 * DAY), max_size=200)


def at(day: str, hour: str = "12:00") -> int:
    return round(datetime.fromisoformat(f"{day}T{hour}+00:00").timestamp() * 1000)


def kept(every: list[int], now: int = NOW) -> list[int]:
    return sorted(set(every) - dropped(every, now), reverse=True)


def test_nothing_of_the_last_two_days_is_dropped() -> None:
    every = [NOW - minutes * 60_000 for minutes in range(0, 2 * 24 * 60, 7)]
    assert dropped(every, NOW) == frozenset()


def test_the_newest_of_each_day_stays_for_twelve_days() -> None:
    """The newest of all is a later one, which no rule touches."""
    every = [NOW - hours * HOUR for hours in range(48, 24 * 14, 3)]
    newest: dict[int, int] = {}
    for time in every:
        newest.setdefault(time // DAY, time)
    assert kept([NOW, *every])[1:13] == list(newest.values())[:12]


def test_weeks_begin_on_monday_and_months_on_the_first() -> None:
    """Twelve newer days take the daily places; what is older falls into weeks, then months."""
    daily = [at(f"2026-11-{day}") for day in range(11, 24)]
    sunday, monday = at("2026-11-01", "23:59"), at("2026-11-02", "00:01")
    wednesday = at("2026-11-04")
    assert dropped([*daily, sunday, monday, wednesday], NOW) == {monday}
    weekly = [at("2026-10-25") - 7 * DAY * week for week in range(8)]
    may, june = at("2026-05-31", "23:00"), at("2026-06-01", "01:00")
    every = [*daily, sunday, wednesday, *weekly, may, june, june - HOUR // 2, june + DAY]
    assert dropped(every, NOW) == {june, june - HOUR // 2}


def test_years_of_daily_backups_leave_a_year_to_go_back_to() -> None:
    """Thinned each day, as in use: the counts are reached, and no gap is wider than its rule."""
    held: list[int] = []
    now = NOW - 800 * DAY
    while now < NOW:
        held = kept([*held, now], now)
        now += DAY
    ages = [(NOW - time) / DAY for time in held]
    assert 2 + 12 + 10 + 9 - 1 <= len(held) <= 2 + 12 + 10 + 9 + 1
    assert 300 < max(ages) < 400
    assert max(older - newer for newer, older in pairwise(ages)) <= 35  # five weeks
    assert max(older - newer for newer, older in pairwise(ages[:14])) == 1
    assert max(older - newer for newer, older in pairwise(ages[14:24])) <= 7


def test_a_vault_that_lay_for_years_keeps_its_backups() -> None:
    every = [NOW - 1200 * DAY - days * DAY for days in range(10)]
    assert dropped(every, NOW) == frozenset()


@given(times)
def test_the_newest_and_what_seems_to_come_from_the_future_stay(every: list[int]) -> None:
    gone = dropped(every, NOW)
    assert gone <= set(every)
    assert not any(NOW - time < 2 * DAY for time in gone)
    assert max(every, default=None) not in gone


@given(times, st.randoms(use_true_random=False))
def test_the_order_does_not_matter_and_twice_is_once(every: list[int], random: Random) -> None:
    gone = dropped(every, NOW)
    mixed = [*every, *every[:3]]
    random.shuffle(mixed)
    assert dropped(mixed, NOW) == gone
    assert dropped(set(every) - gone, NOW) == frozenset()


@given(times)
def test_no_more_stay_than_the_rules_allow(every: list[int]) -> None:
    old = [time for time in kept(every) if NOW - time >= 2 * DAY]
    assert len(old) <= 1 + 12 + 10 + 9
