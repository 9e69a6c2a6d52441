"""The database library's errors in words that a window can show."""

from pathlib import Path
from typing import Final

from desktop.domain.errors import (
    NotFoundError,
    NotSavedError,
    TurnstoneError,
    VaultBusyError,
    VaultDamagedError,
    VaultUnreadableError,
)

# Result codes of SQLite (https://sqlite.org/rescode.html).
_BUSY: Final = 5
_LOCKED: Final = 6
_READONLY: Final = 8
_IOERR: Final = 10
_CORRUPT: Final = 11
_FULL: Final = 13
_CANTOPEN: Final = 14
_CONSTRAINT: Final = 19
_NOTADB: Final = 26

_DAMAGED: Final = frozenset({_CORRUPT, _NOTADB})
_NOT_SAVED: Final = {
    _BUSY: "busy",
    _LOCKED: "busy",
    _READONLY: "read-only",
    _IOERR: "disk",
    _FULL: "disk-full",
    _CANTOPEN: "disk",
}


def opening(error: BaseException, file: Path) -> TurnstoneError:
    """Why a file could not be opened. Its key is known to be right, as the slots say so."""
    code = _code(error)
    if code in _DAMAGED or not file.exists():
        return VaultDamagedError(file.name)
    if code in {_BUSY, _LOCKED}:
        return VaultBusyError()
    return VaultUnreadableError(file.name)


def working(error: BaseException | None, file: Path) -> TurnstoneError | None:
    """Why a transaction failed; None for what can only be a slip in the program."""
    code = _code(error)
    if code in _DAMAGED:
        return VaultDamagedError(file.name)
    if code == _CONSTRAINT and str(error) == "FOREIGN KEY constraint failed":
        return NotFoundError()
    return NotSavedError(_NOT_SAVED[code]) if code in _NOT_SAVED else None


def copying(error: BaseException, source: Path) -> TurnstoneError:
    """Why a file could not be copied. The library's copying hands its errors on without a code."""
    told = working(error, source)
    if told is not None:
        return told
    if "malformed" in str(error) or "not a database" in str(error):
        return VaultDamagedError(source.name)
    return NotSavedError("disk-full" if "full" in str(error) else "disk")


def _code(error: BaseException | None) -> int:
    """The plain result code: the low byte; the others tell kinds of it apart."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF
