"""The columns of the stage, for any shape of screen."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.people import Partner
from desktop.ui.stage.geometry import Frame, shore, sides, tide_at

frames = st.builds(Frame, width=st.integers(320, 5120), height=st.integers(200, 2880))


@given(frame=frames, holder=st.sampled_from(Partner))
def test_the_speaker_has_the_wide_side(frame: Frame, holder: Partner) -> None:
    both = sides(frame, holder)

    assert both.speaker.width > both.listener.width
    assert (both.speaker.x < both.listener.x) is (holder is Partner.A)


@given(frame=frames, holder=st.sampled_from(Partner))
def test_no_column_touches_the_tide_line_or_the_edge(frame: Frame, holder: Partner) -> None:
    both = sides(frame, holder)
    tide = shore(frame, 0.0 if holder is Partner.A else 1.0)
    left, right = sorted((both.speaker, both.listener), key=lambda column: column.x)

    whole = (0, frame.units_high)
    for y in range(int(whole[0]), int(whole[1]), 20):
        assert tide.contains(left.rect(frame, left.width - 1, y, 1, 1).center())
        assert not tide.contains(right.rect(frame, 0, y, 1, 1).center())
    assert left.x >= 72
    assert right.x + right.width <= frame.units_wide - 60


@given(frame=frames)
def test_a_larger_screen_only_adds_room(frame: Frame) -> None:
    assert frame.units_wide >= 1440 - 1e-6
    assert frame.units_high >= 810 - 1e-6


def test_the_tide_moves_evenly_between_the_two() -> None:
    a, middle, b = (tide_at(1440, tide) for tide in (0.0, 0.5, 1.0))

    assert (a, b) == (902, 538)
    assert middle == 720


@given(frame=frames, holder=st.sampled_from(Partner))
def test_in_a_language_from_right_to_left_a_column_begins_at_its_right(
    frame: Frame, holder: Partner
) -> None:
    mirrored = Frame(frame.width, frame.height, rtl=True)
    column = sides(frame, holder).speaker

    plain, turned = (column.rect(each, 10, 0, 50, 20) for each in (frame, mirrored))

    middle = frame.px(column.x + column.width / 2)
    assert abs((plain.center().x() - middle) + (turned.center().x() - middle)) < 1e-6
