"""Backups of a vault, as lists and windows know them."""

from enum import StrEnum

import msgspec


class BackupState(StrEnum):
    """What is known of a backup without opening it.

    ``GOOD``: it was opened and read when it was made, and its file is as it was then.
    ``DAMAGED``: its file is cut short, changed or no backup at all. ``NEWER``: a newer Turnstone
    made it. ``ELSEWHERE``: it belongs to another vault.
    """

    GOOD = "good"
    DAMAGED = "damaged"
    NEWER = "newer"
    ELSEWHERE = "elsewhere"


class BackupPlace(StrEnum):
    """Where a backup lies: in the vault's own folder, or in the second one that the user chose."""

    VAULT = "vault"
    SECOND = "second"


class Backup(msgspec.Struct, frozen=True, kw_only=True):
    """One backup in a list. ``path`` is its file, ``made_at`` a wall time in ms, ``size`` bytes.

    ``made_at`` is None where the file does not even tell that.
    """

    path: str
    place: BackupPlace
    made_at: int | None
    size: int
    state: BackupState
