from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.people import Partner
from desktop.ui.models.home import (
    CoupleHome,
    CoupleLine,
    OpenLine,
    PracticeHome,
    PreparedLine,
    RecentLine,
    TakeawayLine,
)
from desktop.ui.screens.home_couple import CoupleHomeScreen
from desktop.ui.screens.home_practice import PracticeHomeScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import button, focusable, heard, press, told, words
from tests.ui.showing import BRITISH, show


def wall(day: int, hour: int, minute: int = 0) -> int:
    return round(datetime(2026, 11, day, hour, minute).astimezone().timestamp() * 1000)


NOW = wall(23, 19)
OPEN = OpenLine(
    session_id="s1", name_a="Ana", name_b="Ben", where="step 4 of 6", last_at=wall(19, 16, 42)
)
RECENT = tuple(
    RecentLine(
        session_id=f"s{number}",
        name_a="Ana",
        name_b="Ben",
        title="Speaker and listener",
        began_at=wall(20 - number, 16),
        is_open=number == 1,
    )
    for number in range(1, 4)
)
COUPLES = (
    CoupleLine(
        couple_id="c1",
        name_a="Ana",
        name_b="Ben",
        title="Speaker and listener",
        met_at=wall(19, 16),
        plan="Three minutes each, twice\nTuesday and Friday",
    ),
    CoupleLine(
        couple_id="c2",
        name_a="Mara",
        name_b="Joel",
        title="Speaker and listener",
        met_at=wall(18, 16),
    ),
)
TODAY = CoupleHome(
    now=NOW,
    name_a="Ana",
    name_b="Ben",
    exercise="Speaker and listener",
    summary="One speaks, the other says back.",
    minutes=(10, 25),
)


@pytest.fixture
def practice(look: Look, qtbot: QtBot) -> PracticeHomeScreen:
    return show(qtbot, PracticeHomeScreen(look, BRITISH), 1200, 900)


@pytest.fixture
def couple(look: Look, qtbot: QtBot) -> CoupleHomeScreen:
    return show(qtbot, CoupleHomeScreen(look, BRITISH), 1200, 900)


def test_the_day_is_the_headline(practice: PracticeHomeScreen) -> None:
    practice.show_home(PracticeHome(now=NOW))
    assert "Monday, 23 November 2026" in words(practice)


def test_without_sessions_there_is_one_sentence_and_one_action(
    practice: PracticeHomeScreen, qtbot: QtBot
) -> None:
    practice.show_home(PracticeHome(now=NOW))
    assert "No sessions yet." in words(practice)
    assert [told(w) for w in focusable(practice)] == ["New session"]
    with qtbot.waitSignal(practice.new_session_requested):
        press(practice, "New session")


def test_an_open_session_can_be_resumed_or_closed(practice: PracticeHomeScreen) -> None:
    practice.show_home(PracticeHome(now=NOW, resume=(OPEN,)))
    assert "Ana and Ben stopped at step 4 of 6." in words(practice)
    assert "Notes and times are saved up to 16:42, Thursday 19 November." in words(practice)
    asked = heard(practice.resume_requested)
    practice.close_requested.connect(asked.append)
    press(practice, "Resume session")
    assert asked == ["s1"]
    press(practice, "Close as it is")
    assert asked == ["s1", "s1"]


def test_several_open_sessions_are_told_apart(practice: PracticeHomeScreen) -> None:
    other = OpenLine(
        session_id="s2", name_a="Mara", name_b="Joel", where="step 1 of 6", last_at=NOW
    )
    practice.show_home(PracticeHome(now=NOW, resume=(OPEN, other)))
    asked = heard(practice.resume_requested)
    press(practice, "Resume session", "Mara and Joel")
    assert asked == ["s2"]


def test_the_last_sessions_are_listed_and_can_be_opened(practice: PracticeHomeScreen) -> None:
    practice.show_home(PracticeHome(now=NOW, recent=RECENT))
    rows = [w for w in focusable(practice) if told(w) == "Ana and Ben"]
    assert len(rows) == 3
    first = told(rows[0], QAccessible.Text.Description)
    assert first == "Speaker and listener, Thu 19 Nov, 16:00, not finished"
    opened = heard(practice.session_opened)
    QTest.mouseClick(rows[1], Qt.MouseButton.LeftButton)
    assert opened == ["s2"]


def test_a_couple_met_lately_can_start_again(practice: PracticeHomeScreen) -> None:
    practice.show_home(PracticeHome(now=NOW, recent=RECENT, couples=COUPLES))
    assert "Speaker and listener, Thursday 19 November" in words(practice)
    asked = heard(practice.session_requested)
    press(practice, "Start a session with Mara and Joel")
    assert asked == ["c2"]


def test_what_was_agreed_is_shown_with_its_couple(practice: PracticeHomeScreen) -> None:
    practice.show_home(PracticeHome(now=NOW, recent=RECENT, couples=COUPLES))
    assert "Three minutes each, twice" in words(practice)
    assert "Tuesday and Friday" in words(practice)
    practice.show_home(PracticeHome(now=NOW, recent=RECENT, couples=COUPLES[1:]))
    assert "Practice until next time" not in words(practice)


