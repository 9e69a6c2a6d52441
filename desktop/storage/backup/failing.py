"""Why the system would not let something be written, in the words of our errors."""

import errno
import shutil
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from desktop.domain.errors import (
    BackupError,
    BackupFailedError,
    NotSavedError,
    RestoreFailedError,
    VaultBusyError,
    VaultUnreadableError,
)

_REASONS: Final = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EFBIG: "disk-full",
    errno.EROFS: "read-only",
    errno.EACCES: "read-only",
    errno.EPERM: "read-only",
}
_TOLD: Final = frozenset({"disk-full", "read-only"})
_SPARE: Final = 1024 * 1024
"""Bytes that are not to be used up, beside what is known to be needed."""


@contextmanager
def making() -> Generator[None]:
    """Turns what stops a backup from being written into BackupFailedError."""
    with _telling(BackupFailedError):
        yield


@contextmanager
def restoring() -> Generator[None]:
    """Turns what stops a vault from being put back into RestoreFailedError."""
    with _telling(RestoreFailedError):
        yield


@contextmanager
def _telling(error_of: Callable[[str], BackupError]) -> Generator[None]:
    try:
        yield
    except NotSavedError as error:
        raise error_of(error.reason if error.reason in _TOLD else "disk") from error
    except (VaultBusyError, VaultUnreadableError) as error:
        raise error_of("disk") from error
    except OSError as error:
        raise error_of(_REASONS.get(error.errno or 0, "disk")) from error


def ensure_room(folder: Path, size: int) -> None:
    """Make sure that the disk of a folder has that many bytes left; raises OSError."""
    if shutil.disk_usage(folder).free < size + _SPARE:
        raise OSError(errno.ENOSPC, "too little room")
