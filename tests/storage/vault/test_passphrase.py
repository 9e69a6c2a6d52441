import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.domain.errors import EmptyPassphraseError, UnusableTextError
from desktop.storage.vault.passphrase import (
    AIM_SECONDS,
    LEAST_COST,
    LEAST_MEMORY,
    MOST_MEMORY,
    MOST_PASSES,
    MOST_SECONDS,
    KdfCost,
    Passphrase,
    calibrate,
    measured,
)

SALT = bytes(16)


def key(typed: str) -> bytes:
    return Passphrase(typed).key(SALT, LEAST_COST).reveal()


def test_the_key_is_part_of_the_format() -> None:
    expected = "e23e18e3d10017354cc0ee5dce99ee7e9c0afeda44c33951d4bd24616af30657"
    assert key("a passphrase").hex() == expected


def test_both_ways_to_type_an_accent_give_one_key() -> None:
    assert key("caf\u00e9") == key("cafe\u0301")


def test_a_no_break_space_is_a_space() -> None:
    assert key("two\u00a0words") == key("two words")


@pytest.mark.parametrize(("one", "other"), [("2", "²"), ("a", "A"), ("a", "a "), ("ss", "ß")])
def test_nothing_else_is_made_the_same(one: str, other: str) -> None:
    assert key(one) != key(other)


def test_salt_and_cost_change_the_key() -> None:
    passphrase = Passphrase("a")
    one = passphrase.key(SALT, LEAST_COST).reveal()
    assert one != passphrase.key(bytes([1] * 16), LEAST_COST).reveal()
    assert one != passphrase.key(SALT, KdfCost(LEAST_MEMORY, 2, 4)).reveal()


@settings(max_examples=8, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200))
def test_any_passphrase_gives_a_key_that_its_other_forms_give_too(typed: str) -> None:
    assert key(typed) == key(unicodedata.normalize("NFD", typed))


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(EmptyPassphraseError):
        Passphrase("")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(UnusableTextError):
        Passphrase("a\ud800")


def test_a_passphrase_does_not_show_itself() -> None:
    assert "MARKER" not in repr(Passphrase("MARKER"))


@pytest.mark.parametrize(
    ("memory", "passes", "lanes"),
    [
        (LEAST_MEMORY - 1, 1, 1),
        (LEAST_MEMORY, 0, 1),
        (LEAST_MEMORY, 1, 0),
        (2**40, 1, 1),
        (MOST_MEMORY + 1, 1, 1),
        (LEAST_MEMORY, 10**6, 1),
        (LEAST_MEMORY, MOST_PASSES + 1, 1),
        (LEAST_MEMORY, 1, 1000),
    ],
)
def test_a_cost_out_of_range_is_refused(memory: int, passes: int, lanes: int) -> None:
    with pytest.raises(ValueError, match="range"):
        KdfCost(memory, passes, lanes)


@given(st.floats(min_value=1e-4, max_value=1.0))
def test_calibration_aims_at_half_a_second_to_one(seconds_for_256_mib: float) -> None:
    def machine(cost: KdfCost) -> float:
        return seconds_for_256_mib * cost.passes * cost.memory / (256 * 1024)

    cost = calibrate(machine)
    assert machine(cost) == pytest.approx(AIM_SECONDS, abs=0.25) or cost.passes == MOST_PASSES


@given(st.floats(min_value=1.0, max_value=100.0))
def test_a_slow_machine_gets_less_memory_but_never_less_than_the_least(slowness: float) -> None:
    def machine(cost: KdfCost) -> float:
        return slowness * cost.passes * cost.memory / (256 * 1024)

    cost = calibrate(machine)
    assert machine(cost) <= MOST_SECONDS or cost.memory == LEAST_MEMORY
    assert cost.memory >= LEAST_MEMORY


def test_a_machine_short_of_memory_gets_what_it_can_spare() -> None:
    cost = calibrate(lambda cost: float("inf") if cost.memory > LEAST_MEMORY else 0.3)
    assert cost == KdfCost(LEAST_MEMORY, 2, 4)


def test_calibration_here_gives_a_cost_that_works_here() -> None:
    cost = calibrate()
    assert cost.memory >= LEAST_MEMORY
    assert measured(cost) < float("inf")
