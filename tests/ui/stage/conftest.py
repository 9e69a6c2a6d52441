"""A stage that is shown in a window."""

from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.domain.flow.views import StageView
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look
from tests.ui.showing import show
from tests.ui.turns import RunClock

StageMaker = Callable[..., StageWidget]


@pytest.fixture
def show_stage(qtbot: QtBot, look: Look, now: RunClock) -> StageMaker:
    """Shows a stage with a view, 1440 by 810 unless told otherwise."""

    def shown(view: StageView, width: int = 1440, height: int = 810, **options: Any) -> StageWidget:
        stage = StageWidget(look, now, **options)
        stage.show_view(view)
        return show(qtbot, stage, width, height)

    return shown
