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
from tests.ui.showing import show


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


def card(name: str, depth: int) -> Card:
    return Card(id=name, text=f"Card {name}", follow_up=f"After {name}", depth=depth)


def deck(name: str, *cards: Card) -> Deck:
    return Deck(format=1, id=name, title=name, aim=f"Aim {name}", language="en", cards=cards)


def test_a_deck_shows_its_cards_from_light_to_deep(look: Look, qtbot: QtBot) -> None:
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


def test_the_list_is_as_high_as_the_window_beside_a_deck(look: Look, qtbot: QtBot) -> None:
    """Above it, where the deck would be out of sight under a long list, it shows a few rows."""
    screen = DecksScreen(look)
    screen.show_decks(tuple(deck(f"D{i}", card("a", 1), card("b", 2)) for i in range(14)))
    show(qtbot, screen, 1200, 900)
    (rows,) = screen.findChildren(QListWidget)
    qtbot.waitUntil(lambda: rows.verticalScrollBar().maximum() == 0)
    all_of_them = rows.height()
    screen.resize(1200, 450)
    qtbot.waitUntil(lambda: rows.height() < all_of_them)
    assert rows.mapTo(screen, rows.rect().bottomLeft()).y() < screen.height()
    screen.resize(600, 900)
    qtbot.waitUntil(lambda: rows.height() < all_of_them / 2)
    screen.resize(1200, 900)
    qtbot.waitUntil(lambda: rows.height() == all_of_them)
