"""A vault that is damaged: what is said of it at unlock, and each way back from there."""

import shutil
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication

from desktop.app import App
from desktop.domain.notes import NoteKind
from desktop.services.vault import OpenVault
from desktop.services.vault_places import vault_in
from desktop.storage.vault import layout
from desktop.tour.hands import Hands
from desktop.ui.room.flow import RoomFlow
from tests.ui.acting import (
    NOTE,
    Guarded,
    assert_free,
    at_home,
    choose,
    make_lived_in,
    open_again,
    read,
    shown,
    unlock,
)
from tests.ui.running import PASSPHRASE, Act, Made, door_in, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

DATABASES = layout.RECORD, layout.PROCESS


@pytest.fixture(scope="module")
def lived_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Made, str]:
    return make_lived_in(tmp_path_factory.mktemp("lived-in") / "vault")


@pytest.fixture
def folder(lived_in: tuple[Made, str], tmp_path: Path) -> Path:
    """The folder of a vault with a session, a note and a backup."""
    lived_in[0].copy(tmp_path)
    return vault_in(tmp_path)


@pytest.fixture
def run_here(qapp: QApplication, tmp_path: Path) -> Callable[[Act], bool]:
    return partial(run_app, qapp, tmp_path)


def spoil_last_page(file: Path) -> None:
    """Turn one bit round in a page that no page of the app reads."""
    with file.open("r+b") as opened:
        opened.seek(-1000, 2)
        byte = opened.read(1)[0]
        opened.seek(-1000, 2)
        opened.write(bytes([byte ^ 1]))


def contents(folder: Path) -> dict[str, bytes]:
    """The databases and the keys, as they lie on the disk; an empty log says nothing."""
    files = [folder / f"{name}{log}" for name in DATABASES for log in ("", "-wal")]
    found = [file for file in (*files, folder / layout.SLOTS) if file.exists()]
    return {file.name: file.read_bytes() for file in found if file.stat().st_size}


def replaced(data_dir: Path) -> list[Path]:
    """Where the vaults lie that a backup replaced."""
    return list(data_dir.glob("vault-replaced-*"))


def note_in(data_dir: Path, session_id: str, secret: str = PASSPHRASE) -> str:
    with closing(open_again(data_dir, secret)) as vault:
        assert vault.check() == ()
        return vault.notes.get(session_id, NoteKind.PROCESS).text


async def restore_and_unlock(hands: Hands) -> None:
    """From the report of damage through the newest backup to the home page."""
    await hands.press("Restore this backup")
    await hands.press("Continue")
    await unlock(hands)
    await at_home(hands)


def test_a_damaged_page_leads_back_out_and_a_backup_makes_it_good(
    run_here: Callable[..., bool], folder: Path, lived_in: tuple[Made, str], tmp_path: Path
) -> None:
    spoil_last_page(folder / layout.PROCESS)
    before, guarded = contents(folder), Guarded()

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "process.db is damaged or missing")
        assert app.vault is None
        assert contents(folder) == before
        assert not guarded.machine.watched
        await restore_and_unlock(hands)
        assert guarded.machine.watched

    run_here(act, make_guards=guarded)

    (kept,) = replaced(tmp_path)
    assert contents(kept) == before
    assert note_in(tmp_path, lived_in[1]) == NOTE


def test_damage_that_is_found_late_lets_go_of_the_session_and_its_windows(
    run_here: Callable[[Act], bool],
    folder: Path,
    lived_in: tuple[Made, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spoil_last_page(folder / layout.PROCESS)
    read_through, ensure_sound = Event(), OpenVault.ensure_sound

    def slowly(vault: OpenVault) -> None:
        assert read_through.wait(20)
        ensure_sound(vault)

    monkeypatch.setattr(OpenVault, "ensure_sound", slowly)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await hands.press("Resume session")
        await hands.press("Nothing")
        await hands.write("Process note", "written in vain")
        await hands.press("Close")  # what it says is why that can't be saved
        read_through.set()
        await read(hands, "process.db is damaged or missing")
        assert [w for w in QApplication.topLevelWidgets() if w.isVisible()] == [app.window]
        assert not app.window.findChildren(RoomFlow)
        await restore_and_unlock(hands)

    run_here(act)
    assert note_in(tmp_path, lived_in[1]) == NOTE


def test_a_session_that_was_left_by_a_lock_does_not_hide_the_damage(
    run_here: Callable[[Act], bool], folder: Path, lived_in: tuple[Made, str], tmp_path: Path
) -> None:
    with closing(open_again(tmp_path)) as vault:
        vault.preferences.leave_room(lived_in[1])
    spoil_last_page(folder / layout.PROCESS)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "process.db is damaged or missing")
        await restore_and_unlock(hands)

    run_here(act)
    assert note_in(tmp_path, lived_in[1]) == NOTE


@pytest.mark.parametrize("name", [*DATABASES, layout.SLOTS])
def test_a_file_that_is_missing_comes_back_from_the_backup(
    run_here: Callable[[Act], bool],
    folder: Path,
    lived_in: tuple[Made, str],
    tmp_path: Path,
    name: str,
) -> None:
    (folder / name).unlink()
    before = contents(folder)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "missing")
        assert contents(folder) == before
        await restore_and_unlock(hands)

    run_here(act)

    assert contents(replaced(tmp_path)[0]) == before
    assert note_in(tmp_path, lived_in[1]) == NOTE


