"""Four seconds in, six out."""

from itertools import pairwise

import pytest
from pytestqt.qtbot import QtBot

from desktop.ui.stage.breath import IN_MS, OUT_MS, Breath, breathing_in, swell
from desktop.ui.theme.look import Look, LookChoice
from tests.ui.finding import heard


def test_a_breath_is_four_seconds_in_and_six_out() -> None:
    assert (IN_MS, OUT_MS) == (4000, 6000)
    assert [swell(at) for at in (0, 4000, 10_000)] == pytest.approx([0, 1, 0])
    assert breathing_in(3999)
    assert not breathing_in(4000)
    assert breathing_in(10_000)


def test_the_shape_grows_and_sinks_without_a_jump() -> None:
    sizes = [swell(at) for at in range(0, 20_000, 40)]

    assert all(0 <= size <= 1 for size in sizes)
    steps = [abs(b - a) for a, b in pairwise(sizes)]
    assert max(steps) < 0.02


def test_with_reduced_motion_the_shape_rests(qtbot: QtBot, look: Look) -> None:
    look.choose(LookChoice(theme="light", reduced_motion=True))
    shape = Breath(look)
    qtbot.addWidget(shape)
    shape.resize(300, 300)
    with qtbot.waitExposed(shape):
        shape.show()
    before = shape.grab().toImage()

    shape.breathe()

    assert shape.grab().toImage() == before


@pytest.mark.parametrize("reduced", [False, True])
def test_each_turn_of_the_breath_is_told(qtbot: QtBot, look: Look, reduced: bool) -> None:
    look.choose(LookChoice(theme="light", reduced_motion=reduced))
    shape = Breath(look)
    qtbot.addWidget(shape)
    with qtbot.waitExposed(shape):
        shape.show()
    turns = heard(shape.turned)

    for _ in range(10_000):
        shape.breathe()
        if len(turns) == 3:
            break

    assert turns == [False, True, False]
