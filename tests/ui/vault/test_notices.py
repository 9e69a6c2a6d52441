"""What whoever unlocks is told above the pages, though nothing keeps them out."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.app import App
from desktop.services.vault_places import vault_in
from desktop.storage.vault import layout
from desktop.storage.vault.reserve import Reserve
from desktop.tour.hands import Hands
from tests.ui.acting import at_home, read, shown, unlock
from tests.ui.running import Act

pytestmark = pytest.mark.usefixtures("qtbot")

RunApp = Callable[[Act], bool]


@pytest.mark.skipif(sys.platform == "win32", reason="rights are others there")
def test_other_accounts_that_could_reach_the_files(run_here: RunApp, tmp_path: Path) -> None:
    vault_in(tmp_path).chmod(0o755)

    async def first(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "Other accounts of this computer could reach the vault’s files.")

    async def second(app: App, hands: Hands) -> None:
        await unlock(hands)
        await at_home(hands)
        assert not any("Other accounts" in text for text in shown())

    run_here(first)
    assert vault_in(tmp_path).stat().st_mode & 0o777 == 0o700
    run_here(second)


def test_a_count_of_saves_that_was_damaged(run_here: RunApp, tmp_path: Path) -> None:
    (vault_in(tmp_path) / layout.COMMITS).write_bytes(b"not a count of anything at all")

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "count")

    run_here(act)


def test_a_disk_without_room_for_a_reserve(
    run_here: RunApp, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(_: Reserve) -> bool:
        return False

    monkeypatch.setattr(Reserve, "fill", no_room)

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "nearly full")

    run_here(act)


def test_a_backup_that_could_not_be_made(run_here: RunApp, tmp_path: Path) -> None:
    """A file stands where the folder of the backups is to be."""
    in_the_way = vault_in(tmp_path) / layout.BACKUPS
    in_the_way.write_bytes(b"")

    async def act(app: App, hands: Hands) -> None:
        await unlock(hands)
        await read(hands, "No backup was made")
        in_the_way.unlink()
        await hands.press("Settings")
        await hands.press("Make a backup now")
        await read(hands, "A backup was made and checked.")
        assert await hands.until(
            lambda: None if any("No backup was made" in text for text in shown()) else app
        )

    run_here(act)
