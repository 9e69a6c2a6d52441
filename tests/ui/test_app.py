"""The app from its start to its end: the ways in, the ways out, and what is left behind."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
)

from desktop.app import App
from desktop.domain.notes import NoteKind
from desktop.services import keeping
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from desktop.ui.front import Front
from tests.ui.acting import assert_free, at_home, in_room, make, open_again, unlock
from tests.ui.disks import Disk
from tests.ui.finding import words
from tests.ui.running import WHEN, Act, Made, no_error_logged, run, run_app

pytestmark = pytest.mark.usefixtures("qtbot")


RunApp = Callable[[Act], bool]
"""Runs the app on a vault without couples; says whether it was locked at the end."""


@pytest.fixture
def run_locked(qapp: QApplication, tmp_path: Path, practice_vault: Made) -> RunApp:
    practice_vault.copy(tmp_path)
    return partial(run_app, qapp, tmp_path)


# The ways in


def test_a_first_start_makes_a_vault_and_leads_home(qapp: QApplication, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await make(hands)
        await hands.press("I have written down the recovery key")
        await hands.press("Continue")
        await at_home(hands)

    run_app(qapp, tmp_path, act)

    assert_free(tmp_path)


def test_at_home_the_first_start_leads_to_the_practice(qapp: QApplication, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await make(hands, "We practise at home")
        await hands.press("I have written down the recovery key")
        await hands.press("Continue")
        await hands.find(QAbstractButton, "Start today's practice")

    run_app(qapp, tmp_path, act)


def test_a_wrong_passphrase_loses_nothing(run_locked: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands, "no stones, no shore")
        await hands.find(QLineEdit, "Passphrase")
        assert any("does not open this file" in text for text in words(app.window))
        await unlock(hands)
        await at_home(hands)

    run_locked(act)


def test_the_recovery_key_opens_too(run_locked: RunApp, practice_vault: Made) -> None:
    async def act(app: App, hands: Hands) -> None:
        await hands.press("Use recovery key")
        await hands.write("Recovery key", practice_vault.recovery_key)
        await hands.press("Unlock")
        await at_home(hands)

    run_locked(act)


def test_what_was_asked_before_the_app_stood_is_done(
    qapp: QApplication, tmp_path: Path, practice_vault: Made
) -> None:
    practice_vault.copy(tmp_path)

    async def main() -> None:
        store = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
        front = Front(qapp, store)
        front.show_unlock([""])
        front.window.show()
        await unlock(Hands())
        app = App(front, tmp_path, DemoClock(WHEN))
        ended = asyncio.create_task(app.run())
        await at_home(Hands())
        app.window.close()
        await ended

    with no_error_logged():
        run(qapp, main())


# The ways out


def test_an_app_that_was_closed_was_not_locked(run_locked: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)

    assert run_locked(act) is False
    assert_free(tmp_path)


@pytest.mark.parametrize("way", ["Lock", "Hide now"])
def test_the_ways_to_leave_at_once(run_locked: RunApp, tmp_path: Path, way: str) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.press(way)

    assert run_locked(act) is (way == "Lock")
    assert_free(tmp_path)


LEAVING = {
    True: (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier),
    False: (Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
}
"""The keys that lock, and those that only close."""


@pytest.mark.parametrize("locks", [True, False])
def test_a_note_is_saved_on_the_way_out(
    run_locked: RunApp, tmp_path: Path, practice_vault: Made, locks: bool
) -> None:
    ids: list[str] = []

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await in_room(hands)
        assert app.desk is not None
        assert app.desk.room is not None
        ids.append(app.desk.room.session_id)
        await hands.write("Process note", "a thought of mine")
        await hands.strike(app.window, *LEAVING[locks])

    assert run_locked(act) is locks
    with closing(open_again(tmp_path)) as vault:
        assert vault.notes.get(ids[0], NoteKind.PROCESS).text == "a thought of mine"


@pytest.mark.parametrize("locks", [True, False])
def test_a_dialog_does_not_stand_in_the_way(
    run_locked: RunApp, tmp_path: Path, locks: bool
) -> None:
    """Not even a dialog over a dialog."""

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await in_room(hands)
        await hands.press("End exercise")
        await hands.press("Export PDF")
        await hands.press("Ana has read this page and agrees")
        await hands.press("Ben has read this page and agrees")
        await hands.press("Save PDF")
        await hands.until(lambda: app.window.findChild(QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        QTest.keyClick(dialog.focusWidget(), *LEAVING[locks])
        assert not dialog.isVisible()
        # What is to be hidden is hidden at once; before it locks, all is saved.
        assert app.window.isVisible() is locks

    assert run_locked(act) is locks
    assert_free(tmp_path)


def test_nothing_is_locked_before_it_is_open(run_locked: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await hands.find(QLineEdit, "Passphrase")
        await hands.strike(app.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        await unlock(hands)
        await at_home(hands)

    assert run_locked(act) is False


def test_it_can_be_closed_while_the_recovery_key_is_shown(
    qapp: QApplication, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await make(hands)
        await hands.find(QAbstractButton, "I have written down the recovery key")

    run_app(qapp, tmp_path, act)

    assert_free(tmp_path)


def test_it_can_be_closed_while_the_vault_is_made(qapp: QApplication, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await make(hands)

    run_app(qapp, tmp_path, act)

    assert_free(tmp_path)


def test_it_can_be_closed_while_the_vault_is_opened(run_locked: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)

    run_locked(act)

    assert_free(tmp_path)


def test_it_can_be_closed_while_a_page_is_set(run_locked: RunApp, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await in_room(hands)
        await hands.press("End exercise")
        await hands.press("Export PDF")
        await hands.find(QAbstractButton, "Ana has read this page and agrees")

    run_locked(act)

    assert_free(tmp_path)


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A save that can't be done is waited for only a moment."""
    monkeypatch.setattr(keeping, "PATIENCE", 0.05)


async def write_on_a_full_disk(app: App, hands: Hands, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """A session in which the process note could not be saved, and that was said."""
    await unlock(hands)
    await at_home(hands)
    assert app.vault is not None
    disk = Disk()
    disk.carry(app.vault, monkeypatch)
    await in_room(hands)
    disk.full = True
    await hands.write("Process note", "a thought of mine")
    await hands.press("Close")
    return disk


@pytest.mark.usefixtures("impatient")
def test_who_stays_loses_nothing(
    run_locked: RunApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(app: App, hands: Hands) -> None:
        disk = await write_on_a_full_disk(app, hands, monkeypatch)
        app.window.close()
        await hands.find(QAbstractButton, "Leave without saving")
        app.window.close()
        await hands.press("Stay")
        note = await hands.find(QPlainTextEdit, "Process note")
        assert note.toPlainText() == "a thought of mine"
        assert not [
            w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
        ]
        disk.full = False

    run_locked(act)

    assert_free(tmp_path)


@pytest.mark.usefixtures("impatient")
def test_who_leaves_without_saving_leaves_nothing_running(
    run_locked: RunApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await write_on_a_full_disk(app, hands, monkeypatch)
        app.window.close()
        await hands.press("Leave without saving")

    run_locked(act)

    assert_free(tmp_path)
