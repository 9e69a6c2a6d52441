"""The palettes of a wheel's families."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.wheel_palettes import palettes_of

PALETTES = ("glad", "close", "calm", "drained", "sad", "afraid", "angry")
FAMILIES = st.lists(
    st.sampled_from(PALETTES) | st.integers(0, 40).map(lambda i: f"f{i}"),
    min_size=2,
    max_size=12,
    unique=True,
)


def test_families_of_other_names_take_the_palettes_in_order() -> None:
    assert palettes_of(("sea", "sky", "wood"), PALETTES) == {
        "sea": "glad",
        "sky": "close",
        "wood": "calm",
    }


def test_a_family_that_a_palette_is_named_after_keeps_it() -> None:
    assert palettes_of(("sea", "glad", "sky"), PALETTES) == {
        "sea": "close",
        "glad": "glad",
        "sky": "calm",
    }


@given(FAMILIES)
def test_no_two_families_side_by_side_look_alike(families: list[str]) -> None:
    chosen = palettes_of(families, PALETTES)
    assert chosen == palettes_of(families, PALETTES)
    assert chosen.keys() == set(families)
    ring = [chosen[family] for family in families]
    assert all(one != other for one, other in pairwise([*ring, ring[0]]))
    if len(families) <= len(PALETTES):
        assert len(set(ring)) == len(ring)


def test_a_palette_that_is_used_again_is_far_from_where_it_was() -> None:
    families = [f"f{i}" for i in range(10)]
    ring = list(palettes_of(families, PALETTES).values())
    again = [(one, other) for one in range(10) for other in range(one) if ring[one] == ring[other]]
    assert len(again) == 3
    assert all(min(one - other, 10 - one + other) >= 3 for one, other in again)
