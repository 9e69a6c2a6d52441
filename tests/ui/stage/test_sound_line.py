"""What a break says about its end, with sound and without."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.domain.flow.views import StageMode, StageView
from desktop.ui.formats import Formats
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look
from tests.ui.finding import words

SOON = QDateTime.currentDateTime().addSecs(60).toMSecsSinceEpoch()
BREAK = StageView(mode=StageMode.BREAK, name_a="Ana", name_b="Ben", back_at=SOON, can_extend=True)


@pytest.fixture
def stage(qtbot: QtBot, look: Look) -> StageWidget:
    stage = StageWidget(look, lambda: 0)
    qtbot.addWidget(stage)
    stage.resize(1440, 810)
    stage.show_view(BREAK)
    stage.show()
    return stage


def line(stage: StageWidget) -> QLabel:
    (found,) = (
        label
        for label in stage.findChildren(QLabel)
        if "page" in label.text() and label.isVisible()
    )
    return found


def beside(stage: StageWidget) -> QImage:
    """The sign before the line."""
    box = line(stage).geometry()
    return stage.grab().toImage().copy(box.left() - 36, box.center().y() - 14, 30, 28)


def test_it_says_that_sound_is_off_and_follows_the_choice(stage: StageWidget, look: Look) -> None:
    assert line(stage).text().startswith("Sound is off. The page changes at ")
    silent = beside(stage)
    look.choose(replace(look.choice, plays_sounds=True))
    assert line(stage).text().startswith("A soft sound and a new page at ")
    assert beside(stage) != silent
    look.choose(replace(look.choice, plays_sounds=True, volume=0))
    assert line(stage).text().startswith("Sound is off.")


def test_it_names_the_agreed_time(stage: StageWidget) -> None:
    assert Formats().clock(SOON) in line(stage).text()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_it_stands_in_the_corner_where_lines_end(
    stage: StageWidget, direction: Qt.LayoutDirection
) -> None:
    stage.setLayoutDirection(direction)
    stage.rearrange()
    box = line(stage).geometry()
    right = direction is Qt.LayoutDirection.LeftToRight
    assert (stage.width() - box.right() < 60) if right else (box.left() < 60)
    assert stage.height() - box.bottom() < 90


def test_there_is_none_outside_a_break(stage: StageWidget) -> None:
    stage.show_view(StageView(mode=StageMode.WAITING, name_a="Ana", name_b="Ben"))
    assert not [text for text in words(stage) if "page" in text]
