"""What a vault has to tell about itself when it is opened."""

from enum import StrEnum


class VaultNotice(StrEnum):
    """Something that whoever opened the vault should know; none of it keeps them out.

    ``READ_ONLY``: nothing can be written there, so nothing new is kept. ``SHUT``: other accounts
    of the computer could read the files, and can't any more. ``OPEN``: they still can, since the
    disk knows no such rights. ``UNCOUNTED``: the count of saves was damaged and begun anew, so
    it could not be told whether any are missing. ``NO_RESERVE``: the disk is nearly full.
    """

    READ_ONLY = "read-only"
    SHUT = "shut"
    OPEN = "open"
    UNCOUNTED = "uncounted"
    NO_RESERVE = "no-reserve"
