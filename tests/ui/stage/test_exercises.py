"""The words of each exercise have room on the stage, and stay as large as they were designed."""

from typing import Final

import pytest

from desktop.content.library import Library
from desktop.ui.stage.stage import StageWidget
from desktop.ui.stage.text import StageText
from tests.domain.exercise.play import each_stop
from tests.ui.stage.conftest import StageMaker
from tests.ui.sweeps import assert_not_clipped
from tests.ui.turns import SPEAK

EXERCISES: Final = Library().exercises

LEAST: Final = 0.85
"""How much of its size an instruction keeps. With a button under it, three lines cost a little."""


def sizes(stage: StageWidget, *texts: str) -> list[float]:
    """The sizes of some texts in pixels, as a share of those designed for 1440 by 810."""
    shown = [text for text in stage.findChildren(StageText) if text.isVisibleTo(stage)]
    return [
        text.fitted.font.pointSizeF() * stage.logicalDpiY() / 72 / text.style_units.units
        for text in shown
        if text.fitted is not None and text.text() and text.text() in texts
    ]


@pytest.mark.parametrize("name", EXERCISES.ids())
def test_each_instruction_is_whole_and_large(show_stage: StageMaker, name: str) -> None:
    stage = show_stage(SPEAK)
    for play in each_stop(EXERCISES.get(name)):
        view = play.stage
        stage.show_view(view)
        assert_not_clipped(stage)
        found = sizes(stage, view.speaker_text, view.listener_text, view.both_text)
        # Words that were picked stand on both sides, under what was asked of whoever picks.
        assert len(found) == (1 if view.holder is None or view.words else 2), play.step
        assert min(found) >= LEAST, play.step


@pytest.mark.parametrize("name", EXERCISES.ids())
def test_nothing_is_cut_in_a_small_window(show_stage: StageMaker, name: str) -> None:
    stage = show_stage(SPEAK, 720, 480)
    for play in each_stop(EXERCISES.get(name)):
        stage.show_view(play.stage)
        assert_not_clipped(stage)
