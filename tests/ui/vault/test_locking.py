"""The vault locks: by hand, when the machine sleeps, when nobody is there, and on a full disk."""

from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QDialog, QPlainTextEdit

from desktop.app import App
from desktop.domain.flow.state import State
from desktop.domain.notes import NoteKind
from desktop.services.vault_places import vault_in
from desktop.storage.vault import layout
from desktop.tour.hands import Hands
from tests.ui.acting import (
    NOTE,
    Guarded,
    assert_free,
    at_home,
    in_room,
    open_again,
    shown,
    unlock,
)
from tests.ui.running import Act, Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]


@pytest.fixture
def guarded() -> Guarded:
    return Guarded()


@pytest.fixture
def run_here(qapp: QApplication, tmp_path: Path, practice_vault: Made, guarded: Guarded) -> RunApp:
    """Runs the app on a vault without couples; says whether it was locked at the end."""
    practice_vault.copy(tmp_path)
    return partial(run_app, qapp, tmp_path, make_guards=guarded)


def backups(data_dir: Path) -> list[Path]:
    return list((vault_in(data_dir) / layout.BACKUPS).glob("*"))


def room_state(app: App) -> State:
    assert app.desk is not None
    assert app.desk.room is not None
    return app.desk.room.moment()[0]


def session_id(app: App) -> str:
    assert app.desk is not None
    assert app.desk.room is not None
    return app.desk.room.session_id


def texts() -> list[str]:
    """All that can be read in any window."""
    areas = [w for w in QApplication.allWidgets() if isinstance(w, QPlainTextEdit)]
    return [*shown(), *(area.toPlainText() for area in areas if area.isVisible())]


def assert_covered(app: App) -> None:
    """Nothing private can be seen anywhere, and the window is there."""
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [app.window]
    assert not [w for w in app.window.findChildren(QDialog) if w.isVisible()]
    assert not any(word in text for text in texts() for word in (NOTE, "Ana", "Ben"))


async def to_room(hands: Hands, *steps: str) -> None:
    """Unlock, go into a session, write a note, and go on in it."""
    await unlock(hands)
    await at_home(hands)
    await in_room(hands)
    for step in steps:
        await hands.press(step)
    await hands.write("Process note", NOTE)


async def resumed(hands: Hands) -> None:
    """Wait for the room after unlocking, and open the notes."""
    await hands.press("Nothing")
    note = await hands.find(QPlainTextEdit, "Process note")
    assert note.toPlainText() == NOTE


# By hand


@pytest.mark.parametrize("by_key", [True, False])
def test_a_lock_covers_at_once_and_leads_back_to_the_same_step(
    run_here: RunApp, tmp_path: Path, by_key: bool
) -> None:
    left: list[State] = []

    async def leave(app: App, hands: Hands) -> None:
        await to_room(hands, "Next step", "Next step")
        lock = await hands.find(QAbstractButton, "Lock")
        if by_key:
            app.window.lock_requested.emit()
        else:
            lock.click()
        assert_covered(app)
        left.append(room_state(app))
        assert await hands.until(lambda: app.window if app.vault is None else None)

    async def come_back(app: App, hands: Hands) -> None:
        await unlock(hands)
        await resumed(hands)
        assert room_state(app).core.open_run is not None
        now, before = room_state(app).core.open_run, left[0].core.open_run
        assert now is not None
        assert before is not None
        assert now.place == before.place
        assert now.clock.since is None

    assert run_here(leave) is True
    assert_free(tmp_path)
    with closing(open_again(tmp_path)) as vault:
        newest, *_ = vault.backups.all()
    assert len(backups(tmp_path)) == 2  # as it was unlocked, and as it was locked
    assert newest.path in map(str, backups(tmp_path))
    assert run_here(come_back) is False