def lose_saves(data_dir: Path, session_id: str) -> None:
    """Put an older file in the place of the one with the last two saves."""
    older = (vault_in(data_dir) / layout.PROCESS).read_bytes()
    with closing(open_again(data_dir)) as vault:
        for number in range(2):
            vault.notes.save(session_id, NoteKind.PROCESS, f"lost {number}", number + 2)
    (vault_in(data_dir) / layout.PROCESS).write_bytes(older)


def test_where_saves_are_missing_one_can_go_on_with_what_is_there(
    run_here: Callable[[Act], bool], folder: Path, lived_in: tuple[Made, str], tmp_path: Path
) -> None:
    lose_saves(tmp_path, lived_in[1])
    before = contents(folder)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "The last 2 saves are missing from the file process.db.")
        await read(hands, "If you go on, the last 2 saves are lost for good.")
        assert contents(folder) == before
        await hands.press("Go on with what is there")
        await at_home(hands)

    run_here(act)

    assert not replaced(tmp_path)
    assert note_in(tmp_path, lived_in[1]) == NOTE


def test_where_saves_are_missing_a_backup_may_have_them(
    run_here: Callable[[Act], bool], folder: Path, lived_in: tuple[Made, str], tmp_path: Path
) -> None:
    lose_saves(tmp_path, lived_in[1])

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "The last 2 saves are missing")
        await restore_and_unlock(hands)

    run_here(act)

    assert len(replaced(tmp_path)) == 1
    assert note_in(tmp_path, lived_in[1]) == NOTE


def test_a_backup_from_another_place_is_chosen_by_its_file(
    run_here: Callable[[Act], bool], folder: Path, lived_in: tuple[Made, str], tmp_path: Path
) -> None:
    (backup,) = (folder / layout.BACKUPS).iterdir()
    stick = tmp_path / "stick"
    stick.mkdir()
    moved = Path(shutil.move(backup, stick))
    no_backup = stick / "letter.txt"
    no_backup.write_text("no backup at all")
    spoil_last_page(folder / layout.PROCESS)
    before = contents(folder)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "No backup was found beside this vault.")
        await hands.press("Choose another file…")
        await choose(hands, app.window, no_backup)
        await read(hands, "is no backup of Turnstone")
        assert contents(folder) == before
        await hands.press("Choose another file…")
        await choose(hands, app.window, moved)
        await hands.press("Continue")
        await unlock(hands)
        await at_home(hands)

    run_here(act)
    assert note_in(tmp_path, lived_in[1]) == NOTE


def test_the_recovery_key_that_was_typed_opens_the_backup_too(
    run_here: Callable[[Act], bool], folder: Path, lived_in: tuple[Made, str], tmp_path: Path
) -> None:
    spoil_last_page(folder / layout.PROCESS)

    async def act(app: App, hands: Hands) -> None:
        await hands.press("Use recovery key")
        await hands.write("Recovery key", lived_in[0].recovery_key)
        await hands.press("Unlock")
        await read(hands, "process.db is damaged or missing")
        await restore_and_unlock(hands)

    run_here(act)
    assert note_in(tmp_path, lived_in[1]) == NOTE


def test_a_passphrase_that_the_backup_does_not_know_restores_nothing(
    run_here: Callable[[Act], bool], folder: Path, tmp_path: Path
) -> None:
    """The passphrase was changed after the backup, which still asks for the one before."""
    with closing(door_in(tmp_path).unlock(PASSPHRASE)) as vault:
        vault.keys.change_passphrase(PASSPHRASE, "another stone")
    spoil_last_page(folder / layout.PROCESS)
    before = contents(folder)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands, "another stone")
        await hands.press("Restore this backup")
        await read(hands, "does not open")
        assert contents(folder) == before
        await hands.press("Back")
        await hands.find(QAbstractButton, "Unlock")

    run_here(act)
    assert not replaced(tmp_path)


def test_a_wrong_passphrase_is_no_damage(
    run_here: Callable[[Act], bool], folder: Path, tmp_path: Path
) -> None:
    async def act(app: App, hands: Hands) -> None:
        await unlock(hands, "no stones, no shore")
        await read(hands, "does not open this file")
        assert not any("damaged" in text for text in shown())
        await unlock(hands)
        await at_home(hands)

    run_here(act)
    assert_free(tmp_path)
