"""The doors out of the room: behind them are other couples, whom nobody in the room may see.

The names of another couple, and words of theirs, stand for all that is not for these two.
"""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QLineEdit

from desktop.app import App
from desktop.services.pin import PinState
from desktop.tour.hands import Hands
from tests.ui.acting import at_home, choose, open_again, shown, unlock
from tests.ui.hearing import given_away
from tests.ui.room.neighbours import (
    FELT,
    OTHERS,
    PIN,
    WHY,
    answer,
    back,
    begin,
    look_round,
    move_in,
    offered,
    room,
    to_review,
    wrong,
)
from tests.ui.running import PASSPHRASE, Act, Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]
NEITHER = "That is neither the PIN nor the passphrase."


@pytest.fixture
def with_pin(qapp: QApplication, tmp_path: Path, practice_vault: Made) -> RunApp:
    """Runs the app on a practice with another couple, and a PIN."""
    move_in(practice_vault, tmp_path, pin=True)
    return partial(run_app, qapp, tmp_path)


@pytest.fixture
def without_pin(qapp: QApplication, tmp_path: Path, practice_vault: Made) -> RunApp:
    """The same without a PIN."""
    move_in(practice_vault, tmp_path, pin=False)
    return partial(run_app, qapp, tmp_path)


async def key_sheet(app: App, hands: Hands) -> None:
    await hands.strike(app.window, Qt.Key.Key_Question)
    await hands.find(QAbstractButton, "Close")
    assert given_away(OTHERS) == set()
    await hands.press("Close")
    app.window.activateWindow()


async def file_list(app: App, hands: Hands) -> None:
    """Export, as far as the list of files, and back."""
    await hands.press("Export PDF")
    for name in ("Ana", "Ben"):
        await hands.press(f"{name} has read this page and agrees")
    await hands.press("Save PDF")
    await answer(hands, PIN)
    dialog = await hands.until(lambda: _files(app))
    assert dialog is not None
    assert given_away(OTHERS) == set()
    dialog.reject()
    await hands.press("Cancel")


def _files(app: App) -> QFileDialog | None:
    found = app.window.findChildren(QFileDialog)
    return next((dialog for dialog in found if dialog.isVisible()), None)