def test_a_break_is_resumed_too(run_here: RunApp) -> None:
    async def leave(app: App, hands: Hands) -> None:
        await to_room(hands, "Next step", "Take a break")
        await hands.press("Lock")

    async def come_back(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.press("Nothing")
        await hands.find(QAbstractButton, "We are back")

    assert run_here(leave)
    run_here(come_back)


def test_a_finished_session_leads_home(run_here: RunApp) -> None:
    async def leave(app: App, hands: Hands) -> None:
        await to_room(hands, "End exercise")
        await hands.press("Finish session")
        await at_home(hands)
        await hands.press("Lock")

    async def come_back(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        assert app.desk is not None
        assert app.desk.room is None

    assert run_here(leave)
    run_here(come_back)


def test_what_was_left_by_hiding_is_not_led_back_to(run_here: RunApp, tmp_path: Path) -> None:
    ids: list[str] = []

    async def leave(app: App, hands: Hands) -> None:
        await to_room(hands)
        ids.append(session_id(app))
        app.window.hide_requested.emit()
        assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]

    async def come_back(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)

    assert run_here(leave) is False
    with closing(open_again(tmp_path)) as vault:
        assert vault.notes.get(ids[0], NoteKind.PROCESS).text == NOTE
    run_here(come_back)


# By the machine


def test_before_the_machine_sleeps_it_locks_without_a_backup(
    run_here: RunApp, guarded: Guarded, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_room(hands)
        await hands.until(lambda: app.window if backups(tmp_path) else None)
        assert guarded.machine.watched
        guarded.machine.sleep_announced.emit()
        assert_covered(app)

    assert run_here(act) is True
    assert not guarded.machine.watched
    assert len(backups(tmp_path)) == 1
    assert_free(tmp_path)


@pytest.mark.parametrize("signal", ["screen_locked", "woke_up"])
def test_whoever_was_away_finds_it_locked(
    run_here: RunApp, guarded: Guarded, tmp_path: Path, signal: str
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_room(hands)
        getattr(guarded.machine, signal).emit()
        assert_covered(app)

    assert run_here(act) is True
    assert not guarded.machine.watched
    assert_free(tmp_path)


# By nobody


def test_an_idle_page_locks(run_here: RunApp, guarded: Guarded) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        guarded.pass_by(5)
        assert await hands.until(lambda: app.window if app.vault is None else None)

    assert run_here(act) is True


def test_a_running_turn_is_only_covered(run_here: RunApp, guarded: Guarded) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_room(hands, "Next step")
        guarded.pass_by(5)
        await hands.find(QAbstractButton, "Open the notes")
        assert not any(NOTE in text for text in texts())
        run = room_state(app).core.open_run
        assert run is not None
        assert run.clock.since is not None
        assert app.vault is not None
        guarded.pass_by(-5)  # somebody is back, and closes the window

    assert run_here(act) is False


@pytest.mark.parametrize("standing", ["Pause", "Take a break", "End exercise"])
def test_where_nothing_runs_it_locks(run_here: RunApp, guarded: Guarded, standing: str) -> None:
    async def act(app: App, hands: Hands) -> None:
        await to_room(hands, "Next step", standing)
        guarded.pass_by(5)
        assert await hands.until(lambda: app.window if app.vault is None else None)

    assert run_here(act) is True


def choose_idle(app: App, minutes: int) -> QComboBox | None:
    """Choose the idle time in the settings, once they are shown."""
    boxes = [w for w in app.window.findChildren(QComboBox) if w.isVisible()]
    for box in boxes:
        if (index := box.findData(minutes)) >= 0:
            box.setCurrentIndex(index)
            box.activated.emit(index)
            return box
    return None


def test_the_idle_time_from_the_settings_holds_at_once(
    run_here: RunApp, guarded: Guarded, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await hands.press("Settings")
        assert await hands.until(lambda: choose_idle(app, 1))
        guarded.pass_by(1)
        assert await hands.until(lambda: app.window if app.vault is None else None)

    assert run_here(act) is True
    with closing(open_again(tmp_path)) as vault:
        assert vault.preferences.load().idle_minutes == 1
