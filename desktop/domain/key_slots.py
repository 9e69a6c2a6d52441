"""What opens a vault, as lists and windows know it. No key is in here."""

from enum import StrEnum

import msgspec


class SlotKind(StrEnum):
    """By what a slot opens."""

    PASSPHRASE = "passphrase"  # noqa: S105  a kind, no passphrase
    RECOVERY = "recovery"


class KeySlot(msgspec.Struct, frozen=True, kw_only=True):
    """One way into a vault. ``who`` is its owner's name, or empty; ``own`` opened it this time."""

    id: str
    kind: SlotKind
    who: str = ""
    own: bool = False
