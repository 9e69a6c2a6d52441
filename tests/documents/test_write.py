"""A file is written whole, for its owner alone, or not at all."""

import errno
import os
import stat
from pathlib import Path

import pytest

from desktop.documents.errors import DocumentError, DocumentFault
from desktop.documents.model import Handout, ProgressNote, RecoverySheet
from desktop.documents.write import file_name, write_file


def test_the_file_holds_the_bytes_and_is_its_owners_alone(tmp_path: Path) -> None:
    target = tmp_path / "practice.pdf"
    write_file(target, b"%PDF-1.7")
    assert target.read_bytes() == b"%PDF-1.7"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_was_there_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "practice.pdf"
    target.write_bytes(b"old")
    target.chmod(0o644)
    write_file(target, b"new")
    assert target.read_bytes() == b"new"
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_folder_that_is_gone(tmp_path: Path) -> None:
    with pytest.raises(DocumentError) as caught:
        write_file(tmp_path / "gone" / "practice.pdf", b"")
    assert caught.value.fault is DocumentFault.NO_FOLDER


def test_a_folder_that_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(DocumentError) as caught:
        write_file(tmp_path / "file" / "practice.pdf", b"")
    assert caught.value.fault is DocumentFault.NO_FOLDER


def test_a_path_that_is_a_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    target = tmp_path / "practice.pdf"
    target.mkdir()
    with pytest.raises(DocumentError) as caught:
        write_file(target, b"")
    assert caught.value.fault is DocumentFault.NOT_WRITTEN
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, DocumentFault.DISK_FULL),
        (errno.EDQUOT, DocumentFault.DISK_FULL),
        (errno.EROFS, DocumentFault.NOT_ALLOWED),
        (errno.EACCES, DocumentFault.NOT_ALLOWED),
        (errno.EIO, DocumentFault.NOT_WRITTEN),
    ],
)
def test_a_disk_that_fails_keeps_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fault: DocumentFault
) -> None:
    target = tmp_path / "Ana and Ben.pdf"
    target.write_bytes(b"old")

    def fail(handle: int) -> None:
        raise OSError(number, os.strerror(number), str(target))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(DocumentError) as caught:
        write_file(target, b"new")
    assert caught.value.fault is fault
    assert caught.value.code == f"document-{fault}"
    assert "Ana" not in str(caught.value)
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_file_names_tell_no_names(
    handout: Handout, progress_note: ProgressNote, recovery_sheet: RecoverySheet
) -> None:
    assert file_name(handout) == "practice-2026-11-23.pdf"
    assert file_name(progress_note) == "note-2026-11-23.pdf"
    assert file_name(recovery_sheet) == "recovery-sheet-2026-11-23.pdf"
