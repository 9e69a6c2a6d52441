from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QListWidget,
    QRadioButton,
)
from pytestqt.qtbot import QtBot

from desktop.domain.flow.events import PlannedExercise
from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting
from desktop.ui.models.new_session import ExerciseLine, SessionChoices, SessionWish
from desktop.ui.screens.new_session import NewSessionScreen
from desktop.ui.theme.look import Look
from tests.ui.finding import button, described, field, focusable, heard, named, press, told, words
from tests.ui.showing import show

ANA_BEN = Couple(id="1", name_a="Ana", name_b="Ben", created_at=0, screened_on="2026-11-19")
MARA_JOEL = Couple(id="2", name_a="Mara", name_b="Joel", created_at=0)
EXERCISES = (
    ExerciseLine(id="sl", title="Speaker and listener", summary="One speaks.", minutes=(10, 25)),
    ExerciseLine(id="sf", title="Six feelings", summary="Both name.", minutes=(5, 10)),
)
SCREENED = "Each partner was screened alone"


@pytest.fixture
def screen(look: Look, qtbot: QtBot) -> NewSessionScreen:
    return show(qtbot, NewSessionScreen(look), 1200, 1000)


def practice(*couples: Couple, couple_id: str | None = None) -> SessionChoices:
    return SessionChoices(
        setting=Setting.PRACTICE, couples=couples, exercises=EXERCISES, couple_id=couple_id
    )


def home(*couples: Couple) -> SessionChoices:
    return SessionChoices(setting=Setting.HOME, couples=couples, exercises=EXERCISES)


def names(screen: NewSessionScreen) -> list[str]:
    return [told(w) for w in focusable(screen)]


def test_names_and_roles_are_those_of_the_contract(screen: NewSessionScreen) -> None:
    screen.show_choices(practice(ANA_BEN, MARA_JOEL, couple_id="2"))
    for name in ("Couple", "Exercise"):
        rows = named(screen, QListWidget, name)
        assert QAccessible.queryAccessibleInterface(rows).role() == QAccessible.Role.List
    assert named(screen, QCheckBox, SCREENED) in focusable(screen)
    assert field(screen, "Topic") in focusable(screen)
    assert named(screen, QListWidget, "Couple").item(0).text() == "New couple"
    assert {"Begin", "Cancel"} <= set(names(screen))


