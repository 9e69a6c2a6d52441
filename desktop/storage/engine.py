"""One encrypted database file behind SQLAlchemy: one connection, one thread, explicit BEGIN."""

import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool

from desktop.domain.errors import (
    Finding,
    NotSavedError,
    UnusableTextError,
    VaultClosedError,
    WrongThreadError,
)
from desktop.storage import faults, sqlcipher
from desktop.storage.vault.keys import Secret


class Guard(Protocol):
    """What watches over a file of the vault."""

    def ensure_writable(self) -> None:
        """Make sure that something may be written now; raises a TurnstoneError."""
        ...

    def committed(self, count: int) -> None:
        """Hear that a transaction was committed, and how many there are now."""
        ...

    def make_room(self) -> bool:
        """Let room go on a full disk; False when there is none to spare."""
        ...


class NoGuard:
    """Watches over nothing."""

    def ensure_writable(self) -> None:
        """Anything may be written."""

    def committed(self, count: int) -> None:
        """Nobody counts."""

    def make_room(self) -> bool:
        """No room is kept."""
        return False


class DatabaseFile:
    """An open file of the vault, for the thread that opened it.

    Raises:
        The errors of ``sqlcipher.open_encrypted``.
    """

    def __init__(self, file: Path, key: Secret, guard: Guard | None = None) -> None:
        self._file = file
        self._guard = guard or NoGuard()
        self._thread = threading.get_ident()
        self._raw = sqlcipher.open_encrypted(file, key)
        self._commits = sqlcipher.commits(self._raw)
        self._writing = False
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
    def reading(self) -> Generator[Connection]:
        """One look at the file as it is now; nothing is to be changed in it.

        Raises:
            WrongThreadError, VaultClosedError: see there.
            VaultDamagedError: a page can't be read.
        """
        connection = self._usable()
        with self._telling(), connection.begin():
            yield connection

    @contextmanager
    def transaction(self) -> Generator[Connection]:
        """One transaction: committed, and on the disk, when the block ends; undone by an error.

        Raises:
            WrongThreadError, VaultClosedError: see there.
            NotFoundError: a row names another one that is not there.
            UnusableTextError: a text can't be kept.
            NotSavedError: the disk is full, read-only or broken, or the file was moved.
            VaultDamagedError: a page can't be read, or a check found one that is damaged.
        """
        connection = self._usable()
        self._guard.ensure_writable()
        with self._telling():
            self._writing = True
            try:
                with connection.begin():
                    yield connection
                    sqlcipher.count_commit(self._raw, self._commits + 1)
            finally:
                self._writing = False
        self._commits += 1
        self._guard.committed(self._commits)

    @contextmanager
    def _telling(self) -> Generator[None]:
        """Turns the errors of the library into ours."""
        try:
            yield
        except UnicodeEncodeError:
            raise UnusableTextError from None
        except (DBAPIError, sqlcipher.driver.Error) as error:
            told = faults.working(getattr(error, "orig", error), self._file)
            if told is None:
                raise
            if isinstance(told, NotSavedError) and told.reason == "disk-full":
                told.again = self._guard.make_room()
            raise told from error

    def bring_in_log(self) -> None:
        """Bring the write-ahead log into the file, so that its own codes cover all that is saved.

        Raises:
            NotSavedError, VaultDamagedError: as ``transaction``.
        """
        self._usable()
        self._guard.ensure_writable()
        with self._telling():
            self._raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")

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

    def ensure_thread(self) -> None:
        """Raise WrongThreadError on any thread but the one that opened the file."""
        if threading.get_ident() != self._thread:
            raise WrongThreadError(f"{self.name} belongs to the thread that opened it")

    def _usable(self) -> Connection:
        self.ensure_thread()
        if self._connection is None:
            raise VaultClosedError
        return self._connection

    def _begin(self, _: Connection) -> None:
        """Take the right to write at the start: a lazy BEGIN could be refused midway."""
        self._raw.execute("BEGIN IMMEDIATE" if self._writing else "BEGIN")
