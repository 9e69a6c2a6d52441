"""The small picture of the wheel: every word that was picked is on it, and told by its shape."""

import math
from itertools import combinations, pairwise
from xml.etree.ElementTree import Element, fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.emotions import Wheel, WordPath
from desktop.domain.flow.events import ShownWord
from desktop.domain.people import Partner
from desktop.domain.picks import Pick, with_pick
from desktop.domain.wheel_geometry import WheelGeometry
from desktop.domain.wheel_picture import EDGE, WheelPicture, draw_picks, spread
from desktop.domain.wheel_search import own_word
from desktop.domain.wheel_svg import FamilyColors, Palette, as_svg, picture_of
from tests.domain.test_wheel_geometry import wheels, word

A, B = Partner.A, Partner.B
INK, FULL, PALE = "#000001", "#0000ff", "#eeeeee"
GRAY = Palette(
    ink=INK,
    line="#cccccc",
    partners=dict.fromkeys(Partner, "#777777"),
    families={"sad": FamilyColors(pale=PALE, full=FULL)},
    other=FamilyColors(pale="#fafafa", full="#333333"),
)
SMALL = Wheel(
    format=1,
    id="small",
    title="Small",
    language="en",
    families=(
        word("glad", word("proud", word("able"), word("bold")), word("keen", word("eager"))),
        word("sad", word("hurt", word("stung"), word("sore"))),
    ),
)


def pick(partner: Partner, path_id: str, intensity: int = 3) -> Pick:
    ids = tuple(path_id.split("/"))
    shown = ShownWord(path=WordPath(ids, ids), family_label=ids[0])
    return Pick(partner=partner, word=shown, intensity=intensity)


def drawn(*picks: Pick) -> WheelPicture:
    picture = draw_picks(SMALL, picks)
    assert picture is not None
    return picture


def parts(svg: str, name: str) -> list[Element]:
    return fromstring(svg).findall(f"{{http://www.w3.org/2000/svg}}{name}")


@st.composite
def picked_wheels(draw: st.DrawFn) -> tuple[Wheel, tuple[Pick, ...]]:
    """A wheel of any shape, and picks of both partners as a session would hold them."""
    wheel = draw(wheels())
    ids = [path.id for path, _ in wheel.walk()]
    wanted = st.tuples(st.sampled_from(Partner), st.sampled_from([*ids, "own/fizzy"]))
    picks: tuple[Pick, ...] = ()
    for partner, path_id in draw(st.lists(wanted, max_size=30)):
        picks = with_pick(picks, pick(partner, path_id))
    return wheel, picks


@given(picked_wheels())
def test_every_pick_has_its_wedge_and_a_stone(case: tuple[Wheel, tuple[Pick, ...]]) -> None:
    wheel, picks = case
    on_wheel = [(p.partner, p.word.path.id) for p in picks if p.word.path.family != "own"]
    picture = draw_picks(wheel, picks)
    if picture is None:
        assert not on_wheel
        return
    assert sorted((s.partner, s.path_id) for s in picture.stones) == sorted(on_wheel)
    assert {w.id for w in picture.picked} == {path_id for _, path_id in on_wheel}
    geometry = WheelGeometry(wheel)
    assert all(geometry.wedge(w.id) == w for w in picture.picked)


@given(picked_wheels())
def test_stones_stand_clear_of_each_other_and_in_the_picture(
    case: tuple[Wheel, tuple[Pick, ...]],
) -> None:
    picture = draw_picks(*case)
    if picture is None:
        return
    for one, other in combinations(picture.stones, 2):
        apart = max(abs(one.x - other.x), abs(one.y - other.y))
        assert apart > 2 * 0.93 * picture.half
        assert math.hypot(one.x - other.x, one.y - other.y) > 2 * picture.half
    for stone in picture.stones:
        assert math.hypot(stone.x, stone.y) - 1 > picture.half * math.sqrt(0.5)
        assert max(abs(stone.x), abs(stone.y)) + picture.half < EDGE


@given(picked_wheels())
def test_a_pin_begins_on_the_rim_of_its_word(case: tuple[Wheel, tuple[Pick, ...]]) -> None:
    picture = draw_picks(*case)
    for stone in picture.stones if picture is not None else ():
        x, y = stone.marks
        hit = WheelGeometry(case[0]).hit(x * 0.999, y * 0.999)
        assert hit is not None
        assert hit.id == stone.path_id


@given(st.lists(st.floats(0, 359.9), max_size=12).map(sorted), st.floats(0.1, 15))
def test_what_is_spread_keeps_its_order_and_its_distance(angles: list[float], apart: float) -> None:
    moved = spread(angles, apart)
    assert len(moved) == len(angles)
    if len(moved) < 2:
        assert moved == pytest.approx(angles)
        return
    steps = [(after - before) % 360 for before, after in pairwise([*moved, moved[0]])]
    assert min(steps) > apart - 1e-6
    assert sum(steps) == pytest.approx(360)


