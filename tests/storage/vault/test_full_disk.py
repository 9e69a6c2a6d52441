"""A real disk of a few megabytes, filled to the brim while a vault on it is open."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.domain.errors import NotSavedError
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.domain.session import Session
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.slots import VaultKeys
from tests.small_disks import small_disk

SIZE = 12 * 1024 * 1024


@pytest.fixture
def disk() -> Iterator[Path]:
    with small_disk(SIZE) as folder:
        yield folder


def fill(disk: Path) -> Path:
    """Write until nothing fits any more."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as out, pytest.raises(OSError, match="space"):
        while True:
            out.write(b"x" * 4096)
    return filler


def test_the_reserve_lets_somebody_finish(
    disk: Path, folder: Path, keys: VaultKeys, couple: Couple, session: Session
) -> None:
    vault_folder = Path(shutil.copytree(folder, disk / "vault"))
    with open_vault(vault_folder, keys) as vault:
        assert vault.keep_reserve()
        vault.couples.add(couple)
        vault.sessions.add(session)
        filler = fill(disk)
        with pytest.raises(NotSavedError, match="disk-full") as caught:
            for number in range(1000):
                vault.notes.save("s1", NoteKind.PROGRESS, f"{number} " * 5000, number)
        assert caught.value.again
        for number in range(20):
            vault.notes.save("s1", NoteKind.PROGRESS, f"{number} saved", number)
        assert not vault.keep_reserve()
        with pytest.raises(NotSavedError, match="disk-full") as caught:
            for hour in range(10_000):  # each earlier text is kept, so the file grows
                vault.notes.save("s1", NoteKind.PROGRESS, f"{hour} " * 5000, hour * 3_600_000)
        assert not caught.value.again
        filler.unlink()
        vault.notes.save("s1", NoteKind.PROGRESS, "at last", 1)
        assert vault.keep_reserve()
    with open_vault(vault_folder, keys) as vault:
        assert vault.notes.get("s1", NoteKind.PROGRESS).text == "at last"
        assert vault.check() == ()


def test_a_vault_on_a_full_disk_is_opened_by_its_reserve(
    disk: Path, folder: Path, keys: VaultKeys, couple: Couple
) -> None:
    vault_folder = Path(shutil.copytree(folder, disk / "vault"))
    with open_vault(vault_folder, keys) as vault:
        assert vault.keep_reserve()
    fill(disk)
    with open_vault(vault_folder, keys) as vault:
        vault.couples.add(couple)
    with open_vault(vault_folder, keys) as vault:
        assert vault.couples.get("c1") == couple
