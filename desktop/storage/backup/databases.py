"""The databases of a backup: copied from a vault that is in use, and looked at."""

from contextlib import closing
from pathlib import Path
from typing import Final

from desktop.domain.errors import NewerVaultError, VaultDamagedError
from desktop.storage import sqlcipher
from desktop.storage.migrations import CHAINS
from desktop.storage.vault import layout
from desktop.storage.vault.files import Source
from desktop.storage.vault.keys import Purpose, Secret, VaultKeys

PURPOSES: Final = {layout.PROCESS: Purpose.PROCESS_FILE, layout.RECORD: Purpose.RECORD_FILE}
"""In the order in which they are copied.

What was acknowledged before a backup began is in both copies, whichever comes first. In between
a session can begin or be erased. With the process notes first, the set then lacks a private note
that was begun since, or holds one whose session is gone, which the next unlocking sweeps away:
both are as a crash would leave them. The other way round, an erased session would stay in the
set with its private notes gone.
"""

_REVISIONS: Final = {
    layout.RECORD: CHAINS.record.revisions,
    layout.PROCESS: CHAINS.process.revisions,
}


def copy(source: Source, name: str, folder: Path) -> int:
    """Copy a database in use into a folder, and read all of the copy; returns its commits.

    Raises:
        VaultDamagedError: the database is damaged.
        NotSavedError, OSError: the copy can't be written.
        The other errors of ``sqlcipher.copy``.
    """
    key = _key(source.keys, name)
    layout.make_file(folder / name)
    sqlcipher.copy(source.folder / name, key, folder / name)
    return checked(folder / name, source.keys)


def checked(file: Path, keys: VaultKeys) -> int:
    """How many commits a copy knows of, once all of it was read and found sound.

    Raises:
        VaultDamagedError: it is damaged, or does not fit the key.
        NewerVaultError: a newer Turnstone wrote it.
    """
    with closing(sqlcipher.open_copy(file, _key(keys, file.name))) as connection:
        if list(sqlcipher.findings(connection)):
            raise VaultDamagedError(file.name)
        _ensure_known(connection, file.name)
        return sqlcipher.commits(connection)


def commits(source: Source, name: str) -> int:
    """How many commits a database in use knows of. Raises as ``sqlcipher.open_to_read`` does."""
    with closing(sqlcipher.open_to_read(source.folder / name, _key(source.keys, name))) as live:
        return sqlcipher.commits(live)


def _ensure_known(connection: sqlcipher.RawConnection, name: str) -> None:
    """Make sure that this Turnstone knows the file's schema."""
    try:
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall()
    except sqlcipher.driver.DatabaseError:
        rows = []
    if len(rows) != 1:
        raise VaultDamagedError(name)
    if rows[0][0] not in _REVISIONS[name]:
        raise NewerVaultError


def _key(keys: VaultKeys, name: str) -> Secret:
    return keys.derived(PURPOSES[name])
