"""Locking and hiding while something can't be saved, and one way out taking over from another."""

import asyncio
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from time import monotonic

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit

from desktop.app import App
from desktop.domain.notes import NoteKind
from desktop.services import keeping, saving
from desktop.services.demo import DemoClock
from desktop.tour.hands import Hands
from desktop.ui.vault import departure
from tests.ui.acting import (
    NOTE,
    Guarded,
    assert_free,
    at_home,
    in_room,
    open_again,
    read,
    shown,
    unlock,
)
from tests.ui.disks import Disk
from tests.ui.running import WHEN, Act, Made, app_in, run, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]


@pytest.fixture(autouse=True)
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """A save that can't be done is waited for, and tried again, only a moment later."""
    monkeypatch.setattr(keeping, "PATIENCE", 0.1)
    monkeypatch.setattr(saving, "RETRY_SECONDS", 0.1)


@pytest.fixture
def guarded() -> Guarded:
    return Guarded()


@pytest.fixture
def run_here(qapp: QApplication, tmp_path: Path, practice_vault: Made, guarded: Guarded) -> RunApp:
    practice_vault.copy(tmp_path)
    return partial(run_app, qapp, tmp_path, make_guards=guarded)


class Unsaved:
    """A session with a note that can't be saved, since the disk is full."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.disk = Disk()
        self.session_id = ""
        self._monkeypatch = monkeypatch

    async def write(self, app: App, hands: Hands) -> None:
        """Write the note, and close the dialog that says why it is not saved."""
        await unlock(hands)
        await at_home(hands)
        assert app.vault is not None
        self.disk.carry(app.vault, self._monkeypatch)
        await in_room(hands)
        assert app.desk is not None
        assert app.desk.room is not None
        self.session_id = app.desk.room.session_id
        self.disk.full = True
        await hands.write("Process note", NOTE)
        await hands.press("Close")

    def kept(self, data_dir: Path) -> str:
        """What the vault holds of the note."""
        with closing(open_again(data_dir)) as vault:
            return vault.notes.get(self.session_id, NoteKind.PROCESS).text


@pytest.fixture
def unsaved(monkeypatch: pytest.MonkeyPatch) -> Unsaved:
    return Unsaved(monkeypatch)


def assert_only_cover(app: App) -> None:
    """The cover is all that can be seen."""
    assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [app.window]
    assert not [w for w in app.window.findChildren(QDialog) if w.isVisible()]
    assert not [w for w in app.window.findChildren(QPlainTextEdit) if w.isVisible()]
    assert not any(name in text for text in shown() for name in (NOTE, "Ana", "Ben"))


async def tried_again(hands: Hands, disk: Disk, times: int = 3) -> None:
    """Wait until saving was tried a few more times."""
    enough = disk.tries + times
    assert await hands.until(lambda: disk if disk.tries >= enough else None)


def test_the_cover_says_why_and_locks_as_soon_as_there_is_room(
    run_here: RunApp, unsaved: Unsaved, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unsaved.write(app, hands)
        app.window.lock_requested.emit()
        await read(hands, "Something is not saved yet: ")
        for _ in range(3):
            await tried_again(hands, unsaved.disk)
            assert_only_cover(app)
        unsaved.disk.full = False
        assert await hands.until(lambda: app.window if app.vault is None else None)

    assert run_here(act) is True
    assert unsaved.kept(tmp_path) == NOTE


def test_whoever_leaves_without_saving_is_out_in_a_moment(
    run_here: RunApp, unsaved: Unsaved, tmp_path: Path
) -> None:
    began: list[float] = []

    async def act(app: App, hands: Hands) -> None:
        await unsaved.write(app, hands)
        app.window.lock_requested.emit()
        leave = await hands.find(QAbstractButton, "Leave without saving")
        began.append(monotonic())
        leave.click()

    assert run_here(act) is True
    assert monotonic() - began[0] < 5
    assert_free(tmp_path)


def test_hiding_on_a_full_disk_shows_nothing_and_ends_in_time(
    run_here: RunApp, unsaved: Unsaved, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(departure, "HIDDEN_SECONDS", 1.0)

    async def act(app: App, hands: Hands) -> None:
        await unsaved.write(app, hands)
        app.window.hide_requested.emit()
        while app.vault is not None:
            assert not [w for w in QApplication.topLevelWidgets() if w.isVisible()]
            await asyncio.sleep(0.02)

    assert run_here(act) is False
    assert_free(tmp_path)


def test_what_is_hidden_is_saved_as_soon_as_there_is_room(
    run_here: RunApp, unsaved: Unsaved, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unsaved.write(app, hands)
        app.window.hide_requested.emit()
        await tried_again(hands, unsaved.disk)
        unsaved.disk.full = False

    assert run_here(act) is False
    assert unsaved.kept(tmp_path) == NOTE


def test_nothing_that_was_begun_comes_up_later(
    run_here: RunApp, unsaved: Unsaved, guarded: Guarded
) -> None:
    """A dialog that opens as soon as the worker is free, for one."""

    async def act(app: App, hands: Hands) -> None:
        await unsaved.write(app, hands)
        await hands.press("End exercise")
        export = await hands.find(QAbstractButton, "Export PDF")
        unsaved.disk.hold()
        await tried_again(hands, unsaved.disk, 1)  # from now on the worker is taken
        export.click()
        await hands.rest()
        guarded.machine.sleep_announced.emit()
        await hands.rest()
        unsaved.disk.release()
        await tried_again(hands, unsaved.disk, 6)
        assert_only_cover(app)
        unsaved.disk.full = False

    assert run_here(act) is True


def test_an_error_that_nobody_expected_is_not_told_over_the_cover(
    qapp: QApplication, practice_vault: Made, unsaved: Unsaved, tmp_path: Path
) -> None:
    practice_vault.copy(tmp_path)

    async def main() -> None:
        app, hands = app_in(tmp_path, qapp, DemoClock(WHEN)), Hands()
        ended = asyncio.create_task(app.run())
        await unsaved.write(app, hands)
        app.window.lock_requested.emit()
        await read(hands, "Something is not saved yet: ")
        app.faults.failed(ValueError())
        await hands.rest()
        assert_only_cover(app)
        unsaved.disk.full = False
        await ended

    run(qapp, main())
    assert unsaved.kept(tmp_path) == NOTE


def test_sleep_takes_over_from_the_question_at_closing(
    run_here: RunApp, unsaved: Unsaved, guarded: Guarded, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unsaved.write(app, hands)
        app.window.close()
        await hands.find(QAbstractButton, "Stay")
        guarded.machine.sleep_announced.emit()
        await hands.rest()
        assert_only_cover(app)
        unsaved.disk.full = False

    assert run_here(act) is True
    assert unsaved.kept(tmp_path) == NOTE


def test_hiding_takes_over_from_a_lock(run_here: RunApp, unsaved: Unsaved, tmp_path: Path) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unsaved.write(app, hands)
        app.window.lock_requested.emit()
        await read(hands, "Something is not saved yet: ")
        app.window.hide_requested.emit()
        assert not app.window.isVisible()
        app.window.lock_requested.emit()  # comes too late
        unsaved.disk.full = False

    assert run_here(act) is False
    assert unsaved.kept(tmp_path) == NOTE


def test_a_full_disk_does_not_keep_a_vault_open_that_is_saved(
    run_here: RunApp, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where unlocking is to lead can't be kept then."""

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await in_room(hands)
        assert app.vault is not None
        disk = Disk()
        disk.full = True

        def leave_room(_: str) -> None:
            disk.write()

        monkeypatch.setattr(app.vault.preferences, "leave_room", leave_room)
        app.window.lock_requested.emit()

    assert run_here(act) is True
    assert_free(tmp_path)