def test_what_is_far_enough_apart_is_not_moved() -> None:
    assert spread([350.0, 355.0, 5.0 + 360], 5.0) == [350.0, 355.0, 365.0]
    assert spread([10.0, 100.0, 200.0], 30.0) == [10.0, 100.0, 200.0]


def test_who_crowd_together_move_away_from_their_middle() -> None:
    assert spread([100.0, 100.0, 100.0], 10.0) == pytest.approx([90.0, 100.0, 110.0])
    assert spread([1.0, 359.0], 10.0) == pytest.approx([365.0, 355.0])


def test_a_word_that_both_picked_has_two_stones() -> None:
    first, second = drawn(pick(B, "sad/hurt"), pick(A, "sad/hurt")).stones
    assert (first.partner, second.partner) == (A, B)
    assert first.marks == second.marks


def test_a_pin_crosses_no_finer_word_of_the_other_partner() -> None:
    picture = drawn(pick(A, "sad/hurt"), pick(B, "sad/hurt/stung"))
    pin = next(s.marks for s in picture.stones if s.path_id == "sad/hurt")
    stung = WheelGeometry(SMALL).wedge("sad/hurt/stung")
    assert stung is not None
    angle = math.degrees(math.atan2(pin[0], -pin[1])) % 360
    assert not stung.start <= angle <= stung.start + stung.sweep


def test_own_words_and_those_of_another_wheel_are_not_in_the_picture() -> None:
    own = Pick(partner=A, word=own_word("fizzy", "Own word"), intensity=2)
    assert draw_picks(SMALL, [own, pick(B, "calm/still")]) is None
    assert picture_of(SMALL, [own], GRAY) == ""
    assert len(drawn(own, pick(B, "sad")).stones) == 1


def test_partners_are_told_apart_by_shape_and_words_by_their_outline() -> None:
    """The palette of this test has one gray for both partners."""
    picks = [pick(A, "sad/hurt/stung"), pick(A, "glad"), pick(B, "sad/hurt/stung")]
    svg = picture_of(SMALL, picks, GRAY)
    assert len(parts(svg, "circle")) == 2
    assert len(parts(svg, "rect")) == 1
    outlined = [p for p in parts(svg, "path") if p.get("stroke") == INK and p.get("fill") != "none"]
    assert [p.get("fill") for p in outlined] == ["#333333", FULL]


def test_the_families_lie_below_in_their_pale_colours() -> None:
    svg = picture_of(SMALL, [pick(A, "sad")], GRAY)
    assert [p.get("fill") for p in parts(svg, "path")[:2]] == ["#fafafa", PALE]


def test_the_file_holds_shapes_and_nothing_else() -> None:
    svg = picture_of(SMALL, [pick(A, "sad/hurt/stung"), pick(B, "glad/keen")], GRAY)
    root = fromstring(svg)
    assert {element.tag.rpartition("}")[2] for element in root.iter()} == {
        "svg",
        "path",
        "circle",
        "rect",
    }
    assert not "".join(root.itertext())
    assert svg.count("http") == 1
    for private in ("stung", "keen", "Sad"):
        assert private not in svg


@given(picked_wheels())
def test_the_same_picks_make_the_same_file(case: tuple[Wheel, tuple[Pick, ...]]) -> None:
    wheel, picks = case
    svg = picture_of(wheel, picks, GRAY)
    assert picture_of(wheel, picks[::-1], GRAY) == svg
    assert "-0.00" not in svg
    picture = draw_picks(wheel, picks)
    assert svg == ("" if picture is None else as_svg(picture, GRAY))


def test_the_intensity_is_told_in_words_and_not_in_the_picture() -> None:
    faint, strong = (picture_of(SMALL, [pick(A, "sad", n)], GRAY) for n in (1, 5))
    assert faint == strong


@given(picked_wheels())
def test_from_right_to_left_every_wedge_is_where_the_mirror_has_it(
    drawing: tuple[Wheel, tuple[Pick, ...]],
) -> None:
    wheel, picks = drawing
    plain, mirrored = draw_picks(wheel, picks), draw_picks(wheel, picks, mirrored=True)
    assert (plain is None) == (mirrored is None)
    if plain is None or mirrored is None:
        return
    there = {wedge.id: wedge for wedge in mirrored.picked}
    assert there.keys() == {wedge.id for wedge in plain.picked}
    for wedge in plain.picked:
        assert there[wedge.id].middle == pytest.approx(360 - wedge.middle)
