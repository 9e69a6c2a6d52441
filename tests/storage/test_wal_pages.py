"""A page that is spoilt in the file and whole in the log is no damage; any other one is."""

import shutil
from contextlib import nullcontext
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.errors import VaultBehindError, VaultDamagedError
from desktop.domain.notes import NoteKind
from desktop.domain.people import Couple
from desktop.domain.session import Session, Setting
from desktop.storage import wal_pages
from desktop.storage.vault import layout
from desktop.storage.vault.door import open_vault
from desktop.storage.vault.slots import VaultKeys

from .conftest import Made

PAGE = 4096
FRAME = 24 + PAGE
LOG = f"{layout.PROCESS}-wal"


COUPLE = Couple(id="c1", name_a="Ana", name_b="Ben", created_at=1)
SESSION = Session(
    id="s1", couple_id="c1", setting=Setting.PRACTICE, topic="", title="Listening", began_at=2
)


def as_left(made: Made, place: Path) -> Path:
    """The folder as a killed process leaves it: all that was saved is in the logs."""
    folder = Path(shutil.copytree(made.folder, place / "vault"))
    with open_vault(folder, made.keys) as vault:
        vault.couples.add(COUPLE)
        vault.sessions.add(SESSION)
        for number in range(5):
            vault.notes.save("s1", NoteKind.PROCESS, f"{number} " * 5000, number)
        return Path(shutil.copytree(folder, place / "left"))


@pytest.fixture
def left(made: Made, tmp_path: Path) -> Path:
    return as_left(made, tmp_path)


@pytest.fixture(scope="module")
def sample(made: Made, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of a whole log."""
    return (as_left(made, tmp_path_factory.mktemp("sample")) / LOG).read_bytes()


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file that is written anew each time."""
    return tmp_path_factory.mktemp("place") / LOG


@pytest.fixture
def log(left: Path) -> Path:
    return left / LOG


def tear(file: Path, page: int) -> None:
    """Leave the second half of a page as something else."""
    with file.open("r+b") as opened:
        opened.seek((page - 1) * PAGE + PAGE // 2)
        opened.write(b"x" * (PAGE // 2))


def pages_in(file: Path) -> int:
    return file.stat().st_size // PAGE


def pages_of_commits(log: bytes) -> list[tuple[int, frozenset[int]]]:
    """For each commit, where it ends in the log and all pages up to there."""
    found: list[tuple[int, frozenset[int]]] = []
    pages: set[int] = set()
    for start in range(32, len(log), FRAME):
        pages.add(int.from_bytes(log[start : start + 4]))
        if int.from_bytes(log[start + 4 : start + 8]):
            found.append((start + FRAME, frozenset(pages)))
    return found


def test_a_page_that_the_log_has_is_no_damage(left: Path, log: Path, keys: VaultKeys) -> None:
    """The file broke off in the middle of its growing."""
    file = left / layout.PROCESS
    assert pages_in(file) + 1 in wal_pages.committed(log)
    with file.open("ab") as opened:
        opened.write(b"x" * 1000)
    with open_vault(left, keys) as vault:
        assert vault.check() == ()
        assert vault.notes.get("s1", NoteKind.PROCESS).text == "4 " * 5000
        vault.notes.save("s1", NoteKind.PROCESS, "and on", 9)
    with open_vault(left, keys) as vault:
        assert vault.check() == ()
        assert vault.notes.get("s1", NoteKind.PROCESS).text == "and on"


def test_each_torn_page_is_known_by_the_log(left: Path, log: Path, keys: VaultKeys) -> None:
    logged = wal_pages.committed(log)
    pages = pages_in(left / layout.PROCESS)
    assert 0 < len(logged & set(range(2, pages + 1))) < pages - 1
    for page in range(2, pages + 1):
        here = Path(shutil.copytree(left, left.with_name(f"{page}")))
        tear(here / layout.PROCESS, page)
        expected = (
            nullcontext()
            if page in logged
            else pytest.raises(VaultDamagedError, match=r"process\.db")
        )
        with expected, open_vault(here, keys) as vault:
            vault.notes.save("s1", NoteKind.PROCESS, "and on", 9)


def test_what_a_spoilt_log_has_does_not_count(left: Path, log: Path, keys: VaultKeys) -> None:
    file = left / layout.PROCESS
    raw = log.read_bytes()
    (first, before), *_ = pages_of_commits(raw)
    later = wal_pages.committed(log) - before
    log.write_bytes(raw[:first] + bytes(len(raw) - first))
    assert wal_pages.committed(log) == before
    tear(file, min(later))
    with pytest.raises(VaultBehindError):
        open_vault(left, keys)
    with open_vault(left, keys, accept_loss=True) as vault:
        assert vault.check() != ()


@given(data=st.data())
def test_only_whole_commits_count(data: st.DataObject, sample: bytes, place: Path) -> None:
    commits = pages_of_commits(sample)
    end = data.draw(st.integers(0, len(sample)))
    spoilt = data.draw(st.none() | st.integers(0, len(sample) - 1))
    raw = bytearray(sample[:end])
    if spoilt is not None and spoilt < end:
        raw[spoilt] ^= 1
        end = 0 if spoilt < 32 else spoilt
    place.write_bytes(raw)
    whole = [pages for stop, pages in commits if stop <= end]
    assert wal_pages.committed(place) == (whole[-1] if whole else frozenset())
