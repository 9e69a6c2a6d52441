"""One encrypted database file behind SQLAlchemy: one connection, one thread, explicit BEGIN."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.pool import StaticPool

from desktop.domain.errors import (
    Finding,
    NotFoundError,
    NotSavedError,
    TurnstoneError,
    UnusableTextError,
    VaultClosedError,
    VaultDamagedError,
    WrongThreadError,
)
from desktop.storage import sqlcipher
from desktop.storage.vault.keys import Secret

_BUSY, _LOCKED, _READONLY, _CORRUPT, _FULL, _NOTADB = 5, 6, 8, 11, 13, 26
_REASONS: Final = {
    _BUSY: "busy",
    _LOCKED: "busy",
    _READONLY: "read-only",
    _FULL: "disk-full",
}


class DatabaseFile:
    """An open file of the vault, for the thread that opened it.

    Raises:
        VaultDamagedError: the file is missing or can't be read with its key.
        StorageUnfitError: the library does not keep to a setting.
    """

    def __init__(self, file: Path, key: Secret) -> None:
        self._file = file
        self._thread = threading.get_ident()
        self._raw = sqlcipher.open_encrypted(file, key)
        # Parameters are hidden, since an error may be logged and a parameter may be a note.
        self._engine = create_engine(
            "sqlite://",
            module=sqlcipher.driver,
            creator=self._opened,
            poolclass=StaticPool,
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin_at_once)
        self._connection: Connection | None = self._engine.connect()

    def _opened(self) -> sqlcipher.RawConnection:
        return self._raw

    @property
    def name(self) -> str:
        """The file's plain name."""
        return self._file.name

    @contextmanager
    def transaction(self) -> Generator[Connection]:
        """One transaction: committed, and on the disk, when the block ends; undone by an error.

        Raises:
            WrongThreadError, VaultClosedError: see there.
            NotFoundError: a row names another one that is not there.
            UnusableTextError: a text can't be kept.
            NotSavedError: the disk is full, read-only or broken.
            VaultDamagedError: a page can't be read.
        """
        connection = self._usable()
        try:
            with connection.begin():
                yield connection
        except UnicodeEncodeError:
            raise UnusableTextError from None
        except DBAPIError as error:
            raise self._told(error) from error

    def check(self) -> tuple[Finding, ...]:
        """What is wrong with the file; nothing when it is sound. Reads every page."""
        self._usable()
        return tuple(Finding(self.name, what) for what in sqlcipher.findings(self._raw))

    def close(self) -> None:
        """Let go of the file; calling it again does nothing.

        SQLite then brings its write-ahead log into the file and removes it. Where it can't, the
        log stays and is read when the file is opened again.
        """
        if self._connection is None:
            return
        self._usable().close()
        self._connection = None
        self._engine.dispose()

    def _usable(self) -> Connection:
        if threading.get_ident() != self._thread:
            raise WrongThreadError(f"{self.name} belongs to the thread that opened it")
        if self._connection is None:
            raise VaultClosedError
        return self._connection

    def _told(self, error: DBAPIError) -> TurnstoneError:
        """A driver's error in words that a window can show."""
        if isinstance(error, IntegrityError):
            return NotFoundError()
        # The low byte is the plain code; the others tell kinds of it apart.
        code = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
        if code in {_CORRUPT, _NOTADB}:
            return VaultDamagedError(self.name)
        return NotSavedError(_REASONS.get(code, "disk"))


def _begin_at_once(connection: Connection) -> None:
    """Take the right to write at the start: SQLite's own lazy BEGIN could be refused midway."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
