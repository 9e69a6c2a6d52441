"""Opening one SQLCipher file, with every setting that the vault's promises rest on."""

import re
import time
from collections.abc import Generator, Iterable
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final, Protocol, cast

import sqlcipher3.dbapi2 as driver_module

from desktop.domain.errors import StorageUnfitError, VaultDamagedError
from desktop.storage import faults, wal_pages
from desktop.storage.vault.keys import Secret

driver: Final[Any] = driver_module

BUSY_MILLISECONDS: Final = 2000
PAUSES: Final = (0.02, 0.1, 0.4, 1.0)
"""Seconds between looks at a page that seems to be wrong."""

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

# How SQLCipher's check begins to tell of a page.
_BAD_PAGE: Final = re.compile(r"(?:HMAC verification failed for )?page (\d+)\b")

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


def connect(file: Path, mode: str = "rw", **options: object) -> RawConnection:
    """A bare connection to a file that is there already; transactions are begun by hand.

    ``mode`` is ``rw``, or ``ro`` for one that never writes to the file, not even when it is
    closed as the last one.
    """
    target = f"{file.absolute().as_uri()}?mode={mode}"
    return cast("RawConnection", driver.connect(target, uri=True, isolation_level=None, **options))


def open_encrypted(file: Path, key: Secret) -> RawConnection:
    """A connection to an encrypted file, with all settings made and asserted.

    Raises:
        VaultDamagedError: the file is missing, or its pages do not fit its key.
        VaultUnreadableError: the system does not hand it out.
        VaultBusyError: some other program has locked it.
        StorageUnfitError: the library does not keep to a setting.
    """
    with _opening(file, "rw") as connection:
        _unlock(connection, key)
        _set(connection)
        assert_settings(connection)
    return connection


def open_to_read(file: Path, key: Secret) -> RawConnection:
    """A connection that only reads, for any one thread at a time; it leaves the file as it is.

    Raises:
        VaultDamagedError, VaultUnreadableError, VaultBusyError: as ``open_encrypted``.
    """
    with _opening(file, "ro", check_same_thread=False) as connection:
        _unlock(connection, key)
    return connection


def open_copy(file: Path, key: Secret) -> RawConnection:
    """A connection to a copy that nobody else uses; nothing at all is written beside it.

    Raises:
        VaultDamagedError, VaultUnreadableError: as ``open_encrypted``.
    """
    with _opening(file, "ro&immutable=1") as connection:
        _unlock(connection, key)
    return connection


def copy(source: Path, key: Secret, target: Path) -> None:
    """Copy a file, which may be in use, as it is at one moment into an empty file of the same key.

    What is committed meanwhile is not in the copy, and nobody has to wait. The copy is not
    brought to the disk by force.

    SQLite's copying is silent about a page that does not fit its authentication code: it breaks
    off there, or takes zeros for it. So the pages are compared with their codes before, and
    counted afterwards.

    Raises:
        VaultDamagedError: the source is missing, or a page of it can't be read.
        VaultUnreadableError, VaultBusyError: as ``open_encrypted``.
        NotSavedError: the copy can't be written.
    """
    with closing(open_to_read(source, key)) as live:
        try:
            whole = _is_intact(live) and _copied(live, target, key)
        except driver.DatabaseError as error:
            raise faults.copying(error, source) from error
    if not whole:
        raise VaultDamagedError(source.name)


def _is_intact(live: RawConnection) -> bool:
    """Whether each page in a file fits its authentication code.

    They are read past SQLite's own locks, so a page that is just being written may be seen half,
    for as long as its writer is held up: only what stays wrong is wrong.
    """
    for pause in (0.0, *PAUSES):
        time.sleep(pause)
        if not list(findings(live, ("cipher_integrity_check",))):
            return True
    return False


def _copied(live: RawConnection, target: Path, key: Secret) -> bool:
    """Copy all pages of one moment; False when some are missing."""
    live.execute("BEGIN")
    with closing(connect(target)) as new:
        _unlock(new, key)
        # Should it break off, the copy is thrown away; it needs no way back.
        new.execute("PRAGMA journal_mode = OFF")
        new.execute("PRAGMA synchronous = OFF")
        cast("Any", live).backup(new)
    pages, size = (
        int(live.execute(f"PRAGMA {name}").fetchall()[0][0]) for name in ("page_count", "page_size")
    )
    live.execute("ROLLBACK")
    return target.stat().st_size == pages * size


@contextmanager
def _opening(file: Path, mode: str, **options: object) -> Generator[RawConnection]:
    """A new connection, closed again when it can't be made ready."""
    try:
        connection = connect(file, mode, **options)
    except driver.DatabaseError as error:
        raise faults.opening(error, file) from error
    try:
        yield connection
    except driver.DatabaseError as error:
        connection.close()
        raise faults.opening(error, file) from error
    except StorageUnfitError:
        connection.close()
        raise


def commits(connection: RawConnection) -> int:
    """How many transactions were committed to a file, as it says itself."""
    return int(connection.execute("PRAGMA user_version").fetchall()[0][0])


def count_commit(connection: RawConnection, number: int) -> None:
    """Write within a transaction that it is the one with this number."""
    connection.execute(f"PRAGMA user_version = {number}")


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


def findings(
    connection: RawConnection,
    checks: Iterable[str] = ("cipher_integrity_check", "integrity_check", "foreign_key_check"),
) -> Iterable[str]:
    """What SQLCipher and SQLite find wrong in an open file; nothing when it is sound.

    SQLCipher's check reads the file alone. A page that stands in the write-ahead log, too, is read
    from there, and may be half written in the file.
    """
    for pragma in checks:
        try:
            rows = connection.execute(f"PRAGMA {pragma}").fetchall()
        except driver.DatabaseError as error:
            yield str(error)
        else:
            said = [" ".join(map(str, row)) for row in rows if row != ("ok",)]
            yield from _without_logged(connection, said) if said else ()


def _without_logged(connection: RawConnection, said: list[str]) -> Iterable[str]:
    """What was said of other pages than those that the write-ahead log has."""
    file = Path(connection.execute("PRAGMA database_list").fetchall()[0][2])
    logged = wal_pages.committed(file.with_name(f"{file.name}-wal"))
    for finding in said:
        page = _BAD_PAGE.match(finding)
        if page is None or int(page[1]) not in logged:
            yield finding
