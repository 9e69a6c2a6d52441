import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.vault_names import LONGEST, NameFault, fault_of, normal, same


@pytest.mark.parametrize(
    "name",
    ["Practice", "Praxis 2", "north_room-b", "Übung", "事務所", "مكتب", "कार्यालय", "x" * LONGEST],
)
def test_a_name_in_any_script_will_do(name: str) -> None:
    assert fault_of(name) is None


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("", NameFault.EMPTY),
        ("x" * (LONGEST + 1), NameFault.TOO_LONG),
        (" room", NameFault.EDGE),
        ("room ", NameFault.EDGE),
        (" ", NameFault.EDGE),
        (".", NameFault.EDGE),
        ("..", NameFault.EDGE),
        (".hidden", NameFault.EDGE),
        ("room.", NameFault.EDGE),
        ("a/b", NameFault.CHARACTER),
        ("a\\b", NameFault.CHARACTER),
        ("a.b", NameFault.CHARACTER),
        ("C:", NameFault.CHARACTER),
        ("a\0b", NameFault.CHARACTER),
        ("a\nb", NameFault.CHARACTER),
        ("a\u202eb", NameFault.CHARACTER),
        ("a\ud800", NameFault.CHARACTER),
        ("COM¹", NameFault.CHARACTER),
        ("--", NameFault.CHARACTER),
        ("CON", NameFault.RESERVED),
        ("nul", NameFault.RESERVED),
        ("Lpt1", NameFault.RESERVED),
    ],
)
def test_what_can_be_no_name_is_told_why(name: str, fault: NameFault) -> None:
    assert fault_of(name) is fault


@pytest.mark.parametrize("other", ["practice", "PRACTICE", "Practice"])
def test_case_makes_no_other_name(other: str) -> None:
    assert fault_of("Practice", [other]) is NameFault.TAKEN
    assert fault_of("Practice 2", [other]) is None


def test_the_same_letters_written_otherwise_make_no_other_name() -> None:
    apart = unicodedata.normalize("NFD", "Übung")
    assert apart != "Übung"
    assert fault_of(apart, ["ÜBUNG"]) is NameFault.TAKEN


@given(name=st.text(max_size=60), taken=st.lists(st.text(max_size=10), max_size=3))
def test_a_name_that_can_be_had_is_a_plain_one(name: str, taken: list[str]) -> None:
    if fault_of(name, taken) is not None:
        return
    name = normal(name)
    assert fault_of(name, taken) is None
    assert 0 < len(name) <= LONGEST
    assert name.isprintable()
    assert not set(name) & set('/\\:*?"<>|.')
    assert same(name) not in {same(other) for other in taken}
