import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.domain.people import Couple
from desktop.domain.session import Setting
from desktop.ui.screens.couples import CouplesScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import described, field, focusable, heard, press, told, words
from tests.ui.showing import BRITISH, show

ANA_BEN = Couple(id="1", name_a="Ana", name_b="Ben", created_at=0, screened_on="2026-11-19")
MARA_JOEL = Couple(id="2", name_a="Mara", name_b="Joel", created_at=0)


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> CouplesScreen:
    screen = CouplesScreen(look, BRITISH)
    screen.show_couples((ANA_BEN, MARA_JOEL), Setting.PRACTICE)
    return show(qtbot, screen, 1200, 900)


def test_couples_are_listed_with_their_screening(screen: CouplesScreen) -> None:
    shown = words(screen)
    assert "Ana and Ben" in shown
    assert "Each was screened alone, 19 November 2026." in shown
    assert "Screening is not confirmed yet." in shown


def test_screening_is_confirmed_for_one_couple(screen: CouplesScreen) -> None:
    confirmed = heard(screen.screening_confirmed)
    press(screen, "Both were screened alone", "Mara and Joel")
    assert confirmed == ["2"]


def test_a_session_begins_from_a_couple(screen: CouplesScreen) -> None:
    asked = heard(screen.session_requested)
    press(screen, "New session", "Mara and Joel")
    assert asked == ["2"]


def test_the_words_of_one_couple_are_asked_for(screen: CouplesScreen) -> None:
    asked = heard(screen.words_requested)
    press(screen, "Words used most", "Mara and Joel")
    assert asked == ["2"]


def test_at_home_nothing_is_said_of_screening(screen: CouplesScreen) -> None:
    screen.show_couples((ANA_BEN, MARA_JOEL), Setting.HOME)
    assert not [text for text in words(screen) if "creen" in text]


def test_an_empty_list_says_so(screen: CouplesScreen) -> None:
    screen.show_couples((), Setting.PRACTICE)
    assert "No couples yet." in words(screen)
    assert [told(w) for w in focusable(screen)] == ["Add a couple"]


@pytest.mark.parametrize("typed", [("Ana", "Ben"), ("  Ωmega ", "你好 "), ("👩‍🚀", "X" * 200)])
def test_any_two_names_make_a_couple(screen: CouplesScreen, typed: tuple[str, str]) -> None:
    told_of = heard(screen.couple_added)
    press(screen, "Add a couple")
    assert field(screen, "Partner A").hasFocus()
    field(screen, "Partner A").setText(typed[0])
    field(screen, "Partner B").setText(typed[1])
    press(screen, "Add")
    assert told_of == [(typed[0].strip(), typed[1].strip())]


def test_enter_adds_too(screen: CouplesScreen) -> None:
    told_of = heard(screen.couple_added)
    press(screen, "Add a couple")
    field(screen, "Partner A").setText("Ana")
    field(screen, "Partner B").setText("Ben")
    QTest.keyClick(field(screen, "Partner B"), Qt.Key.Key_Return)
    assert told_of == [("Ana", "Ben")]


def test_a_name_that_is_missing_is_said_at_its_field(screen: CouplesScreen) -> None:
    told_of = heard(screen.couple_added)
    press(screen, "Add a couple")
    field(screen, "Partner A").setText("Ana")
    field(screen, "Partner B").setText("   ")
    press(screen, "Add")
    assert told_of == []
    missing = field(screen, "Partner B")
    assert described(missing).startswith("Write the name")
    assert missing.hasFocus()
    assert told(field(screen, "Partner A"), QAccessible.Text.Description) == ""
    assert field(screen, "Partner A").text() == "Ana"


def test_a_refusal_keeps_the_names(screen: CouplesScreen) -> None:
    press(screen, "Add a couple")
    field(screen, "Partner A").setText("Ana")
    screen.show_error("Not saved yet: the disk is full.")
    assert "Not saved yet: the disk is full." in words(screen)
    assert field(screen, "Partner A").text() == "Ana"


def test_the_form_closes_on_cancel_and_when_the_couple_is_there(screen: CouplesScreen) -> None:
    press(screen, "Add a couple")
    press(screen, "Cancel")
    assert not field(screen, "Partner A").isVisibleTo(screen)
    press(screen, "Add a couple")
    screen.show_couples((ANA_BEN,), Setting.PRACTICE)
    assert not field(screen, "Partner A").isVisibleTo(screen)
