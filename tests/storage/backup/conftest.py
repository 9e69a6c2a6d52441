"""A sound backup of a small vault, made once."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.storage.backup.making import make
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault

from ..conftest import Made

NOON = 1_795_435_200_000  # 2026-11-23, 12:00 UTC
MARKER = "Zyzzyva"


@pytest.fixture
def place(folder: Path) -> Path:
    """Where the vault of a test has its backups."""
    return folder / layout.BACKUPS


@pytest.fixture
def written(met: Vault) -> Vault:
    """An open vault with something in both files."""
    met.notes.save("s1", NoteKind.PROGRESS, f"{MARKER} " * 300, 1)
    met.notes.save("s1", NoteKind.PROCESS, f"{MARKER} " * 300, 1)
    return met


@pytest.fixture(scope="module")
def sound(made: Made, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound backup of a vault without couples."""
    folder = shutil.copytree(made.folder, tmp_path_factory.mktemp("vault") / "vault")
    with open_vault(Path(folder), made.keys) as vault:
        return make(vault.source, tmp_path_factory.mktemp("sound"), NOON).read_bytes()


@pytest.fixture(scope="module")
def other(made: Made, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a sound later backup of the same vault."""
    folder = shutil.copytree(made.folder, tmp_path_factory.mktemp("vault") / "vault")
    with open_vault(Path(folder), made.keys) as vault:
        vault.couples.add(Couple(id="c9", name_a="Cleo", name_b="Dan", created_at=1))
        return make(vault.source, tmp_path_factory.mktemp("other"), NOON + 1).read_bytes()


def noted(vault: Vault, kind: NoteKind = NoteKind.PROCESS) -> str:
    """What the vault holds as a note."""
    return vault.notes.get("s1", kind).text
