import sqlite3
from pathlib import Path

import pytest

from desktop.domain.errors import StorageUnfitError, VaultDamagedError, VaultUnreadableError
from desktop.storage.sqlcipher import SETTINGS, assert_settings, connect, findings, open_encrypted
from desktop.storage.vault.keys import Secret, new_data_key

PAGE = 4096
PAGES = 40


@pytest.fixture
def key() -> Secret:
    return new_data_key()


@pytest.fixture
def file(tmp_path: Path, key: Secret) -> Path:
    """A closed encrypted file of some pages."""
    path = tmp_path / "some.db"
    path.touch()
    connection = open_encrypted(path, key)
    connection.execute("CREATE TABLE t (a TEXT)")
    for _ in range(PAGES):
        connection.execute(f"INSERT INTO t VALUES ('{'MARKER' * 600}')")
    connection.close()
    return path


def test_all_settings_read_back_as_promised(file: Path, key: Secret) -> None:
    connection = open_encrypted(file, key)
    promised = {
        "journal_mode": "wal",
        "synchronous": 2,
        "fullfsync": 1,
        "checkpoint_fullfsync": 1,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
    }
    found = {name: connection.execute(f"PRAGMA {name}").fetchall()[0][0] for name in promised}
    connection.close()
    assert found == promised
    assert set(promised) < {name for name, *_ in SETTINGS}


@pytest.mark.parametrize(
    ("name", "value"),
    [("synchronous", "NORMAL"), ("fullfsync", "OFF"), ("foreign_keys", "OFF")],
)
def test_a_setting_that_was_not_taken_is_noticed(
    file: Path, key: Secret, name: str, value: str
) -> None:
    connection = open_encrypted(file, key)
    connection.execute(f"PRAGMA {name} = {value}")
    with pytest.raises(StorageUnfitError, match=name):
        assert_settings(connection)
    connection.close()


def test_other_cipher_settings_are_noticed(tmp_path: Path, key: Secret) -> None:
    (tmp_path / "other.db").touch()
    connection = connect(tmp_path / "other.db")
    connection.execute(f"PRAGMA key = \"x'{key.reveal().hex()}'\"")
    connection.execute("PRAGMA cipher_use_hmac = OFF")
    with pytest.raises(StorageUnfitError, match="cipher_settings"):
        assert_settings(connection)
    connection.close()


def test_a_library_that_does_not_encrypt_is_refused() -> None:
    connection = sqlite3.connect(":memory:")
    with pytest.raises(StorageUnfitError, match="cipher_version"):
        assert_settings(connection)
    connection.close()


def test_nothing_is_stored_in_clear(file: Path) -> None:
    stored = file.read_bytes()
    assert len(stored) > PAGES * PAGE / 2
    assert b"MARKER" not in stored
    assert b"CREATE TABLE" not in stored
    assert not stored.startswith(b"SQLite format")


def test_a_missing_file_is_damage_and_is_not_made_anew(tmp_path: Path, key: Secret) -> None:
    with pytest.raises(VaultDamagedError):
        open_encrypted(tmp_path / "none.db", key)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("keep", [16, 100, PAGE - 1])
def test_a_file_cut_within_its_first_page_is_damage(file: Path, key: Secret, keep: int) -> None:
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(VaultDamagedError, match=r"some\.db"):
        open_encrypted(file, key)


def test_damage_is_not_told_on_standard_error(
    file: Path, key: Secret, capfd: pytest.CaptureFixture[str]
) -> None:
    file.write_bytes(bytes(PAGE) + file.read_bytes()[PAGE:])
    with pytest.raises(VaultDamagedError):
        open_encrypted(file, key)
    assert capfd.readouterr() == ("", "")


def test_a_folder_in_the_file_s_place_is_no_damage(tmp_path: Path, key: Secret) -> None:
    (tmp_path / "some.db").mkdir()
    with pytest.raises(VaultUnreadableError):
        open_encrypted(tmp_path / "some.db", key)


def test_a_sound_file_has_no_findings(file: Path, key: Secret) -> None:
    connection = open_encrypted(file, key)
    assert list(findings(connection)) == []
    connection.close()


@pytest.mark.parametrize("page", [2, 7, PAGES])
def test_a_flipped_bit_is_found_with_its_page(file: Path, key: Secret, page: int) -> None:
    stored = bytearray(file.read_bytes())
    stored[(page - 1) * PAGE + 1234] ^= 4
    file.write_bytes(stored)
    connection = open_encrypted(file, key)
    assert any(f"page {page}" in finding for finding in findings(connection))
    connection.close()


def test_a_row_that_names_a_missing_one_is_found(file: Path, key: Secret) -> None:
    connection = open_encrypted(file, key)
    connection.execute("CREATE TABLE parent (id INTEGER PRIMARY KEY)")
    connection.execute("CREATE TABLE child (of INTEGER REFERENCES parent (id))")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("INSERT INTO child VALUES (1)")
    assert any("child" in finding for finding in findings(connection))
    connection.close()
