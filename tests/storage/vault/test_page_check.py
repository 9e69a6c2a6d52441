"""A page that is damaged is found before anything is written to its file."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import VaultDamagedError
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.domain.session import Session
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys

PAGE = 4096


@pytest.fixture
def filled(vault: Vault, folder: Path, couple: Couple, session: Session) -> Path:
    """The folder of a closed vault with many pages in both files."""
    vault.couples.add(couple)
    vault.sessions.add(session)
    for kind in (NoteKind.PROGRESS, NoteKind.PROCESS):
        vault.notes.save("s1", kind, "x" * 200_000, 1)
    vault.close()
    return folder


def save_in_record(vault: Vault) -> None:
    vault.couples.add(Couple(id="c2", name_a="Mara", name_b="Joel", created_at=1))


def save_in_process(vault: Vault) -> None:
    vault.notes.save("s1", NoteKind.PROCESS, "short", 2)


@pytest.mark.parametrize(
    ("name", "save"), [(layout.RECORD, save_in_record), (layout.PROCESS, save_in_process)]
)
def test_nothing_is_saved_in_a_damaged_file(
    filled: Path, keys: VaultKeys, name: str, save: Callable[[Vault], None]
) -> None:
    file = filled / name
    sound = file.read_bytes()
    chance = random.Random(20261125)
    for _ in range(10):
        damaged = bytearray(sound)
        damaged[chance.randrange(PAGE, len(sound))] ^= 1 << chance.randrange(8)
        file.write_bytes(damaged)
        with pytest.raises(VaultDamagedError, match=name), open_vault(filled, keys) as vault:
            save(vault)
        assert file.read_bytes() == bytes(damaged)


def test_what_a_kill_left_is_not_brought_into_a_damaged_file(
    filled: Path, keys: VaultKeys, tmp_path: Path
) -> None:
    with open_vault(filled, keys) as vault:
        save_in_record(vault)
        log = (filled / "record.db-wal").read_bytes()
    # The file as it was at the kill is the one before the log was brought into it; a page that
    # the log does not touch is damaged since.
    damaged = bytearray((filled / layout.RECORD).read_bytes())
    damaged[-100] ^= 1
    (filled / layout.RECORD).write_bytes(damaged)
    (filled / "record.db-wal").write_bytes(log)
    with pytest.raises(VaultDamagedError), open_vault(filled, keys) as vault:
        vault.couples.replace(vault.couples.get("c2"))
    assert (filled / layout.RECORD).read_bytes() == bytes(damaged)
    assert (filled / "record.db-wal").read_bytes() == log


def test_a_file_that_was_cut_is_damaged(filled: Path, keys: VaultKeys) -> None:
    file = filled / layout.RECORD
    sound = file.read_bytes()
    for length in (100, PAGE, len(sound) - PAGE, len(sound) - 1):
        file.write_bytes(sound[:length])
        with (
            pytest.raises(VaultDamagedError, match=r"record\.db"),
            open_vault(filled, keys) as vault,
        ):
            save_in_record(vault)
        assert file.read_bytes() == sound[:length]
