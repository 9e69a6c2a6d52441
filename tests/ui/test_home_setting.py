"""A couple at home: from the start of the app to today's practice, and back."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
)

from desktop.app import App
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from tests.ui.finding import told, words
from tests.ui.running import PASSPHRASE, WHEN, Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

DAY = 24 * 3600 * 1000
START = "Start today's practice"


async def unlock(hands: Hands) -> None:
    await hands.write("Passphrase", PASSPHRASE)
    await hands.press("Unlock")


def step(app: App) -> str:
    """Where the practice stands."""
    labels = [label for label in app.window.findChildren(QLabel) if told(label) == "Step"]
    return next(label.text() for label in labels if label.isVisible())


def fields(app: App) -> set[str]:
    """The names of what can be typed into."""
    found = [*app.window.findChildren(QLineEdit), *app.window.findChildren(QPlainTextEdit)]
    return {told(field) for field in found if field.isVisible()}


def offers_to_resume(app: App) -> bool:
    buttons = app.window.findChildren(QAbstractButton)
    return "Resume session" in [told(button) for button in buttons if button.isVisible()]


async def practise(app: App, hands: Hands) -> None:
    """A first practice, which is ended at the first turn."""
    await hands.press(START)
    await hands.write("Partner A", "Ana")
    await hands.write("Partner B", "Ben")
    await hands.write("Topic", "the move")
    await hands.press("Begin")
    await hands.find(QAbstractButton, "End exercise")
    await hands.strike(app.window, Qt.Key.Key_Right)


def test_a_practice_from_beginning_to_end(
    qapp: QApplication, tmp_path: Path, home_vault: Made
) -> None:
    home_vault.copy(tmp_path)

    async def first(app: App, hands: Hands) -> None:
        await unlock(hands)
        await practise(app, hands)
        assert step(app) == "Speak, 1 of 5"
        assert fields(app) == set()
        await hands.press("End exercise")
        await hands.write("Takeaway, Ana", "I can stop repeating myself.")
        assert "Progress note" not in fields(app)
        await hands.press("Finish session")
        await hands.find(QAbstractButton, START)
        assert any("I can stop repeating myself." in text for text in words(app.window))

    run_app(qapp, tmp_path, first)


def test_the_second_practice_asks_for_no_names(
    qapp: QApplication, tmp_path: Path, home_vault: Made
) -> None:
    home_vault.copy(tmp_path)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await practise(app, hands)
        await hands.press("End exercise")
        await hands.press("Finish session")
        await hands.press(START)
        await hands.find(QLineEdit, "Topic")
        assert "Partner A" not in fields(app)
        await hands.press("Ben speaks first")
        await hands.press("Begin")
        await hands.find(QAbstractButton, "End exercise")
        assert step(app) == "Settle"

    run_app(qapp, tmp_path, act)


def test_a_practice_that_was_left_goes_on_another_day(
    qapp: QApplication, tmp_path: Path, home_vault: Made
) -> None:
    home_vault.copy(tmp_path)

    async def first(app: App, hands: Hands) -> None:
        await unlock(hands)
        await practise(app, hands)

    async def then(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.press("Resume session")
        await hands.press("Resume")
        assert step(app) == "Speak, 1 of 5"

    run_app(qapp, tmp_path, first)
    run_app(qapp, tmp_path, then, DemoClock(WHEN + DAY))


def test_a_practice_that_was_left_can_be_closed_as_it_is(
    qapp: QApplication, tmp_path: Path, home_vault: Made
) -> None:
    home_vault.copy(tmp_path)

    async def first(app: App, hands: Hands) -> None:
        await unlock(hands)
        await practise(app, hands)

    async def then(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.press("Close as it is")
        start = await hands.find(QAbstractButton, START)
        assert await hands.until(lambda: None if offers_to_resume(app) else start)

    run_app(qapp, tmp_path, first)
    run_app(qapp, tmp_path, then)


def test_at_home_nobody_is_asked_for_a_passphrase(
    qapp: QApplication, tmp_path: Path, home_vault: Made
) -> None:
    home_vault.copy(tmp_path)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await practise(app, hands)
        await hands.press("End exercise")
        await hands.slide("Felt understood, Ana", 4)
        await hands.press("Not now, Ana")
        await hands.find(QAbstractButton, "Finish session")
        assert "Home" not in named_buttons(app)
        await hands.press("Finish session")
        await hands.find(QAbstractButton, START)
        await hands.press("Settings")
        await hands.find(QAbstractButton, "New recovery key")
        assert "Set a PIN" not in named_buttons(app)

    run_app(qapp, tmp_path, act)


def named_buttons(app: App) -> set[str]:
    """The names of the buttons that can be seen."""
    found = app.window.findChildren(QAbstractButton)
    return {told(button) for button in found if button.isVisible()}


def test_cards_that_need_a_plan_are_not_shown_at_home(
    qapp: QApplication, tmp_path: Path, home_vault: Made
) -> None:
    home_vault.copy(tmp_path)

    async def look_through(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.press("Cards")
        decks = await hands.find(QListWidget, "Decks")
        titles = [decks.item(row).text() for row in range(decks.count())]
        assert "Closeness in touch" in titles
        assert "Closeness in desire" not in titles

    run_app(qapp, tmp_path, look_through)
