import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.domain.errors import ConflictError, NotFoundError, UnusableTextError
from desktop.domain.people import Couple
from desktop.storage.vault.opened import Vault


def named(name_a: str, name_b: str = "Ben") -> Couple:
    return Couple(id=f"{name_a}+{name_b}", name_a=name_a, name_b=name_b, created_at=1)


def test_a_couple_comes_back_as_it_was(vault: Vault, couple: Couple) -> None:
    screened = msgspec.structs.replace(couple, id="c2", screened_on="2026-11-23")
    vault.couples.add(couple)
    vault.couples.add(screened)
    assert vault.couples.get("c1") == couple
    assert vault.couples.get("c2") == screened


def test_a_changed_couple_is_kept(vault: Vault, couple: Couple) -> None:
    vault.couples.add(couple)
    changed = msgspec.structs.replace(couple, name_b="Benjamin", screened_on="2026-11-23")
    vault.couples.replace(changed)
    assert vault.couples.all() == [changed]


def test_what_is_not_there(vault: Vault, couple: Couple) -> None:
    with pytest.raises(NotFoundError):
        vault.couples.get("c1")
    with pytest.raises(NotFoundError):
        vault.couples.replace(couple)
    assert vault.couples.all() == []


def test_an_id_is_given_once(vault: Vault, couple: Couple) -> None:
    vault.couples.add(couple)
    with pytest.raises(ConflictError):
        vault.couples.add(msgspec.structs.replace(couple, name_a="Mara"))
    assert vault.couples.get("c1") == couple


def test_couples_are_listed_by_name(vault: Vault) -> None:
    names = ["Zoe", "ben", "Ángel", "Anna", "Ben", "Øyvind", "李"]
    for name in names:
        vault.couples.add(named(name))
    vault.couples.add(named("Ben", "Ada"))
    listed = [(couple.name_a, couple.name_b) for couple in vault.couples.all()]
    assert listed == [
        ("Ángel", "Ben"),
        ("Anna", "Ben"),
        ("Ben", "Ada"),
        ("Ben", "Ben"),
        ("ben", "Ben"),
        ("Zoe", "Ben"),
        ("Øyvind", "Ben"),
        ("李", "Ben"),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(name=st.text(st.characters(exclude_categories=[])))
def test_any_name_is_kept_exactly_or_refused(vault: Vault, name: str) -> None:
    couple = Couple(id=str(len(vault.couples.all())), name_a=name, name_b="Ben", created_at=1)
    if any("\ud800" <= c <= "\udfff" for c in name):
        with pytest.raises(UnusableTextError):
            vault.couples.add(couple)
    else:
        vault.couples.add(couple)
        assert vault.couples.get(couple.id) == couple
