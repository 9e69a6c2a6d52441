import pytest
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from desktop.domain.cards import Card, Deck
from desktop.domain.exercise.format import (
    Actor,
    Exercise,
    StepKind,
)
from desktop.ui.screens.decks import DecksScreen
from desktop.ui.screens.exercises import ExercisesScreen
from desktop.ui.theme.look import Look
from tests.exercises import a_part, a_step, an_exercise
from tests.ui.finding import focusable, heard, press, told, words


def exercise(name: str, evidence: str = "") -> Exercise:
    talk = a_step("a", StepKind.TALK, Actor.BOTH, title=f"Step of {name}")
    return an_exercise(
        a_part(talk),
        id=name,
        title=f"Title of {name}",
        not_when=f"Not when {name}.",
        evidence=evidence,
    )


@pytest.fixture
def exercises(look: Look, qtbot: QtBot) -> ExercisesScreen:
    screen = ExercisesScreen(look)
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    screen.show_exercises((exercise("one", "Studied."), exercise("two")))
    screen.show()
    return screen


def test_the_exercise_chosen_is_told_about(exercises: ExercisesScreen) -> None:
    shown = words(exercises)
    assert {"About this exercise", "Title of one", "Step of one", "Not when one."} <= set(shown)
    assert "Studied." in shown
    (rows,) = exercises.findChildren(QListWidget)
    rows.setCurrentRow(1)
    shown = words(exercises)
    assert "Title of two" in shown
    assert "Title of one" not in shown
    assert "What is known about it" not in shown


def test_a_session_begins_from_an_exercise(exercises: ExercisesScreen) -> None:
    asked = heard(exercises.session_requested)
    (rows,) = exercises.findChildren(QListWidget)
    rows.setCurrentRow(1)
    press(exercises, "Begin a session with it")
    assert asked == ["two"]


def test_without_exercises_nothing_can_begin(exercises: ExercisesScreen) -> None:
    exercises.show_exercises(())
    assert "Begin a session with it" not in [told(w) for w in focusable(exercises)]


def test_a_deck_shows_its_cards_from_light_to_deep(look: Look, qtbot: QtBot) -> None:
    def card(name: str, depth: int) -> Card:
        return Card(id=name, text=f"Card {name}", follow_up=f"After {name}", depth=depth)

    def deck(name: str, *cards: Card) -> Deck:
        return Deck(format=1, id=name, title=name, aim=f"Aim {name}", language="en", cards=cards)

    screen = DecksScreen(look)
    qtbot.addWidget(screen)
    screen.resize(1200, 900)
    screen.show_decks((deck("D", card("a", 3), card("b", 1)), deck("E", card("c", 2))))
    screen.show()
    shown = words(screen)
    assert shown.index("Card b") < shown.index("Card a")
    assert {"D", "Aim D", "After a", "light", "deep"} <= set(shown)
    (rows,) = screen.findChildren(QListWidget)
    rows.setCurrentRow(1)
    assert "Card c" in words(screen)
    assert "Card a" not in words(screen)
