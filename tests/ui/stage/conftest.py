"""Views of a stage, and a clock that only moves when told."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import GateView, StageMode, StageView, TimerView
from desktop.domain.people import Partner
from desktop.ui.stage.button import StageButton
from desktop.ui.stage.stage import StageWidget
from desktop.ui.theme.look import Look

MINUTE = 60_000

ViewMaker = Callable[..., StageView]
StageMaker = Callable[..., StageWidget]


@dataclass
class RunClock:
    """A run time in ms that stands still."""

    at: int = 0

    def __call__(self) -> int:
        return self.at


@pytest.fixture
def now() -> RunClock:
    return RunClock()


@pytest.fixture
def turn() -> ViewMaker:
    """Makes the view of Ana's turn, at the step "Speak" with three minutes, changed as asked."""

    def make(**changes: Any) -> StageView:
        base: dict[str, Any] = {
            "mode": StageMode.TURN,
            "name_a": "Ana",
            "name_b": "Ben",
            "topic": "the move",
            "holder": Partner.A,
            "step_kind": StepKind.SPEAK,
            "step_title": "Speak",
            "step_number": 2,
            "step_count": 6,
            "speaker_text": "Say how the move has been for you, in two or three sentences.",
            "listener_text": "Let it land. Next, you say back what you heard.",
            "hint": "You could begin: “When … , I feel …”",
            "timer": TimerView(planned=3 * MINUTE, spent=0, as_of=0, running=True),
        }
        return StageView(**{**base, **changes})

    return make


@pytest.fixture
def check(turn: ViewMaker) -> StageView:
    """Ana is asked whether Ben got it."""
    question = "Ana, did Ben get it?"
    return turn(
        step_kind=StepKind.CHECK,
        step_title="Check",
        step_number=4,
        timer=None,
        speaker_text=question,
        hint="Both answers help.",
        gate=GateView(kind=StepKind.CHECK, question=question, hint="Both answers help."),
    )


@pytest.fixture
def more(turn: ViewMaker) -> StageView:
    """Ana is asked whether there is more."""
    question = "Ana, is there more?"
    return turn(
        step_kind=StepKind.MORE,
        step_title="More?",
        step_number=5,
        timer=None,
        speaker_text=question,
        gate=GateView(kind=StepKind.MORE, question=question, hint=""),
    )


@pytest.fixture
def show_stage(qtbot: QtBot, look: Look, now: RunClock) -> StageMaker:
    """Shows a stage with a view, 1440 by 810 unless told otherwise."""

    def show(view: StageView, width: int = 1440, height: int = 810, **options: Any) -> StageWidget:
        stage = StageWidget(look, now, **options)
        qtbot.addWidget(stage)
        stage.resize(width, height)
        stage.show_view(view)
        with qtbot.waitActive(stage):
            stage.show()
            stage.activateWindow()
        return stage

    return show


ButtonFinder = Callable[[QWidget], dict[str, StageButton]]


@pytest.fixture
def buttons() -> ButtonFinder:
    """Finds the buttons of a stage that can be seen, by accessible name."""

    def find(stage: QWidget) -> dict[str, StageButton]:
        found = stage.findChildren(StageButton)
        return {button.accessibleName(): button for button in found if button.isVisible()}

    return find


@pytest.fixture
def words() -> Callable[[QWidget], list[str]]:
    """Finds what can be read on a stage, in reading order."""

    def find(stage: QWidget) -> list[str]:
        return [label.text() for label in stage.findChildren(QLabel) if label.isVisible()]

    return find
