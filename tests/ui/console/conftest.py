"""Views of a console, and rooms that are shown in a window."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.views import (
    ConsoleView,
    GateView,
    Moves,
    StageMode,
    StageView,
    StepLine,
    StepState,
    TimerView,
)
from desktop.domain.people import Partner
from desktop.ui.console.console import Console
from desktop.ui.console.home_room import HomeRoom
from desktop.ui.theme.look import Look

MINUTE = 60_000

StageViewMaker = Callable[..., StageView]
ConsoleViewMaker = Callable[..., ConsoleView]
ButtonFinder = Callable[[QWidget], dict[str, QAbstractButton]]


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
def stage_view() -> StageViewMaker:
    """Makes the view of Ana's turn at the step "Speak", changed as asked."""

    def make(**changes: Any) -> StageView:
        base: dict[str, Any] = {
            "mode": StageMode.TURN,
            "name_a": "Ana",
            "name_b": "Ben",
            "exercise_title": "Speaker and listener",
            "holder": Partner.A,
            "step_kind": StepKind.SPEAK,
            "step_title": "Speak",
            "step_number": 2,
            "step_count": 6,
            "speaker_text": "Say how it was.",
            "listener_text": "Let it land.",
            "timer": TimerView(planned=3 * MINUTE, spent=0, as_of=0, running=True),
        }
        return StageView(**{**base, **changes})

    return make


STEPS = (
    StepLine(
        heading="Settle",
        turn_of=None,
        title="Settle",
        actor=(Partner.A, Partner.B),
        state=StepState.DONE,
        spent=64_000,
        planned=MINUTE,
    ),
    StepLine(
        heading="Turn one",
        turn_of=Partner.A,
        title="Speak",
        actor=(Partner.A,),
        state=StepState.NOW,
        spent=10_000,
        planned=3 * MINUTE,
    ),
    StepLine(
        heading="Turn one",
        turn_of=Partner.A,
        title="Check",
        actor=(Partner.A,),
        state=StepState.AHEAD,
        spent=0,
        planned=None,
    ),
)

FREE = Moves(
    next_step=True,
    back=True,
    pass_floor=True,
    pause=True,
    add_minute=True,
    take_break=True,
    end_exercise=True,
    skip=True,
    swap=True,
    undo=True,
    draw_card=True,
    wheel=True,
)


@pytest.fixture
def view(stage_view: StageViewMaker) -> ConsoleViewMaker:
    """Makes the view of a running turn in which everything can be had, changed as asked."""

    def make(**changes: Any) -> ConsoleView:
        base: dict[str, Any] = {
            "stage": stage_view(),
            "steps": STEPS,
            "moves": FREE,
            "floor_a": 294_000,
            "floor_b": 172_000,
            "floor_running": Partner.A,
            "guide_hint": "Small pieces.",
            "offer_smaller_piece": False,
            "so_far": 12 * MINUTE,
            "undo_kind": "step-finished",
        }
        return ConsoleView(**{**base, **changes})

    return make


@pytest.fixture
def check(view: ConsoleViewMaker, stage_view: StageViewMaker) -> ConsoleView:
    """Ana is asked whether Ben got it; the floor waits for her."""
    return view(
        stage=stage_view(
            step_kind=StepKind.CHECK,
            step_title="Check",
            timer=None,
            gate=GateView(kind=StepKind.CHECK, question="Did Ben get it?", hint=""),
        ),
        moves=Moves(confirm=True, back=True, pause=True, take_break=True, waits_for=Partner.A),
    )


@pytest.fixture
def more(view: ConsoleViewMaker, stage_view: StageViewMaker) -> ConsoleView:
    """Ana is asked whether there is more."""
    return view(
        stage=stage_view(
            step_kind=StepKind.MORE,
            step_title="More?",
            timer=None,
            gate=GateView(kind=StepKind.MORE, question="Is there more?", hint=""),
        ),
        moves=Moves(more=True, back=True, pause=True, waits_for=Partner.A),
    )


@pytest.fixture
def console(qtbot: QtBot, look: Look, now: RunClock, view: ConsoleViewMaker) -> Console:
    """A console of 1440 by 900 in a running turn; the room check is not answered yet."""
    console = Console(look, now, lambda: "14:05")
    qtbot.addWidget(console)
    console.resize(1440, 900)
    console.show_view(view())
    with qtbot.waitActive(console):
        console.show()
        console.activateWindow()
    return console


@pytest.fixture
def home(qtbot: QtBot, look: Look, now: RunClock, view: ConsoleViewMaker) -> HomeRoom:
    """A room of 1280 by 800 in a running turn."""
    home = HomeRoom(look, now)
    qtbot.addWidget(home)
    home.resize(1280, 800)
    home.show_view(view())
    with qtbot.waitActive(home):
        home.show()
        home.activateWindow()
    return home


@pytest.fixture
def buttons() -> ButtonFinder:
    """Finds the buttons that can be seen, by accessible name."""

    def find(room: QWidget) -> dict[str, QAbstractButton]:
        found = room.findChildren(QAbstractButton)
        return {button.accessibleName(): button for button in found if button.isVisible()}

    return find