def test_a_screened_couple_begins_at_once(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(practice(ANA_BEN, MARA_JOEL))
    named(screen, QListWidget, "Couple").setCurrentRow(1)
    assert SCREENED not in names(screen)
    QTest.keyClicks(field(screen, "Topic"), "The move")
    press(screen, "Ben speaks first")
    named(screen, QListWidget, "Exercise").setCurrentRow(1)
    press(screen, "Begin")
    assert told_of == [
        SessionWish(
            couple_id="1",
            name_a="Ana",
            name_b="Ben",
            topic="The move",
            exercise_id="sf",
            first=Partner.B,
            screened=False,
        )
    ]


def test_nothing_begins_without_a_couple(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(practice(ANA_BEN, MARA_JOEL))
    press(screen, "Begin")
    assert told_of == []
    assert described(named(screen, QListWidget, "Couple")).startswith("Choose a couple")
    assert named(screen, QListWidget, "Couple").hasFocus()
    named(screen, QListWidget, "Couple").setCurrentRow(1)
    assert described(named(screen, QListWidget, "Couple")) == ""


def test_screening_is_confirmed_before_the_first_session(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(practice(MARA_JOEL, couple_id="2"))
    assert "violence or fear" in described(button(screen, SCREENED))
    press(screen, "Begin")
    assert told_of == []
    assert described(button(screen, SCREENED)).startswith("Confirm this first.")
    press(screen, SCREENED)
    press(screen, "Begin")
    assert [wish.screened for wish in told_of] == [True]


def test_a_new_couple_is_named_here(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(practice(ANA_BEN))
    assert "Partner A" not in names(screen)
    named(screen, QListWidget, "Couple").setCurrentRow(0)
    QTest.keyClicks(field(screen, "Partner A"), " Zoe ")
    QTest.keyClicks(field(screen, "Partner B"), "Ulf")
    press(screen, SCREENED)
    press(screen, "Begin")
    (wish,) = told_of
    assert (wish.couple_id, wish.name_a, wish.name_b) == (None, "Zoe", "Ulf")


def test_nothing_typed_is_lost_when_something_is_missing(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(practice())
    field(screen, "Partner A").setText("Zoe")
    field(screen, "Topic").setText("The move")
    press(screen, "Begin")
    assert told_of == []
    assert described(field(screen, "Partner B")).startswith("Write the name")
    assert field(screen, "Partner B").hasFocus()
    screen.show_error("Not saved yet: the disk is full.")
    assert field(screen, "Partner A").text() == "Zoe"
    assert field(screen, "Topic").text() == "The move"
    assert "Not saved yet: the disk is full." in words(screen)


def test_who_speaks_first_is_asked_by_name(screen: NewSessionScreen) -> None:
    screen.show_choices(practice())
    assert {"Partner A speaks first", "Partner B speaks first"} <= set(names(screen))
    QTest.keyClicks(field(screen, "Partner A"), "Zoe")
    assert "Zoe speaks first" in names(screen)
    QTest.keyClicks(field(screen, "Partner B"), "U" * 200)
    long = named(screen, QRadioButton, "U" * 200 + " speaks first")
    assert len(long.text()) < 50


def test_at_home_the_two_are_named_once(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(home())
    assert {"Couple", SCREENED}.isdisjoint(names(screen))
    QTest.keyClicks(field(screen, "Partner A"), "Ana")
    QTest.keyClicks(field(screen, "Partner B"), "Ben")
    press(screen, "Begin")
    assert (told_of[0].couple_id, told_of[0].name_b) == (None, "Ben")


def test_at_home_a_known_couple_is_not_asked_again(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(home(MARA_JOEL))
    assert {"Couple", "Partner A", SCREENED}.isdisjoint(names(screen))
    press(screen, "Begin")
    assert (told_of[0].couple_id, told_of[0].screened) == ("2", False)


def test_showing_choices_again_starts_over(screen: NewSessionScreen) -> None:
    screen.show_choices(practice())
    field(screen, "Partner A").setText("Zoe")
    press(screen, "Begin")
    screen.show_choices(practice())
    assert field(screen, "Partner A").text() == ""
    assert described(field(screen, "Partner B")) == ""


def test_the_exercise_says_what_it_is(screen: NewSessionScreen) -> None:
    screen.show_choices(practice(ANA_BEN))
    assert (
        described(named(screen, QListWidget, "Exercise")) == "One speaks. About 10 to 25 minutes."
    )
    named(screen, QListWidget, "Exercise").setCurrentRow(1)
    assert described(named(screen, QListWidget, "Exercise")) == "Both name. About 5 to 10 minutes."


def test_while_it_is_being_saved_it_can_t_begin_twice(screen: NewSessionScreen) -> None:
    screen.show_choices(home(MARA_JOEL))
    screen.show_busy(True)
    assert "Begin" not in names(screen)
    screen.show_error("Busy.")
    assert "Begin" in names(screen)


def test_one_can_leave_without_a_session(screen: NewSessionScreen, qtbot: QtBot) -> None:
    screen.show_choices(home(MARA_JOEL))
    with qtbot.waitSignal(screen.cancelled):
        press(screen, "Cancel")


@pytest.mark.parametrize(
    ("choices", "name"),
    [
        (practice(), "Partner A"),
        (practice(ANA_BEN, couple_id="1"), "Topic"),
        (practice(ANA_BEN, MARA_JOEL), "Couple"),
        (home(), "Partner A"),
        (home(ANA_BEN), "Topic"),
    ],
)
def test_one_can_go_on_at_once_where_something_is_missing(
    screen: NewSessionScreen, choices: SessionChoices, name: str
) -> None:
    screen.hide()
    screen.show_choices(choices)
    screen.show()
    assert told(screen.focusWidget()) == name


SIX = PlannedExercise(id="sf", title="Six feelings")
PREPARED = SessionChoices(
    setting=Setting.PRACTICE,
    couples=(ANA_BEN, MARA_JOEL),
    exercises=EXERCISES,
    couple_id="2",
    exercise_id="sf",
    topic="The move",
    then=(SIX,),
    first=Partner.B,
    preparation_id="p1",
)


def test_further_exercises_are_planned_here(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(home(ANA_BEN))
    screen.findChildren(QComboBox)[0].setCurrentIndex(1)
    press(screen, "Add")
    assert "About 15 to 35 minutes in all." in words(screen)
    named(screen, QListWidget, "Exercise").setCurrentRow(1)
    assert "About 10 to 20 minutes in all." in words(screen)
    press(screen, "Begin")
    assert [(wish.exercise_id, wish.then) for wish in told_of] == [("sf", (SIX,))]


def test_a_session_can_be_kept_for_later_before_the_screening(screen: NewSessionScreen) -> None:
    kept, begun = heard(screen.keep_requested), heard(screen.begin_requested)
    screen.show_choices(practice(MARA_JOEL, couple_id="2"))
    press(screen, "Keep for later")
    assert begun == []
    assert [(wish.couple_id, wish.screened) for wish in kept] == [("2", False)]


def test_nothing_is_kept_while_it_is_not_known_for_whom(screen: NewSessionScreen) -> None:
    kept = heard(screen.keep_requested)
    screen.show_choices(practice())
    press(screen, "Keep for later")
    assert kept == []
    assert field(screen, "Partner A").hasFocus()


def test_at_home_nothing_is_kept_for_later(screen: NewSessionScreen) -> None:
    screen.show_choices(home(ANA_BEN))
    assert "Keep for later" not in names(screen)


def test_a_prepared_session_is_filled_in_and_checked_as_any_other(
    screen: NewSessionScreen,
) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(PREPARED)
    assert "Prepared session" in words(screen)
    assert not screen.begin()
    assert described(button(screen, SCREENED)).startswith("Confirm this first.")
    press(screen, SCREENED)
    assert screen.begin()
    assert told_of == [
        SessionWish(
            couple_id="2",
            name_a="Mara",
            name_b="Joel",
            topic="The move",
            exercise_id="sf",
            first=Partner.B,
            screened=True,
            then=(SIX,),
            preparation_id="p1",
        )
    ]


def test_what_is_not_in_the_library_any_more_is_told(screen: NewSessionScreen) -> None:
    screen.show_choices(replace(PREPARED, missing=("Rain", "Sun")))
    assert "Not in the library any more, and so left out: Rain, Sun." in words(screen)


def test_a_prepared_session_without_any_exercise_left_begins_with_none(
    screen: NewSessionScreen,
) -> None:
    screen.show_choices(replace(PREPARED, exercise_id=None, then=(), couple_id="1"))
    assert not screen.begin()
    assert described(named(screen, QListWidget, "Exercise")) == "Choose an exercise."


def test_a_new_session_after_a_prepared_one_is_a_new_one(screen: NewSessionScreen) -> None:
    told_of = heard(screen.begin_requested)
    screen.show_choices(PREPARED)
    screen.show_choices(practice(ANA_BEN, couple_id="1"))
    press(screen, "Begin")
    (wish,) = told_of
    assert (wish.preparation_id, wish.topic, wish.then) == (None, "", ())
    assert wish.first is Partner.A
