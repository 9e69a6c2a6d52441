"""Nothing is saved in a file that was moved, deleted or replaced while it was open."""

from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import NotSavedError
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys


def rename(file: Path) -> None:
    file.rename(file.with_name("elsewhere"))


def replace(file: Path) -> None:
    file.with_name("other").write_bytes(b"x")
    file.with_name("other").replace(file)


def rename_folder(file: Path) -> None:
    file.parent.rename(file.parent.with_name("elsewhere"))


@pytest.mark.parametrize("name", ["record.db", "record.db-wal"])
@pytest.mark.parametrize("move", [rename, Path.unlink, replace, rename_folder])
def test_a_file_that_is_not_there_any_more_takes_nothing(
    met: Vault, folder: Path, couple: Couple, name: str, move: Callable[[Path], None]
) -> None:
    met.couples.replace(couple)  # there is a log from here on
    move(folder / name)
    for _ in range(2):
        with pytest.raises(NotSavedError, match="moved"):
            met.couples.replace(couple)
    assert len(met.couples.all()) == 1


def test_the_other_file_is_not_troubled(met: Vault, folder: Path, couple: Couple) -> None:
    rename(folder / layout.PROCESS)
    met.couples.replace(couple)
    with pytest.raises(NotSavedError, match="moved"):
        met.notes.save("s1", NoteKind.PROCESS, "text", 1)


def test_what_comes_back_is_written_to_again(
    met: Vault, folder: Path, couple: Couple, keys: VaultKeys
) -> None:
    rename_folder(folder / layout.RECORD)
    with pytest.raises(NotSavedError, match="moved"):
        met.couples.replace(couple)
    folder.with_name("elsewhere").rename(folder)
    met.couples.add(Couple(id="c2", name_a="Mara", name_b="Joel", created_at=1))
    met.close()
    with open_vault(folder, keys) as vault:
        assert len(vault.couples.all()) == 2
