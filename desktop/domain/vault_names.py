"""What a further vault may be called: a name is also a folder's, on every system."""

import unicodedata
from collections.abc import Iterable
from enum import StrEnum
from typing import Final

LONGEST: Final = 40
"""Characters of a name, at most."""

_BETWEEN: Final = " -_"
_RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)}
)
"""Names that Windows keeps for devices, in any case."""


REPLACED: Final = "-replaced-"
"""What the name of a vault gets in it that gave way to a backup, and that is not to be chosen."""


class NameFault(StrEnum):
    """Why a name can't be had."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    EDGE = "edge"
    """It begins or ends with a space or a dot, which Windows drops without a word."""
    CHARACTER = "character"
    """It has something in it that is no letter, digit, space, hyphen or underscore."""
    RESERVED = "reserved"
    TAKEN = "taken"


def normal(name: str) -> str:
    """A name in the one form in which it is written: ``é`` is one character, not two."""
    return unicodedata.normalize("NFC", name)


def same(name: str) -> str:
    """What two names share when some system would take one for the other."""
    return normal(normal(name).casefold())


def fault_of(name: str, taken: Iterable[str] = ()) -> NameFault | None:
    """Why a new vault can't have this name beside those ``taken``; None when it can."""
    name = normal(name)
    faults = {
        NameFault.EMPTY: not name,
        NameFault.TOO_LONG: len(name) > LONGEST,
        NameFault.EDGE: name != name.strip(" ."),
        NameFault.CHARACTER: not (all(map(_fits, name)) and any(map(str.isalnum, name))),
        NameFault.RESERVED: same(name) in _RESERVED or REPLACED in same(name),
        NameFault.TAKEN: same(name) in {same(other) for other in taken},
    }
    return next((fault for fault, found in faults.items() if found), None)


def _fits(character: str) -> bool:
    """A letter or digit of any script, a mark that belongs to a letter, or what may stand between.

    A number that is no digit is none of them: Windows reads ``COM¹`` as a device.
    """
    category = unicodedata.category(character)
    return character in _BETWEEN or category[0] in "LM" or category == "Nd"
