"""What SQLite would pass over in silence: saves that are missing from a file are counted."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.domain.errors import VaultBehindError, VaultDamagedError
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.domain.session import Session
from desktop.domain.vault_notices import VaultNotice
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.opened import Vault
from desktop.storage.vault.slots import VaultKeys


@pytest.fixture
def left(vault: Vault, folder: Path, couple: Couple, session: Session, tmp_path: Path) -> Path:
    """The folder as a killed process leaves it: all that was saved is in the logs."""
    vault.couples.add(couple)
    vault.sessions.add(session)
    for number in range(5):
        vault.notes.save("s1", NoteKind.PROCESS, f"{number}", number)
    return Path(shutil.copytree(folder, tmp_path / "left"))


def contents(folder: Path) -> dict[str, bytes]:
    """What the files hold that matter; SQLite may make its index of the log anew at any time."""
    names = (layout.RECORD, layout.PROCESS, "record.db-wal", "process.db-wal", layout.COMMITS)
    found = {name: (folder / name).read_bytes() for name in names if (folder / name).exists()}
    return {
        name: content for name, content in found.items() if content
    }  # an empty log says nothing


def test_nothing_is_missing_from_what_a_kill_leaves(left: Path, keys: VaultKeys) -> None:
    with open_vault(left, keys) as vault:
        assert vault.notes.get("s1", NoteKind.PROCESS).text == "4"
        assert vault.notices == frozenset()


@pytest.mark.parametrize(("name", "lost"), [(layout.RECORD, 2), (layout.PROCESS, 5)])
def test_a_lost_log_is_told_and_nothing_is_changed(
    left: Path, keys: VaultKeys, name: str, lost: int
) -> None:
    (left / f"{name}-wal").unlink()
    before = contents(left)
    for _ in range(2):
        with pytest.raises(VaultBehindError) as caught:
            open_vault(left, keys)
        assert (caught.value.file, caught.value.lost) == (name, lost)
    assert contents(left) == before


def half(log: bytes) -> bytes:
    return log[: len(log) // 2]


def garbled(log: bytes) -> bytes:
    middle = len(log) // 2
    return log[:middle] + bytes([log[middle] ^ 1]) + log[middle + 1 :]


def empty(file: Path) -> None:
    file.write_bytes(b"")


@pytest.mark.parametrize("spoil", [half, garbled])
def test_a_spoilt_log_is_told(left: Path, keys: VaultKeys, spoil: Callable[[bytes], bytes]) -> None:
    log = left / "process.db-wal"
    log.write_bytes(spoil(log.read_bytes()))
    before = contents(left)
    with pytest.raises(VaultBehindError) as caught:
        open_vault(left, keys)
    assert 0 < caught.value.lost <= 5
    assert contents(left) == before


def test_who_accepts_the_loss_goes_on_and_is_told_no_more(left: Path, keys: VaultKeys) -> None:
    (left / "process.db-wal").unlink()
    with open_vault(left, keys, accept_loss=True) as vault:
        assert vault.notes.get("s1", NoteKind.PROCESS).text == ""
        assert vault.couples.get("c1")
    with open_vault(left, keys) as vault:
        vault.notes.save("s1", NoteKind.PROCESS, "new", 9)
    with open_vault(left, keys) as vault:
        assert vault.notes.get("s1", NoteKind.PROCESS).text == "new"


def test_an_older_copy_of_a_file_is_told(left: Path, folder: Path, keys: VaultKeys) -> None:
    with open_vault(left, keys):
        pass  # brings the logs into the files
    older = (left / layout.RECORD).read_bytes()
    with open_vault(left, keys) as vault:
        vault.couples.add(Couple(id="c2", name_a="Mara", name_b="Joel", created_at=1))
    (left / layout.RECORD).write_bytes(older)
    with pytest.raises(VaultBehindError) as caught:
        open_vault(left, keys)
    assert (caught.value.file, caught.value.lost) == (layout.RECORD, 1)


def test_an_emptied_file_can_not_be_accepted(left: Path, keys: VaultKeys) -> None:
    (left / layout.RECORD).write_bytes(b"")
    (left / "record.db-wal").unlink()
    with pytest.raises(VaultDamagedError, match=r"record\.db"):
        open_vault(left, keys, accept_loss=True)


@pytest.mark.parametrize("spoil", [Path.unlink, empty])
def test_a_vault_without_counts_opens_and_counts_from_then_on(
    left: Path, keys: VaultKeys, spoil: Callable[[Path], object]
) -> None:
    spoil(left / layout.COMMITS)
    with open_vault(left, keys) as vault:
        assert vault.notices == frozenset()
        vault.couples.add(Couple(id="c2", name_a="Mara", name_b="Joel", created_at=1))
        here = Path(shutil.copytree(left, left.with_name("again")))
    (here / "record.db-wal").unlink()
    with pytest.raises(VaultBehindError):
        open_vault(here, keys)


def test_counts_that_other_hands_wrote_are_told(left: Path, keys: VaultKeys) -> None:
    stored = (left / layout.COMMITS).read_bytes()
    for spoilt in (stored[:-1], stored[:12] + b"\x01" + stored[13:], stored + b"x"):
        (left / layout.COMMITS).write_bytes(spoilt)
        here = Path(shutil.copytree(left, left.with_name("again")))
        with open_vault(here, keys) as vault:
            assert vault.notices == {VaultNotice.UNCOUNTED}
            vault.couples.replace(vault.couples.get("c1"))
        with open_vault(here, keys) as vault:
            assert vault.notices == frozenset()
        shutil.rmtree(here)


def test_a_loss_that_leaves_a_file_without_sense_can_not_be_accepted(
    left: Path, keys: VaultKeys
) -> None:
    """The log was cut after it had been brought into the file, so that is newer in some pages."""
    with open_vault(left, keys):
        pass  # brings the logs into the files
    with open_vault(left, keys) as vault:
        vault.notes.save("s1", NoteKind.PROGRESS, "early", 1)
        early = (left / "record.db-wal").stat().st_size
        for number in range(200):  # they fill more than the one page that there was for them
            vault.couples.add(Couple(id=f"{number}", name_a="M" * 99, name_b="J", created_at=1))
        here = Path(shutil.copytree(left, left.with_name("here")))
    shutil.copy(left / layout.RECORD, here)
    log = here / "record.db-wal"
    log.write_bytes(log.read_bytes()[:early])
    with pytest.raises(VaultBehindError):
        open_vault(here, keys)
    with (
        pytest.raises(VaultDamagedError, match=r"record\.db"),
        open_vault(here, keys, accept_loss=True) as vault,
    ):
        vault.notes.save("s1", NoteKind.PROGRESS, "and on", 9)
