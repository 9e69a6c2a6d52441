"""Several vaults side by side: made, chosen, remembered, and put in order at the start."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QComboBox

from desktop.app import App
from desktop.content.library import Library
from desktop.domain.session import Setting
from desktop.services.demo import DemoClock
from desktop.services.vault import VaultDoor
from desktop.services.vault_places import folder_of, vault_in, vaults_in
from desktop.start import Start
from desktop.storage.vault import layout
from desktop.tour.hands import Hands
from tests.ui.acting import at_home, make, open_again, read, unlock
from tests.ui.running import PASSPHRASE, WHEN, Act, make_vault

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]


def vaults(window_of: App) -> list[str]:
    """The vaults that can be chosen."""
    (box,) = [box for box in window_of.window.findChildren(QComboBox) if box.isVisible()]
    return [box.itemText(index) for index in range(box.count())]


def choose_vault(app: App, name: str) -> None:
    (box,) = [box for box in app.window.findChildren(QComboBox) if box.isVisible()]
    index = box.findText(name)
    box.setCurrentIndex(index)
    box.activated.emit(index)


def test_another_vault_is_made_and_is_the_chosen_one_from_then_on(
    run_here: RunApp, tmp_path: Path
) -> None:
    async def first(app: App, hands: Hands) -> None:
        await hands.press("Another vault")
        await hands.write("Name of the vault", "North")
        await make(hands, "We practise at home")
        await hands.press("I have written down the recovery key")
        await hands.press("Continue")
        await read(hands, "practice")

    async def second(app: App, hands: Hands) -> None:
        assert vaults(app) == ["First vault", "North"]
        (box,) = [box for box in app.window.findChildren(QComboBox) if box.isVisible()]
        assert box.currentText() == "North"
        choose_vault(app, "First vault")
        await unlock(hands)
        await at_home(hands)
        assert app.vault is not None
        assert (await app.kit.worker.run(app.vault.preferences.load)).setting is Setting.PRACTICE

    async def third(app: App, hands: Hands) -> None:
        (box,) = [box for box in app.window.findChildren(QComboBox) if box.isVisible()]
        assert box.currentText() == "First vault"

    run_here(first)
    assert [place.name for place in vaults_in(tmp_path)] == ["", "North"]
    run_here(second)
    run_here(third)


def test_whoever_turns_back_from_another_vault_finds_the_first_one(run_here: RunApp) -> None:
    async def act(app: App, hands: Hands) -> None:
        await hands.press("Another vault")
        await hands.write("Name of the vault", "North")
        await hands.press("Back")
        await unlock(hands)
        await at_home(hands)

    run_here(act)


def test_a_name_that_is_taken_is_said_at_once(run_here: RunApp, tmp_path: Path) -> None:
    make_vault(folder_of(tmp_path, "North"), Setting.HOME)

    async def act(app: App, hands: Hands) -> None:
        await hands.press("Another vault")
        await hands.write("Name of the vault", "north")
        await hands.press("We practise at home")
        await read(hands, "Another vault has that name already.")

    run_here(act)


def cut_short(folder: Path) -> None:
    """What a crash leaves after the vault was moved aside, and before the backup took its place."""
    folder.rename(layout.beside(folder, "0123456789abcdef", "restored"))


def door(folder: Path) -> VaultDoor:
    return VaultDoor(folder, Library(), DemoClock(WHEN))


def test_what_a_crash_cut_short_is_finished_for_each_vault_at_the_start(
    qapp: QApplication, tmp_path: Path
) -> None:
    folders = [vault_in(tmp_path), folder_of(tmp_path, "North")]
    for folder in folders:
        folder.parent.mkdir(exist_ok=True)
        made = make_vault(folder, Setting.PRACTICE)
        cut_short(made.folder)
    assert vaults_in(tmp_path) == ()

    start = Start(qapp, tmp_path)
    start.show()
    offered = start.front.unlock
    start.front.let_go()

    assert offered is not None
    assert [place.folder for place in vaults_in(tmp_path)] == folders
    for folder in folders:
        with closing(door(folder).unlock(PASSPHRASE)) as vault:
            assert vault.check() == ()


def test_a_vault_that_was_replaced_is_not_offered(run_here: RunApp, tmp_path: Path) -> None:
    north = folder_of(tmp_path, "North")
    north.parent.mkdir()
    make_vault(north, Setting.PRACTICE)
    with closing(door(north).unlock(PASSPHRASE)) as vault:
        backup = vault.backups.make()
    assert backup is not None
    kept_as = door(north).restore(Path(backup.path), PASSPHRASE)
    assert (north.parent / kept_as).is_dir()

    async def act(app: App, hands: Hands) -> None:
        assert vaults(app) == ["First vault", "North"]

    run_here(act)
    open_again(tmp_path).close()


def test_a_last_choice_that_is_gone_leaves_the_first_vault(
    run_here: RunApp, tmp_path: Path
) -> None:
    QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat).setValue(
        "vault/name", "North"
    )

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)

    run_here(act)
