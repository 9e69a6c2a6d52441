"""The settings: backups made, copied to a second folder, and put back."""

import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import App
from desktop.domain.notes import NoteKind
from desktop.services.demo import DemoClock
from desktop.services.vault_places import vault_in
from desktop.storage.vault import layout
from desktop.tour.hands import Hands
from desktop.ui.dialogs.restore import RestoreDialog
from tests.ui.acting import (
    NOTE,
    assert_free,
    at_home,
    choose,
    make_lived_in,
    open_again,
    read,
    unlock,
)
from tests.ui.finding import press
from tests.ui.running import WHEN, Act, Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, str]:
    return make_lived_in(tmp_path_factory.mktemp("lived-in") / "vault")


@pytest.fixture
def run_here(qapp: QApplication, tmp_path: Path, lived_in: tuple[Made, str]) -> RunApp:
    lived_in[0].copy(tmp_path)
    return partial(run_app, qapp, tmp_path)


async def to_settings(hands: Hands) -> None:
    await unlock(hands)
    await at_home(hands)
    await hands.press("Settings")
    await hands.find(QAbstractButton, "Make a backup now")


def change(data_dir: Path, session_id: str) -> None:
    """Write another note, which is in no backup."""
    with closing(open_again(data_dir)) as vault:
        vault.notes.save(session_id, NoteKind.PROCESS, "written later", 2)


def test_a_backup_is_made_by_hand_where_something_changed(
    run_here: Callable[..., bool], tmp_path: Path
) -> None:
    clock = DemoClock(WHEN)

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Make a backup now")
        await read(hands, "Nothing has changed since the newest backup")
        assert app.vault is not None
        await app.kit.worker.run(app.vault.couples.add, "Cleo", "Dan")
        clock.pass_by(60_000)
        await hands.press("Make a backup now")
        await read(hands, "A backup was made and checked.")

    run_here(act, clock)
    assert len(list((vault_in(tmp_path) / layout.BACKUPS).iterdir())) == 2


def test_a_second_folder_is_chosen_missed_and_dropped(run_here: RunApp, tmp_path: Path) -> None:
    stick, away = tmp_path / "stick", tmp_path / "pocket"
    stick.mkdir()

    async def first(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Choose folder")
        await choose(hands, app.window, vault_in(tmp_path))
        await read(hands, "would be lost with it")
        await hands.press("Choose folder")
        await choose(hands, app.window, stick)
        await read(hands, "Last copied ")
        assert len(list(stick.rglob("*"))) >= 1

    async def without(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await read(hands, "The folder is not there: connect the stick.")
        await hands.press("Home")
        await read(hands, "No backup was made there: that folder is not there.")
        await hands.press("Settings")
        await hands.press("Don’t use")
        await read(hands, "Each backup can be copied to another disk")

    run_here(first)
    stick.rename(away)
    run_here(without)
    with closing(open_again(tmp_path)) as vault:
        assert vault.backups.second_folder() == ""


async def ask_to_restore(app: App, hands: Hands) -> RestoreDialog:
    def look() -> RestoreDialog | None:
        dialogs = app.window.findChildren(RestoreDialog)
        return next((dialog for dialog in dialogs if dialog.isVisible()), None)

    dialog = await hands.until(look)
    assert dialog is not None
    return dialog


def note_in(data_dir: Path, session_id: str) -> str:
    with closing(open_again(data_dir)) as vault:
        assert vault.check() == ()
        return vault.notes.get(session_id, NoteKind.PROCESS).text


def test_a_backup_from_a_file_takes_the_vaults_place_and_locks(
    run_here: RunApp, tmp_path: Path, lived_in: tuple[Made, str]
) -> None:
    (backup,) = (vault_in(tmp_path) / layout.BACKUPS).iterdir()
    other = Path(shutil.copy(backup, tmp_path))
    change(tmp_path, lived_in[1])

    async def act(app: App, hands: Hands) -> None:
        await to_settings(hands)
        await hands.press("Restore from a file…")
        await choose(hands, app.window, other)
        dialog = await ask_to_restore(app, hands)
        await hands.write("Passphrase", "no stones, no shore")
        press(dialog, "Restore")
        await read(hands, "does not open")
        assert app.vault is not None
        await hands.write("Passphrase", "two stones, one shore")
        press(dialog, "Restore")
        assert await hands.until(lambda: app if app.vault is None else None)

    assert run_here(act) is True
    assert note_in(tmp_path, lived_in[1]) == NOTE
    (kept,) = tmp_path.glob("vault-replaced-*")
    shutil.rmtree(vault_in(tmp_path))
    kept.rename(vault_in(tmp_path))
    assert note_in(tmp_path, lived_in[1]) == "written later"


def test_a_folder_that_is_synchronised_is_warned_of(run_here: RunApp, tmp_path: Path) -> None:
    (tmp_path / ".dropbox").touch()

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await read(hands, "The vault lies in a folder that Dropbox copies elsewhere.")

    run_here(act)
    assert_free(tmp_path)
