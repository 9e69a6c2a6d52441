"""How well a passphrase would stand up to guessing."""

from enum import StrEnum
from typing import Final

_LOOKED_AT: Final = 72
"""Characters that are looked at; the time that it takes grows with the square of them."""


class Strength(StrEnum):
    """How long guessing would take, at the cost that the vault asks for each try."""

    WEAK = "weak"
    FAIR = "fair"
    GOOD = "good"


def strength(passphrase: str) -> Strength:
    """Judge a passphrase by zxcvbn (Wheeler, USENIX Security 2016). Slow the first time.

    Its score counts guesses: below 3, fewer than a hundred million; at 4, more than ten thousand
    million.
    """
    from zxcvbn import zxcvbn

    score = zxcvbn(passphrase[:_LOOKED_AT])["score"] if passphrase else 0
    if score < 3:
        return Strength.WEAK
    return Strength.FAIR if score == 3 else Strength.GOOD
