"""How an open vault is left."""

from enum import IntEnum


class Way(IntEnum):
    """How an open vault is left. A later one takes over from an earlier one.

    ``SLEEP`` is a lock in a hurry: the next unlocking makes the backup.
    """

    CLOSE = 1
    LOCK = 2
    SLEEP = 3
    HIDE = 4

    @property
    def locks(self) -> bool:
        """Whether a fresh unlock window comes up afterwards."""
        return self in (Way.LOCK, Way.SLEEP)
