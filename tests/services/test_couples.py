"""Couples: the names they are called by, and the day of the screening."""

import pytest

from desktop.domain.errors import NotFoundError, UnusableNameError
from desktop.services.clock import local_day
from desktop.services.couples import LONGEST_NAME
from desktop.services.demo import DemoClock
from desktop.services.vault import OpenVault

from .conftest import NOON, Unlock

FAMILY = "👩\u200d👩\u200d👧"
PERSIAN = "می\u200cنا"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Ana", "Ana"),
        ("  Ana \t Maria  ", "Ana Maria"),
        ("Ana\nMaria\r\n", "Ana Maria"),
        ("Ana\x00Maria\x1b[1m", "Ana Maria [1m"),
        ("Ana\u2028Maria\u2029", "Ana Maria"),
        ("Ana\u00a0Maria", "Ana Maria"),
        ("Ana \ud83d", "Ana"),
        ("\u202eAna\u202c \u2067Maria", "Ana Maria"),
        (FAMILY, FAMILY),
        (PERSIAN, PERSIAN),
        ("נועה", "נועה"),
        ("Zoe\u0308", "Zoe\u0308"),
        ("明美", "明美"),
        ("{name} %s <b>", "{name} %s <b>"),
        ("x" * LONGEST_NAME, "x" * LONGEST_NAME),
        (" " * 500 + "x", "x"),
    ],
)
def test_names_are_kept_as_typed_but_for_what_would_tear_sentences(
    vault: OpenVault, typed: str, kept: str
) -> None:
    couple = vault.couples.add(typed, "Ben")
    assert couple.name_a == kept
    assert vault.couples.get(couple.id) == couple


@pytest.mark.parametrize(
    "unusable", ["", "  ", "\n\t", "\x00", "\u200b", "\u200b \u2060", "x" * 201]
)
def test_a_name_that_nobody_could_read_is_refused(vault: OpenVault, unusable: str) -> None:
    with pytest.raises(UnusableNameError) as first:
        vault.couples.add(unusable, "Ben")
    with pytest.raises(UnusableNameError) as second:
        vault.couples.add("Ana", unusable)
    assert (first.value.which, second.value.which) == ("a", "b")
    assert vault.couples.all() == []


def test_couples_come_by_name_and_outlive_the_app(
    unlock: Unlock, vault: OpenVault, clock: DemoClock
) -> None:
    for name in ("Zoë", "ana", "Ben"):
        vault.couples.add(name, "Kim")
    vault.close()
    opened = unlock()
    couples = opened.couples.all()
    opened.close()
    assert [couple.name_a for couple in couples] == ["ana", "Ben", "Zoë"]
    assert {couple.created_at for couple in couples} == {NOON}


def test_two_couples_may_have_the_same_names(vault: OpenVault) -> None:
    one, other = vault.couples.add("Ana", "Ben"), vault.couples.add("Ana", "Ben")
    assert one.id != other.id
    assert len(vault.couples.all()) == 2


def test_the_screening_is_confirmed_with_its_day(vault: OpenVault, clock: DemoClock) -> None:
    couple = vault.couples.add("Ana", "Ben")
    assert couple.screened_on is None
    clock.pass_by(3 * 24 * 3_600_000)
    confirmed = vault.couples.confirm_screening(couple.id)
    assert confirmed.screened_on == local_day(clock.wall())
    assert vault.couples.get(couple.id) == confirmed


def test_a_couple_that_is_not_there(vault: OpenVault) -> None:
    with pytest.raises(NotFoundError):
        vault.couples.get("none")
    with pytest.raises(NotFoundError):
        vault.couples.confirm_screening("none")
