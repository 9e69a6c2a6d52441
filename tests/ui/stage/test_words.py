"""Time in words."""

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, QTime

from desktop.ui.stage.words import clock_time, time_left

MINUTE = 60_000


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (None, "no hurry"),
        (-1, ""),
        (0, ""),
        (1, "about a minute left"),
        (89_999, "about a minute left"),
        (90_000, "about two minutes left"),
        (3 * MINUTE, "about three minutes left"),
        (10 * MINUTE, "about ten minutes left"),
        (45 * MINUTE, "more than ten minutes left"),
    ],
)
def test_time_left_is_told_in_words(left: int | None, words: str) -> None:
    assert time_left(left) == words


@pytest.mark.parametrize("minutes", range(-2, 70))
def test_no_digit_runs_on_the_stage(minutes: int) -> None:
    assert not any(character.isdigit() for character in time_left(minutes * MINUTE))


def test_a_return_on_another_day_names_the_day() -> None:
    QLocale.setDefault(QLocale("en_GB"))
    monday = QDateTime(QDate(2026, 11, 23), QTime(14, 45))
    wall = monday.toMSecsSinceEpoch()

    assert clock_time(wall, QDate(2026, 11, 23)) == "14:45"
    assert clock_time(wall, QDate(2026, 11, 22)) == "14:45 on Monday"
