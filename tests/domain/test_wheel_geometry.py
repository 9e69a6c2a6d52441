"""Where words lie, checked by points: no pixel is needed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import Wheel, Word
from desktop.domain.wheel_geometry import Wedge, WheelGeometry, at

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


FAMILIES = (
    word("glad", word("proud", word("able"), word("bold")), word("keen", word("eager"))),
    word("sad", word("hurt", word("stung"))),
)


def geometry(rotation: float = 0.0) -> WheelGeometry:
    return WheelGeometry(
        Wheel(format=1, id="two", title="Two", language="en", families=FAMILIES), rotation
    )


def wedge(path_id: str, rotation: float = 0.0) -> Wedge:
    found = geometry(rotation).wedge(path_id)
    assert found is not None
    return found


@st.composite
def forms(draw: st.DrawFn) -> WheelGeometry:
    """Any wheel, turned, mirrored, and whole or filled by one family."""
    wheel = draw(wheels())
    family = draw(st.sampled_from(("", *(family.id for family in wheel.families))))
    return WheelGeometry(wheel, draw(ROTATIONS), mirrored=draw(st.booleans()), family=family)


@given(forms())
def test_the_centre_of_each_word_hits_it(placed: WheelGeometry) -> None:
    assert all(placed.hit(*w.centre) is w for w in placed.wedges)


@given(forms(), st.floats(0.001, 0.999), st.floats(0.001, 0.999))
def test_any_point_inside_a_wedge_hits_it(placed: WheelGeometry, along: float, out: float) -> None:
    for w in placed.wedges:
        point = at(w.start + along * w.sweep, w.inner + out * (w.outer - w.inner))
        assert placed.hit(*point) is w


@given(forms(), ROTATIONS, st.floats(0.01, 0.99))
def test_a_turned_wedge_is_hit_where_it_was_turned_to(
    placed: WheelGeometry, angle: float, along: float
) -> None:
    for w in placed.wedges:
        turned = w.turned(angle)
        x, y = at(turned.start + along * turned.sweep, (turned.inner + turned.outer) / 2)
        back = math.radians(-angle)
        cos, sin = math.cos(back), math.sin(back)
        assert placed.hit(x * cos - y * sin, x * sin + y * cos) is w


@given(forms(), st.floats(0, 360), st.floats(0, 0.999))
def test_centre_and_outside_hit_nothing(placed: WheelGeometry, angle: float, share: float) -> None:
    assert placed.hit(*at(angle, share * placed.edges[0])) is None
    assert placed.hit(*at(angle, placed.edges[-1] + share + 1e-9)) is None


@given(forms())
def test_a_wedge_lies_within_its_bounds(placed: WheelGeometry) -> None:
    for w in placed.wedges:
        left, top, right, bottom = w.bounds
        for step in range(21):
            for radius in (w.inner, w.outer):
                x, y = at(w.start + w.sweep * step / 20, radius)
                assert left - 1e-9 <= x <= right + 1e-9
                assert top - 1e-9 <= y <= bottom + 1e-9


@given(wheels(), ROTATIONS)
def test_a_family_that_fills_the_wheel_leaves_the_others_where_they_were(
    wheel: Wheel, rotation: float
) -> None:
    whole = WheelGeometry(wheel, rotation)
    family = wheel.families[-1]
    filled = WheelGeometry(wheel, rotation, family=family.id)
    assert [(w.id, w.start, w.sweep) for w in filled.wedges if w.ring == 1] == [
        (w.id, w.start, w.sweep) for w in whole.wedges if w.ring == 1
    ]
    outer = [w for w in filled.wedges if w.ring == 2]
    assert {w.path.family for w in outer} <= {family.id}
    assert sum(w.sweep for w in outer) == pytest.approx(360 if family.words else 0)


def test_a_family_that_fills_the_wheel_lies_about_where_it_points() -> None:
    wheel = Wheel(format=1, id="two", title="Two", language="en", families=FAMILIES)
    filled = WheelGeometry(wheel, family="glad")
    glad, first, last = (filled.wedge(i) for i in ("glad", "glad/proud", "glad/keen/eager"))
    assert glad is not None
    assert first is not None
    assert last is not None
    assert first.start == pytest.approx(glad.middle - 180)
    assert last.start + last.sweep == pytest.approx(glad.middle + 180)
    assert filled.wedge("sad/hurt") is None


def test_mirrored_the_families_go_anticlockwise() -> None:
    wheel = Wheel(format=1, id="two", title="Two", language="en", families=FAMILIES)
    mirrored = WheelGeometry(wheel, mirrored=True)
    for plain in WheelGeometry(wheel).wedges:
        wedge = mirrored.wedge(plain.id)
        assert wedge is not None
        assert wedge.centre == pytest.approx((-plain.centre[0], plain.centre[1]))
    able = mirrored.wedge("glad/proud/able")
    assert able is not None
    assert mirrored.beside(able, -1).id == "glad/proud/bold"
    assert [w.id for w in mirrored.ends(able)] == ["glad/proud/able", "glad/keen/eager"]


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
