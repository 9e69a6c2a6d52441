"""What is said when a change of the keys is refused."""

import pytest

from desktop.domain.errors import (
    LastSlotError,
    NamelessSlotError,
    PassphraseTakenError,
    SlotsDamagedError,
    TurnstoneError,
)
from desktop.ui.words import sentence


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (LastSlotError(), "last passphrase"),
        (NamelessSlotError(), "name"),
        (PassphraseTakenError(), "Somebody else"),
        (SlotsDamagedError("put-back"), "withdrawn"),
        (SlotsDamagedError("checksum"), "damaged"),
    ],
)
def test_each_refusal_has_its_words(error: TurnstoneError, said: str) -> None:
    assert said in sentence(error)
    assert error.code not in sentence(error)
