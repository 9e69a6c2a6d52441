"""The curtain over the guide's own panels in the review."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop.ui.console.cover import CoverReason
from desktop.ui.review.state import ReviewState
from desktop.ui.screens.review import ReviewScreen
from tests.ui.finding import buttons, named, press, words
from tests.ui.sweeps import assert_accessible

Show = Callable[[ReviewState], ReviewScreen]
FACT = "38 minutes, with one break"


def note(screen: ReviewScreen) -> QPlainTextEdit:
    return named(screen, QPlainTextEdit, "Progress note")


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        (CoverReason.HAND, "The notes are covered. C opens them."),
        (
            CoverReason.IDLE,
            "Covered because nobody touched the computer. Press C or click to open.",
        ),
    ],
)
def test_note_and_facts_are_covered_and_it_says_why(
    show: Show, private_state: ReviewState, reason: CoverReason, says: str
) -> None:
    screen = show(private_state)
    assert FACT in words(screen)
    screen.curtain(reason)
    assert screen.curtained
    assert says in words(screen)
    # A change that comes from elsewhere does not open it.
    screen.show_review(private_state)
    assert not note(screen).isVisible()
    assert FACT not in words(screen)
    assert_accessible(screen)
    press(screen, "Open the notes")
    assert note(screen).isVisible()
    assert note(screen).toPlainText() == "Both named a feeling."
    assert FACT in words(screen)


def test_the_key_of_the_room_covers_and_opens(
    show: Show, private_state: ReviewState, qtbot: QtBot
) -> None:
    screen = show(private_state)
    with qtbot.waitActive(screen):
        screen.activateWindow()
    button = buttons(screen)["Finish session"]
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_C)
    assert not note(screen).isVisible()
    QTest.keyClick(button, Qt.Key.Key_C)
    assert note(screen).isVisible()


def test_a_letter_typed_into_a_note_covers_nothing(
    show: Show, private_state: ReviewState, qtbot: QtBot
) -> None:
    screen = show(private_state)
    with qtbot.waitActive(screen):
        screen.activateWindow()
    note(screen).setFocus()
    QTest.keyClick(note(screen), Qt.Key.Key_C)
    assert note(screen).isVisible()
    assert "c" in note(screen).toPlainText()


def test_at_home_there_is_nothing_to_cover(show: Show, state: ReviewState, qtbot: QtBot) -> None:
    screen = show(state)
    with qtbot.waitActive(screen):
        screen.activateWindow()
    QTest.keyClick(buttons(screen)["Finish session"], Qt.Key.Key_C)
    assert "Open the notes" not in buttons(screen)
    assert not screen.curtained
