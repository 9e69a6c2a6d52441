"""Opening one SQLCipher file, with every setting that the vault's promises rest on."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final, Protocol, cast

import sqlcipher3.dbapi2 as driver_module

from desktop.domain.errors import StorageUnfitError
from desktop.storage import faults
from desktop.storage.vault.keys import Secret

driver: Final[Any] = driver_module

BUSY_MILLISECONDS: Final = 2000

# Each setting as it is given, and as it reads when it was taken.
SETTINGS: Final = (
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),  # each commit reaches the disk
    ("fullfsync", "ON", 1),  # and, on macOS, the platter
    ("checkpoint_fullfsync", "ON", 1),
    ("foreign_keys", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("trusted_schema", "OFF", 0),
    ("busy_timeout", BUSY_MILLISECONDS, BUSY_MILLISECONDS),
)

# SQLCipher 4's own defaults; they are asserted, never set, so that they can't drift apart.
CIPHER: Final = frozenset(
    {
        "PRAGMA kdf_iter = 256000;",
        "PRAGMA cipher_page_size = 4096;",
        "PRAGMA cipher_use_hmac = 1;",
        "PRAGMA cipher_plaintext_header_size = 0;",
        "PRAGMA cipher_hmac_algorithm = HMAC_SHA512;",
        "PRAGMA cipher_kdf_algorithm = PBKDF2_HMAC_SHA512;",
    }
)


class Cursor(Protocol):
    """The part of a DB-API cursor that is used here."""

    def fetchall(self) -> list[tuple[Any, ...]]:
        """All rows that are left."""
        ...


class RawConnection(Protocol):
    """The part of a driver's connection that is used here."""

    def execute(self, sql: str, /) -> Cursor:
        """Run one statement."""
        ...

    def close(self) -> None:
        """Let go of the file."""
        ...


def connect(file: Path, **options: object) -> RawConnection:
    """A bare connection to a file that is there already; transactions are begun by hand."""
    target = f"{file.absolute().as_uri()}?mode=rw"
    return cast("RawConnection", driver.connect(target, uri=True, isolation_level=None, **options))


def open_encrypted(file: Path, key: Secret) -> RawConnection:
    """A connection to an encrypted file, with all settings made and asserted.

    Raises:
        VaultDamagedError: the file is missing, or its pages do not fit its key.
        VaultUnreadableError: the system does not hand it out.
        VaultBusyError: some other program has locked it.
        StorageUnfitError: the library does not keep to a setting.
    """
    try:
        connection = connect(file)
    except driver.DatabaseError as error:
        raise faults.opening(error, file) from error
    try:
        _unlock(connection, key)
        _set(connection)
        assert_settings(connection)
    except driver.DatabaseError as error:
        connection.close()
        raise faults.opening(error, file) from error
    except StorageUnfitError:
        connection.close()
        raise
    return connection


def _unlock(connection: RawConnection, key: Secret) -> None:
    # Otherwise SQLCipher writes of a page that it can't read to standard error.
    connection.execute("PRAGMA cipher_log_level = NONE")
    # A key in this form is used as it is: no second, slow derivation.
    connection.execute(f"PRAGMA key = \"x'{key.reveal().hex()}'\"")
    connection.execute("SELECT count(*) FROM sqlite_master").fetchall()


def _set(connection: RawConnection) -> None:
    for name, value, _ in SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}")


def assert_settings(connection: RawConnection) -> None:
    """Make sure that an open connection encrypts and keeps as promised.

    Raises:
        StorageUnfitError: it does not.
    """
    if not connection.execute("PRAGMA cipher_version").fetchall():
        raise StorageUnfitError("cipher_version")
    found = frozenset(
        str(row[0]) for row in connection.execute("PRAGMA cipher_settings").fetchall()
    )
    if found != CIPHER:
        raise StorageUnfitError("cipher_settings")
    for name, _, expected in SETTINGS:
        if connection.execute(f"PRAGMA {name}").fetchall() != [(expected,)]:
            raise StorageUnfitError(name)


def findings(connection: RawConnection) -> Iterable[str]:
    """What SQLCipher and SQLite find wrong in an open file; nothing when it is sound."""
    for pragma in ("cipher_integrity_check", "integrity_check", "foreign_key_check"):
        try:
            rows = connection.execute(f"PRAGMA {pragma}").fetchall()
        except driver.DatabaseError as error:
            yield str(error)
        else:
            yield from (" ".join(map(str, row)) for row in rows if row != ("ok",))
