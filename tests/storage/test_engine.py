import logging
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from desktop.domain.errors import (
    NotFoundError,
    NotSavedError,
    TurnstoneError,
    UnusableTextError,
    VaultClosedError,
    VaultDamagedError,
    WrongThreadError,
)
from desktop.storage.engine import DatabaseFile
from desktop.storage.sqlcipher import open_encrypted
from desktop.storage.vault.keys import Secret, new_data_key

INSERT = text("INSERT INTO t (a) VALUES (:a)")


@pytest.fixture
def key() -> Secret:
    return new_data_key()


@pytest.fixture
def file(tmp_path: Path, key: Secret) -> Iterator[DatabaseFile]:
    (tmp_path / "some.db").touch()
    opened = DatabaseFile(tmp_path / "some.db", key)
    with opened.transaction() as transaction:
        transaction.execute(text("CREATE TABLE t (a TEXT)"))
    yield opened
    opened.close()


def add(file: DatabaseFile, value: str) -> None:
    with file.transaction() as transaction:
        transaction.execute(INSERT, {"a": value})


def stored(file: DatabaseFile) -> list[str]:
    with file.reading() as reading:
        return list(reading.scalars(text("SELECT a FROM t")))


def test_a_transaction_that_fails_leaves_nothing(file: DatabaseFile) -> None:
    with pytest.raises(KeyError), file.transaction() as transaction:
        transaction.execute(INSERT, {"a": "half"})
        raise KeyError
    assert stored(file) == []


def test_a_change_of_the_schema_is_undone_too(file: DatabaseFile) -> None:
    with pytest.raises(KeyError), file.transaction() as transaction:
        transaction.execute(text("DROP TABLE t"))
        raise KeyError
    assert stored(file) == []


def test_a_commit_is_there_for_the_next_to_open(
    file: DatabaseFile, tmp_path: Path, key: Secret
) -> None:
    add(file, "kept")
    other = DatabaseFile(tmp_path / "some.db", key)
    assert stored(other) == ["kept"]
    other.close()
    add(file, "and the first goes on")


def test_closing_leaves_one_file(file: DatabaseFile, tmp_path: Path) -> None:
    add(file, "kept")
    assert (tmp_path / "some.db-wal").stat().st_size > 0
    file.close()
    file.close()
    assert [path.name for path in tmp_path.iterdir()] == ["some.db"]


def test_a_closed_file_says_so(file: DatabaseFile) -> None:
    file.close()
    with pytest.raises(VaultClosedError):
        stored(file)
    with pytest.raises(VaultClosedError):
        file.check()


def test_another_thread_is_refused(file: DatabaseFile) -> None:
    caught: list[BaseException] = []

    def elsewhere() -> None:
        for call in (lambda: stored(file), file.check, file.close):
            try:
                call()
            except TurnstoneError as error:
                caught.append(error)

    thread = threading.Thread(target=elsewhere)
    thread.start()
    thread.join()
    assert [type(error) for error in caught] == [WrongThreadError] * 3
    assert stored(file) == []


def test_a_full_disk_is_told_and_the_next_try_works(file: DatabaseFile) -> None:
    with file.transaction() as transaction:
        pages = transaction.scalar(text("PRAGMA page_count"))
        transaction.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(NotSavedError, match="disk-full"):
        add(file, "x" * 100_000)
    with file.transaction() as transaction:
        transaction.execute(text("PRAGMA max_page_count = 100000"))
    add(file, "x")
    assert stored(file) == ["x"]


def test_a_read_only_file_is_told(file: DatabaseFile) -> None:
    with file.reading() as reading:
        reading.execute(text("PRAGMA query_only = ON"))
    with pytest.raises(NotSavedError, match="read-only"):
        add(file, "x")


def test_a_foreign_lock_is_told_and_the_next_try_works(
    file: DatabaseFile, tmp_path: Path, key: Secret
) -> None:
    with file.transaction() as transaction:
        transaction.execute(text("PRAGMA busy_timeout = 0"))
    other = open_encrypted(tmp_path / "some.db", key)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(NotSavedError, match="busy"):
        add(file, "x")
    other.close()
    add(file, "x")
    assert stored(file) == ["x"]


def test_a_damaged_page_is_told_with_its_file(tmp_path: Path, key: Secret) -> None:
    path = tmp_path / "other.db"
    path.touch()
    file = DatabaseFile(path, key)
    with file.transaction() as transaction:
        transaction.execute(text("CREATE TABLE t (a TEXT)"))
        transaction.execute(INSERT, {"a": "x" * 100_000})
    file.close()
    raw = bytearray(path.read_bytes())
    raw[10 * 4096] ^= 1
    path.write_bytes(raw)
    file = DatabaseFile(path, key)
    with pytest.raises(VaultDamagedError, match=r"other\.db"):
        stored(file)
    assert {finding.field for finding in file.check()} == {"other.db"}
    file.close()


def test_a_row_that_names_a_missing_one_is_told(file: DatabaseFile) -> None:
    with file.transaction() as transaction:
        transaction.execute(text("CREATE TABLE child (of INTEGER REFERENCES parent (id))"))
        transaction.execute(text("CREATE TABLE parent (id INTEGER PRIMARY KEY)"))
    with pytest.raises(NotFoundError), file.transaction() as transaction:
        transaction.execute(text("INSERT INTO child VALUES (1)"))


def test_half_a_character_is_refused_and_nothing_is_written(file: DatabaseFile) -> None:
    with pytest.raises(UnusableTextError), file.transaction() as transaction:
        transaction.execute(INSERT, {"a": "whole"})
        transaction.execute(INSERT, {"a": "half\udc00"})
    assert stored(file) == []


def test_a_slip_in_the_program_is_not_dressed_up_and_shows_no_text(file: DatabaseFile) -> None:
    with pytest.raises(OperationalError) as caught, file.transaction() as transaction:
        transaction.execute(text("INSERT INTO nowhere VALUES (:a)"), {"a": "MARKER"})
    assert "MARKER" not in str(caught.value)


def test_nothing_is_logged(tmp_path: Path, key: Secret, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    (tmp_path / "other.db").touch()
    file = DatabaseFile(tmp_path / "other.db", key)
    with file.transaction() as transaction:
        transaction.execute(text("CREATE TABLE t (a TEXT)"))
    add(file, "MARKER")
    assert stored(file) == ["MARKER"]
    file.close()
    assert caplog.text == ""
