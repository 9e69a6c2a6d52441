"""Where words lie, checked by points: no pixel is needed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import Wheel, Word
from desktop.domain.wheel_geometry import RING_EDGES, Wedge, WheelGeometry, at

ROTATIONS = st.floats(-720, 720)


def word(name: str, *words: Word) -> Word:
    return Word(
        id=name,
        label=name,
        definition="d",
        body="b",
        signal="s",
        need="n",
        energy=0,
        pleasantness=0,
        words=words,
    )


@st.composite
def wheels(draw: st.DrawFn) -> Wheel:
    """Wheels of all shapes, also such whose branches end early."""
    families = tuple(
        word(
            f"f{f}",
            *(
                word(f"m{m}", *(word(f"w{w}") for w in range(draw(st.integers(0, 5)))))
                for m in range(draw(st.integers(0, 6)))
            ),
        )
        for f in range(draw(st.integers(2, 12)))
    )
    return Wheel(format=1, id="any", title="Any", language="en", families=families)


def geometry(rotation: float = 0.0) -> WheelGeometry:
    glad = word("glad", word("proud", word("able"), word("bold")), word("keen", word("eager")))
    sad = word("sad", word("hurt", word("stung")))
    both = (glad, sad)
    return WheelGeometry(
        Wheel(format=1, id="two", title="Two", language="en", families=both), rotation
    )


def wedge(path_id: str, rotation: float = 0.0) -> Wedge:
    found = geometry(rotation).wedge(path_id)
    assert found is not None
    return found


@given(wheels(), ROTATIONS)
def test_the_centre_of_each_word_hits_it(wheel: Wheel, rotation: float) -> None:
    placed = WheelGeometry(wheel, rotation)
    assert all(placed.hit(*w.centre) is w for w in placed.wedges)


@given(wheels(), ROTATIONS, st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_any_point_inside_a_wedge_hits_it(
    wheel: Wheel, rotation: float, along: float, out: float
) -> None:
    placed = WheelGeometry(wheel, rotation)
    for w in placed.wedges:
        point = at(w.start + along * w.sweep, w.inner + out * (w.outer - w.inner))
        assert placed.hit(*point) is w


@given(wheels(), ROTATIONS, st.floats(0, 360), st.floats(0, 0.999))
def test_centre_and_outside_hit_nothing(
    wheel: Wheel, rotation: float, angle: float, share: float
) -> None:
    placed = WheelGeometry(wheel, rotation)
    assert placed.hit(*at(angle, share * RING_EDGES[0])) is None
    assert placed.hit(*at(angle, RING_EDGES[-1] + share + 1e-9)) is None


@given(wheels(), ROTATIONS)
def test_a_wedge_lies_within_its_bounds(wheel: Wheel, rotation: float) -> None:
    for w in WheelGeometry(wheel, rotation).wedges:
        left, top, right, bottom = w.bounds
        for step in range(21):
            for radius in (w.inner, w.outer):
                x, y = at(w.start + w.sweep * step / 20, radius)
                assert left - 1e-9 <= x <= right + 1e-9
                assert top - 1e-9 <= y <= bottom + 1e-9


def test_families_start_at_the_top_and_go_clockwise() -> None:
    assert wedge("glad").start == 0
    assert wedge("glad").centre[0] > 0
    assert wedge("sad").centre[0] < 0


def test_width_is_the_share_of_outer_words() -> None:
    assert wedge("glad").sweep == pytest.approx(270)
    assert wedge("glad/proud").sweep == pytest.approx(180)
    assert wedge("sad/hurt/stung").sweep == pytest.approx(90)


def test_rotation_turns_every_wedge() -> None:
    assert wedge("sad", 30).start == pytest.approx(wedge("sad").start + 30)


def test_steps_lead_round_the_ring() -> None:
    placed = geometry()
    last = placed.beside(wedge("glad/proud/able"), -1)
    assert last.id == "sad/hurt/stung"
    assert placed.beside(last, 1).id == "glad/proud/able"


def test_outward_leads_to_the_nearest_finer_word_and_inward_back() -> None:
    placed = geometry()
    outer = placed.outward(wedge("glad"))
    assert outer is not None
    assert outer.id == "glad/proud"
    assert placed.inward(outer) == wedge("glad")
    assert placed.inward(wedge("glad")) is None
    assert placed.outward(wedge("sad/hurt/stung")) is None


def test_the_ends_of_a_family_lie_in_the_same_ring() -> None:
    first, last = geometry().ends(wedge("glad/proud/bold"))
    assert (first.id, last.id) == ("glad/proud/able", "glad/keen/eager")


def test_letters_lead_to_the_next_word_that_begins_with_them() -> None:
    placed = geometry()
    assert placed.starting_with("s", wedge("glad"), stay=False) == wedge("sad")
    assert placed.starting_with("S", wedge("sad"), stay=False) == wedge("sad/hurt/stung")
    assert placed.starting_with("sa", wedge("sad"), stay=True) == wedge("sad")
    assert placed.starting_with("x", wedge("sad"), stay=False) is None


def test_angles_are_clockwise_from_the_top() -> None:
    assert at(90, 2) == pytest.approx((2, 0))
    assert at(180, 1) == pytest.approx((0, 1))
    assert math.hypot(*at(33, 0.7)) == pytest.approx(0.7)
