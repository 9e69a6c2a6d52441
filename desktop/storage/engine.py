"""One encrypted database file behind SQLAlchemy: one connection, one thread, explicit BEGIN."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from desktop.domain.errors import (
    Finding,
    UnusableTextError,
    VaultClosedError,
    WrongThreadError,
)
from desktop.storage import faults, sqlcipher
from desktop.storage.vault.keys import Secret


class DatabaseFile:
    """An open file of the vault, for the thread that opened it.

    Raises:
        The errors of ``sqlcipher.open_encrypted``.
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
        event.listen(self._engine, "begin", self._begin)
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
        except (DBAPIError, sqlcipher.driver.Error) as error:
            told = faults.working(getattr(error, "orig", error), self._file)
            if told is None:
                raise
            raise told from error

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

    def _begin(self, _: Connection) -> None:
        """Take the right to write at the start: a lazy BEGIN could be refused midway."""
        self._raw.execute("BEGIN IMMEDIATE")