def test_from_begin_to_the_end_nothing_gives_another_couple_away(with_pin: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await look_round(app, hands)
        assert given_away(OTHERS) >= {"Quillon", "Vashtari", "amberclockwork", "quicksilver", FELT}
        await begin(hands, "This screen")
        await hands.rest()
        assert given_away(OTHERS) == set()
        await hands.strike(app.window, Qt.Key.Key_F11)
        await key_sheet(app, hands)
        await hands.press("Home")
        await wrong(hands, "0000", NEITHER)
        assert given_away(OTHERS) == set()
        await back(hands)
        await hands.press("Emotion wheel")
        assert given_away(OTHERS) == set()
        app.window.activateWindow()
        await hands.strike(app.window, Qt.Key.Key_Escape)
        await hands.find(QAbstractButton, "Home")
        await to_review(app, hands)
        assert given_away(OTHERS) == set()
        await file_list(app, hands)
        await hands.press("Finish session")
        assert await hands.until(lambda: "The session is saved." in shown() or None)
        assert given_away(OTHERS) == set()
        await hands.press("Home")
        await wrong(hands, "0000", NEITHER)
        assert given_away(OTHERS) == set()
        await answer(hands, PIN)
        await at_home(hands)
        assert given_away(OTHERS)

    with_pin(act)


def test_the_pages_are_whole_again_afterwards(with_pin: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await look_round(app, hands)
        await begin(hands)
        await hands.press("Home")
        await answer(hands, PIN)
        await at_home(hands)
        for page in ("Couples", "Records"):
            assert {"Quillon", "Vashtari"} <= given_away(OTHERS)
            await hands.press(page)
        assert "amberclockwork" not in given_away(OTHERS)

    with_pin(act)


# Home


@pytest.mark.parametrize("there", ["console", "review"])
def test_home_asks_for_the_pin_and_leaves_the_session_open(with_pin: RunApp, there: str) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands)
        if there == "review":
            await to_review(app, hands)
        await hands.press("Home")
        await hands.find(QLineEdit, "PIN or passphrase")
        assert WHY in shown()
        await wrong(hands, "12345", NEITHER)
        await back(hands)
        assert room(app) is not None
        await hands.press("Home")
        await answer(hands, PIN)
        await at_home(hands)
        assert room(app) is None
        names = [text for text in shown() if text.startswith("Ana and Ben stopped at")]
        assert len(names) == 1

    with_pin(act)


def test_without_a_pin_home_asks_for_the_passphrase(without_pin: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands)
        await hands.press("Home")
        await answer(hands, PIN, "Passphrase")
        assert await hands.until(
            lambda: next((t for t in shown() if "not the passphrase" in t), None)
        )
        assert room(app) is not None
        await answer(hands, PASSPHRASE, "Passphrase")
        await at_home(hands)

    without_pin(act)


def test_after_five_wrong_pins_the_door_opens_to_the_passphrase_only(
    with_pin: RunApp, tmp_path: Path
) -> None:
    async def first(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands)
        await hands.press("Home")
        for _ in range(4):
            await wrong(hands, "0000", NEITHER)
            (await hands.find(QLineEdit, "PIN or passphrase")).clear()
        await wrong(hands, "0000", "Several PINs were wrong")
        assert room(app) is not None
        await hands.press("Cancel")

    async def then(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands)
        await hands.press("Home")
        await answer(hands, PIN, "Passphrase")
        assert await hands.until(
            lambda: next((t for t in shown() if "not the passphrase" in t), None)
        )
        await answer(hands, PASSPHRASE, "Passphrase")
        await at_home(hands)

    with_pin(first)
    with closing(open_again(tmp_path)) as vault:
        assert vault.pin.state() is PinState.HELD
    with_pin(then)
    with closing(open_again(tmp_path)) as vault:
        assert vault.pin.state() is PinState.TAKEN


# The end of the session


@pytest.mark.parametrize("sees", ["Nothing", "This screen"])
def test_with_a_pin_a_neutral_page_ends_the_session(
    with_pin: RunApp, tmp_path: Path, sees: str
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands, sees)
        await to_review(app, hands)
        await hands.press("Finish session")
        assert await hands.until(lambda: "The session is saved." in shown() or None)
        assert offered() == {"Home"}
        await hands.press("Home")
        await back(hands)
        assert given_away(OTHERS) == set()
        await hands.press("Home")
        await answer(hands, PIN)
        await at_home(hands)

    with_pin(act)
    with closing(open_again(tmp_path)) as vault:
        assert len(vault.sessions.open_sessions()) == 1  # the others' own


def test_without_a_pin_the_page_stands_where_the_couple_looks_on(without_pin: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands, "This screen")
        await to_review(app, hands)
        await hands.press("Finish session")
        assert await hands.until(lambda: "The session is saved." in shown() or None)
        assert "Ana and Ben" in shown()
        assert given_away(OTHERS) == set()
        await hands.press("Home")
        await at_home(hands)

    without_pin(act)


def test_without_a_pin_and_with_nobody_looking_on_home_comes_at_once(without_pin: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands, "Nothing")
        await to_review(app, hands)
        await hands.press("Finish session")
        await at_home(hands)

    without_pin(act)


# Other ways out


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_F12])
def test_the_keys_that_lead_away_at_once_work_there_too(with_pin: RunApp, key: Qt.Key) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await begin(hands)
        await hands.press("Home")
        field = await hands.find(QLineEdit, "PIN or passphrase")
        field.window().activateWindow()
        held = Qt.KeyboardModifier
        way = held.ControlModifier if key == Qt.Key.Key_L else held.NoModifier
        await hands.strike(field.window(), key, way)
        assert await hands.until(lambda: app.window if app.vault is None else None)

    assert with_pin(act) is (key == Qt.Key.Key_L)


def test_after_locking_in_the_room_the_passphrase_leads_back_into_it(with_pin: RunApp) -> None:
    async def leave(app: App, hands: Hands) -> None:
        await look_round(app, hands)
        await begin(hands)
        await hands.press("Lock")

    async def come_back(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.find(QAbstractButton, "Nothing")
        assert room(app) is not None
        assert given_away(OTHERS) == set()

    assert with_pin(leave)
    with_pin(come_back)


def test_the_list_of_files_tells_nothing_of_a_folder_that_was_visited(
    with_pin: RunApp, tmp_path: Path
) -> None:
    folder = tmp_path / "Quillon papers"
    folder.mkdir()

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await hands.press("Settings")
        await hands.press("Choose folder")
        await choose(hands, app.window, folder)
        await hands.press("Home")
        await begin(hands)
        await to_review(app, hands)
        await file_list(app, hands)

    with_pin(act)
