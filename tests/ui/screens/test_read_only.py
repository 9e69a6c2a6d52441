"""A vault that can only be read: what can't be begun says so before anything is typed."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.people import Couple
from desktop.domain.session import Setting
from desktop.ui.models.home import CoupleHome, CoupleLine, OpenLine, PracticeHome, RecentLine
from desktop.ui.records.screen import RecordsScreen
from desktop.ui.screens.couples import CouplesScreen
from desktop.ui.screens.exercises import ExercisesScreen
from desktop.ui.screens.home_couple import CoupleHomeScreen
from desktop.ui.screens.home_practice import PracticeHomeScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import described, told
from tests.ui.painted import shown_widgets
from tests.ui.records.test_records_screen import summary
from tests.ui.showing import BRITISH, show

WHY = "This vault can only be read."
OPEN = OpenLine(session_id="1", name_a="Ana", name_b="Ben", where="step 4 of 6", last_at=0)
RECENT = RecentLine(
    session_id="1", name_a="Ana", name_b="Ben", title="Speaker", began_at=0, is_open=True
)
MET = CoupleLine(couple_id="1", name_a="Ana", name_b="Ben", title="Speaker", met_at=0)


def practice_home(look: Look, read_only: bool) -> QWidget:
    screen = PracticeHomeScreen(look, BRITISH)
    screen.set_read_only(read_only)
    screen.show_home(PracticeHome(now=0, resume=(OPEN,), recent=(RECENT,), couples=(MET,)))
    return screen


def couple_home(look: Look, read_only: bool) -> QWidget:
    screen = CoupleHomeScreen(look, BRITISH)
    screen.set_read_only(read_only)
    home = CoupleHome(
        now=0, name_a="Ana", name_b="Ben", exercise="E", summary="S", minutes=(5, 10), resume=OPEN
    )
    screen.show_home(home)
    return screen


def couples(look: Look, read_only: bool) -> QWidget:
    screen = CouplesScreen(look, BRITISH)
    screen.set_read_only(read_only)
    couple = Couple(id="1", name_a="Ana", name_b="Ben", created_at=0)
    screen.show_couples((couple,), Setting.PRACTICE)
    return screen


def exercises(look: Look, read_only: bool) -> QWidget:
    screen = ExercisesScreen(look)
    screen.set_read_only(read_only)
    screen.show_exercises(Library().exercises.all())
    return screen


def records(look: Look, read_only: bool) -> QWidget:
    screen = RecordsScreen(look, BRITISH)
    screen.set_read_only(read_only)
    screen.show_session(summary("id-19", is_open=True))
    return screen


Page = Callable[[Look, bool], QWidget]

PAGES: dict[Page, tuple[set[str], set[str]]] = {
    practice_home: ({"New session", "Resume session", "Close as it is"}, {"All records"}),
    couple_home: ({"Start today's practice", "Resume session", "Close as it is"}, set()),
    couples: (
        {"Add a couple", "New session", "Both were screened alone"},
        {"Words used most"},
    ),
    exercises: ({"Begin a session with it"}, set()),
    records: ({"Resume session"}, {"Export PDF"}),
}
"""What begins or changes something on each page, and what only reads."""


@pytest.mark.parametrize("page", PAGES)
def test_what_begins_something_says_why_it_can_not(look: Look, qtbot: QtBot, page: Page) -> None:
    writing, reading = PAGES[page]
    screen = show(qtbot, page(look, True), 1280, 800)
    found = shown_widgets(screen, QAbstractButton)
    waiting = {told(each) for each in found if WHY in described(each) and not each.isEnabled()}
    assert writing <= waiting
    assert {told(each) for each in found if each.isEnabled()} >= reading
    assert not [each for each in found if told(each) in writing and each.isEnabled()]


@pytest.mark.parametrize("page", PAGES)
def test_in_a_vault_that_can_be_written_nothing_waits(look: Look, qtbot: QtBot, page: Page) -> None:
    writing, _ = PAGES[page]
    screen = show(qtbot, page(look, False), 1280, 800)
    found = shown_widgets(screen, QAbstractButton)
    assert writing <= {told(each) for each in found if each.isEnabled()}
    assert not [told(each) for each in found if WHY in described(each)]


def test_the_rows_of_couples_wait_too(look: Look, qtbot: QtBot) -> None:
    screen = show(qtbot, practice_home(look, True), 1280, 800)
    found = shown_widgets(screen, QAbstractButton)
    (start,) = (each for each in found if told(each).startswith("Start a session"))
    assert not start.isEnabled()
