"""Where this user's data lies."""

import errno
import os
from pathlib import Path
from typing import Final

from desktop.domain.errors import DataFolderError
from desktop.services.vault_places import vaults_in

_REASONS: Final = {
    errno.ENOTDIR: "not-a-folder",
    errno.EEXIST: "not-a-folder",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
}


def usual() -> Path:
    """The platform's folder for this user's data.

    Raises:
        DataFolderError: this user has no folders at all.
    """
    import platformdirs

    try:
        return platformdirs.user_data_path("Turnstone", appauthor=False)
    except RuntimeError:
        raise DataFolderError("no-home") from None


def make_ready(data_dir: Path) -> None:
    """Make the data folder where it is missing, and make sure that it can be used.

    A folder that can only be read will do where a vault lies in it.

    Raises:
        DataFolderError: it can't be made, looked into, or written to.
    """
    try:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        has_vault = bool(vaults_in(data_dir))
    except OSError as error:
        raise DataFolderError(_REASONS.get(error.errno or 0, "disk")) from None
    if not has_vault and not os.access(data_dir, os.W_OK | os.X_OK):
        raise DataFolderError("not-allowed")
