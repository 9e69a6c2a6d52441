"""What must be read can be read from where people sit.

The target is that of the visual language: a capital letter seen at 16 minutes of arc.
"""

import math
from dataclasses import replace
from functools import cache
from typing import NamedTuple

import pytest
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from desktop.content.library import Library
from desktop.domain.flow.advance import advance, fold
from desktop.domain.flow.events import (
    AnyEvent,
    ExerciseBegan,
    GuideMove,
    GuideMoved,
    SessionBegan,
    Stamp,
)
from desktop.domain.flow.present import stage_view
from desktop.domain.flow.views import StageMode, StageView
from desktop.domain.people import Partner
from desktop.ui.stage.stage import StageWidget
from desktop.ui.stage.text import StageText
from desktop.ui.theme.look import STAGE_SIZES, Look

TARGET = 16.0
MM_PER_INCH = 25.4
AT = Stamp(0, 0)


class Display(NamedTuple):
    """A display: its diagonal in inches, and its logical pixels."""

    inches: float
    wide: int
    high: int

    @property
    def mm_per_px(self) -> float:
        return self.inches * MM_PER_INCH / math.hypot(self.wide, self.high)


WALL = Display(24, 1920, 1080)
BIG = Display(43, 1920, 1080)
LAPTOP = Display(14, 1440, 900)


@cache
def turns() -> tuple[StageView, ...]:
    """What the stage shows in each step of both turns of the exercise."""
    exercise = Library().exercises.get("speaker-and-listener")
    begun: list[AnyEvent] = [
        SessionBegan(id="0", at=AT, name_a="Ana", name_b="Ben", topic="the move"),
        ExerciseBegan(id="1", at=AT, exercise=exercise, first=Partner.A),
    ]
    state, views = fold(begun), list[StageView]()
    while state.core.open_run is not None:
        view = stage_view(state)
        if view.mode is StageMode.TURN:
            views.append(view)
        state = advance(state, GuideMoved(id=str(len(views)), at=AT, move=GuideMove.SKIP))
    return tuple(views)


@pytest.fixture
def stage(qtbot: QtBot, look: Look) -> StageWidget:
    stage = StageWidget(look, lambda: 0)
    qtbot.addWidget(stage)
    return stage


def capital(stage: StageWidget, words: str) -> float:
    """The height in pixels of a capital letter in a text that the stage shows."""
    (text,) = (
        each
        for each in stage.findChildren(StageText)
        if each.text() == words and each.isVisibleTo(stage)
    )
    assert text.fitted is not None
    return QFontMetricsF(text.fitted.font).capHeight()


def minutes(stage: StageWidget, display: Display, words: str, metres: float) -> float:
    """How large a capital letter of a text is seen, in minutes of arc."""
    height = capital(stage, words) * display.mm_per_px
    return math.degrees(2 * math.atan(height / (2 * metres * 1000))) * 60


def show(stage: StageWidget, look: Look, view: StageView, display: Display, size: float) -> None:
    look.choose(replace(look.choice, stage_size=size))
    stage.resize(display.wide, display.high)
    stage.show_view(view)
    stage.rearrange()


def must_be_read(view: StageView) -> tuple[str, str]:
    assert view.holder is not None
    return view.name(view.holder), view.speaker_text


@pytest.mark.parametrize("view", turns(), ids=lambda view: f"{view.holder}-{view.step_title}")
@pytest.mark.parametrize("size", STAGE_SIZES)
def test_at_3_m_on_24_inches_name_and_instruction_reach_the_target(
    stage: StageWidget, look: Look, view: StageView, size: float
) -> None:
    show(stage, look, view, WALL, size)
    for words in must_be_read(view):
        assert minutes(stage, WALL, words, 3.0) >= TARGET, words


@pytest.mark.parametrize(
    ("display", "metres", "size"),
    [(WALL, 3.0, 1.5), (WALL, 2.0, 1.25), (BIG, 3.0, 1.0), (LAPTOP, 1.5, 1.0)],
)
def test_where_each_size_is_for_all_that_must_be_read_reaches_the_target(
    stage: StageWidget, look: Look, display: Display, metres: float, size: float
) -> None:
    for view in turns():
        show(stage, look, view, display, size)
        for words in must_be_read(view):
            assert minutes(stage, display, words, metres) >= TARGET, words


def test_on_a_laptop_2_m_away_all_is_read_that_needs_no_button_beside_it(
    stage: StageWidget, look: Look
) -> None:
    for view in turns():
        show(stage, look, view, LAPTOP, 1.25)
        enough = TARGET if view.pass_to is None else 14.0
        assert minutes(stage, LAPTOP, view.speaker_text, 2.0) >= enough, view.speaker_text


def test_on_a_laptop_3_m_away_one_sees_whose_floor_it_is(stage: StageWidget, look: Look) -> None:
    for view in turns():
        show(stage, look, view, LAPTOP, 1.5)
        assert minutes(stage, LAPTOP, must_be_read(view)[0], 3.0) >= TARGET


@pytest.mark.parametrize("display", [WALL, LAPTOP])
def test_the_words_grow_with_the_size_where_there_is_room(
    stage: StageWidget, look: Look, display: Display
) -> None:
    for view in turns():
        heights: list[float] = []
        for size in STAGE_SIZES:
            show(stage, look, view, display, size)
            heights.append(capital(stage, view.speaker_text))
        assert min(heights) == heights[0], "a larger size never makes words smaller"
        if view.pass_to is None and view.gate is None:  # else buttons stand below
            assert heights[-1] > 1.2 * heights[0], view.speaker_text


def test_the_stage_follows_as_soon_as_another_size_is_chosen(
    stage: StageWidget, look: Look
) -> None:
    view = turns()[0]
    show(stage, look, view, WALL, 1.0)
    before = capital(stage, view.speaker_text)
    look.choose(replace(look.choice, stage_size=1.25))
    assert capital(stage, view.speaker_text) == pytest.approx(1.25 * before, rel=0.01)
