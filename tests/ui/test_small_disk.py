"""The app on a real disk that is full, and on one that can only be read."""

import subprocess
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog

from desktop.app import App
from desktop.domain.notes import NoteKind
from desktop.services.vault_places import vault_in
from desktop.storage.vault import layout
from desktop.tour.hands import Hands
from tests.faults.small_disk import fill
from tests.small_disks import small_disk
from tests.ui.acting import (
    NOTE,
    at_home,
    in_room,
    make_lived_in,
    open_again,
    read,
    shown,
    unlock,
)
from tests.ui.finding import button
from tests.ui.running import Made, run_app

pytestmark = pytest.mark.usefixtures("qtbot")

SIZE = 24 * 1024 * 1024


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk(SIZE) as folder:
        yield folder


def test_the_reserve_saves_what_is_written_on_a_full_disk(
    qapp: QApplication, disk: Path, practice_vault: Made
) -> None:
    practice_vault.copy(disk)
    reserve, backups = (vault_in(disk) / name for name in (layout.RESERVE, layout.BACKUPS))
    text = f"{NOTE} " * 10_000
    ids: list[str] = []

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        await in_room(hands)
        assert app.desk is not None
        assert app.desk.room is not None
        ids.append(app.desk.room.session_id)
        assert await hands.until(lambda: (reserve.exists() and any(backups.glob("*"))) or None)
        assert await app.desk.room.saved()
        fill(disk, 0)
        await hands.write("Process note", text)
        await read(hands, "A small reserve is used now so that you can finish.")
        await hands.press("Close")
        assert await app.desk.room.saved()

    run_app(qapp, disk, act)

    with closing(open_again(disk)) as vault:
        assert vault.notes.get(ids[0], NoteKind.PROCESS).text == text
        assert vault.check() == ()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_vault_that_can_only_be_read_says_so_and_is_left_as_it_is(
    qapp: QApplication, disk: Path
) -> None:
    make_lived_in(vault_in(disk))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = contents(disk)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "so it is open to be read only")
        assert not button(app.window, "New session").isEnabled()
        assert not button(app.window, "Resume session").isEnabled()
        await hands.press("Settings")
        await hands.find(QAbstractButton, "Add a person")
        await hands.press("Make a backup now")
        await hands.find(QAbstractButton, "Make a backup now")  # free again
        assert not any("No backup was made" in text for text in shown())
        await hands.press("Letter")
        await read(hands, "Not saved yet")
        assert not [w for w in app.window.findChildren(QDialog) if w.isVisible()]
        await hands.press("Lock")

    assert run_app(qapp, disk, act) is True
    assert contents(disk) == before


def test_who_can_open_it_is_not_changed_where_it_can_only_be_read(
    qapp: QApplication, disk: Path, practice_vault: Made
) -> None:
    practice_vault.copy(disk)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    before = contents(disk)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "so it is open to be read only")
        await hands.press("Settings")
        await hands.press("Add a person")
        await hands.write("Name", "Mira")
        await hands.write("New passphrase", "a third stone")
        await hands.write("Repeat passphrase", "a third stone")
        await hands.press("Add")
        await read(hands, "the folder can't be written to")
        await hands.press("Cancel")

    run_app(qapp, disk, act)
    assert contents(disk) == before
