"""How well a passphrase would stand up to guessing."""

import time

import pytest

from desktop.services.strength import Strength, strength


@pytest.mark.parametrize(
    ("passphrase", "judged"),
    [
        ("", Strength.WEAK),
        ("password", Strength.WEAK),
        ("P@ssw0rd1", Strength.WEAK),
        ("abcdefgh12345678", Strength.WEAK),
        ("correcthorse7", Strength.FAIR),
        ("two stones, one quiet shore", Strength.GOOD),
        ("ein leiser Morgen am Wasser 🌊", Strength.GOOD),
    ],
)
def test_passphrases_are_judged(passphrase: str, judged: Strength) -> None:
    assert strength(passphrase) is judged


def test_a_long_passphrase_is_judged_while_it_is_typed() -> None:
    began = time.perf_counter()
    assert strength("wave after wave " * 10_000) is not None
    assert time.perf_counter() - began < 2
