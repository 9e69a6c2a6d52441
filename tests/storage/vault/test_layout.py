import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.storage.vault import layout


@pytest.fixture
def open_umask() -> Iterator[None]:
    before = os.umask(0)
    yield
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.usefixtures("open_umask")
def test_modes_do_not_hang_on_the_umask(tmp_path: Path) -> None:
    layout.make_folder(tmp_path / "folder")
    layout.make_file(tmp_path / "file", b"x")
    layout.replace_file(tmp_path / "file", b"y")
    layout.replace_file(tmp_path / "other", b"z")
    assert mode(tmp_path / "folder") == 0o700
    assert mode(tmp_path / "file") == 0o600
    assert mode(tmp_path / "other") == 0o600


def test_a_file_is_never_made_over_another(tmp_path: Path) -> None:
    layout.make_file(tmp_path / "file", b"first")
    with pytest.raises(FileExistsError):
        layout.make_file(tmp_path / "file", b"second")
    assert (tmp_path / "file").read_bytes() == b"first"


def test_replacing_leaves_nothing_beside(tmp_path: Path) -> None:
    layout.replace_file(tmp_path / "file", b"first")
    layout.replace_file(tmp_path / "file", b"second")
    assert (tmp_path / "file").read_bytes() == b"second"
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_failed_replacing_keeps_the_old_content(tmp_path: Path) -> None:
    (tmp_path / "file").mkdir()  # can't be replaced by a file
    (tmp_path / "file" / "inside").touch()
    with pytest.raises(OSError, match="file"):
        layout.replace_file(tmp_path / "file", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_vault_is_there_as_soon_as_one_of_its_files_is(tmp_path: Path) -> None:
    assert not layout.exists(tmp_path / "none")
    assert not layout.exists(tmp_path)
    (tmp_path / layout.PROCESS).touch()
    assert layout.exists(tmp_path)