def test_all_records_are_a_press_away(practice: PracticeHomeScreen, qtbot: QtBot) -> None:
    practice.show_home(PracticeHome(now=NOW, recent=RECENT))
    with qtbot.waitSignal(practice.records_requested):
        press(practice, "All records")


def test_showing_again_replaces_what_was_shown(practice: PracticeHomeScreen) -> None:
    practice.show_home(PracticeHome(now=NOW, resume=(OPEN,), recent=RECENT))
    practice.show_home(PracticeHome(now=NOW))
    assert [told(w) for w in focusable(practice)] == ["New session"]


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        (4, "Good evening, Ana and Ben."),
        (5, "Good morning, Ana and Ben."),
        (11, "Good morning, Ana and Ben."),
        (12, "Good afternoon, Ana and Ben."),
        (18, "Good evening, Ana and Ben."),
        (23, "Good evening, Ana and Ben."),
    ],
)
def test_the_two_are_greeted_by_the_hour(
    couple: CoupleHomeScreen, hour: int, greeting: str
) -> None:
    home = CoupleHome(
        now=wall(23, hour), name_a="Ana", name_b="Ben", exercise="E", summary="S", minutes=(1, 2)
    )
    couple.show_home(home)
    assert greeting in words(couple)


def test_two_without_names_are_welcome_too(couple: CoupleHomeScreen) -> None:
    couple.show_home(CoupleHome(now=NOW, exercise="E", summary="S", minutes=(1, 2)))
    assert "Welcome." in words(couple)


def test_practice_starts_with_one_press(couple: CoupleHomeScreen, qtbot: QtBot) -> None:
    couple.show_home(TODAY)
    assert [told(w) for w in focusable(couple)] == ["Start today's practice"]
    assert "Speaker and listener" in words(couple)
    with qtbot.waitSignal(couple.practice_requested):
        press(couple, "Start today's practice")


def test_a_practice_left_open_waits(couple: CoupleHomeScreen) -> None:
    couple.show_home(CoupleHome(now=NOW, exercise="E", summary="S", minutes=(1, 2), resume=OPEN))
    asked = heard(couple.resume_requested)
    couple.close_requested.connect(asked.append)
    press(couple, "Resume session")
    press(couple, "Close as it is")
    assert asked == ["s1", "s1"]


def test_the_last_takeaways_are_shown_with_their_owners(couple: CoupleHomeScreen) -> None:
    kept = TakeawayLine(partner=Partner.B, name="Ben", text="I listen better now.", at=NOW)
    couple.show_home(
        CoupleHome(now=NOW, exercise="E", summary="S", minutes=(1, 2), takeaways=(kept,))
    )
    assert "I listen better now." in words(couple)
    assert "Ben, Monday 23 November" in words(couple)
    couple.show_home(TODAY)
    assert "Last takeaways" not in words(couple)


PREPARED = (
    PreparedLine(
        preparation_id="p1", name_a="Ana", name_b="Ben", topic="the move", title="Six feelings"
    ),
    PreparedLine(preparation_id="p2", name_a="Mara", name_b="Joel", topic="", title="Rain"),
)


def test_prepared_sessions_are_begun_changed_and_removed(practice: PracticeHomeScreen) -> None:
    practice.show_home(PracticeHome(now=NOW, prepared=PREPARED))
    assert {"Prepared", "Six feelings. Topic: the move", "Rain"} <= set(words(practice))
    asked: list[str] = []
    for signal in (
        practice.prepared.begin_requested,
        practice.prepared.change_requested,
        practice.prepared.remove_requested,
    ):
        signal.connect(asked.append)
    press(practice, "Begin", "Mara and Joel")
    press(practice, "Change", "Ana and Ben")
    press(practice, "Remove", "Mara and Joel")
    assert asked == ["p2", "p1", "p2"]


def test_what_was_removed_can_be_put_back_until_the_page_is_shown_anew(
    practice: PracticeHomeScreen, qtbot: QtBot
) -> None:
    practice.show_home(PracticeHome(now=NOW, prepared=PREPARED[1:]))
    practice.prepared.show_removed(PREPARED[0])
    assert "Removed: Ana and Ben" in words(practice)
    assert told(practice.focusWidget()) == "Undo"
    with qtbot.waitSignal(practice.prepared.undo_requested):
        press(practice, "Undo")
    practice.show_home(PracticeHome(now=NOW))
    assert "Prepared" not in words(practice)


def test_in_a_vault_that_can_only_be_read_no_prepared_session_begins(
    practice: PracticeHomeScreen,
) -> None:
    practice.set_read_only(True)
    practice.show_home(PracticeHome(now=NOW, prepared=PREPARED[:1]))
    names = ("Begin", "Change", "Remove")
    assert [button(practice, name).isEnabled() for name in names] == [False] * 3
