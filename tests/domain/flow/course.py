"""A session that is played by hand, one event after the other."""

from collections.abc import Callable
from typing import Any

import pytest

from desktop.content.library import Library
from desktop.domain.errors import MoveRefusedError
from desktop.domain.exercise.format import (
    Exercise,
    StepKind,
)
from desktop.domain.flow import events as ev
from desktop.domain.flow.advance import advance
from desktop.domain.flow.present import console_view, stage_view
from desktop.domain.flow.state import EMPTY, Run
from desktop.domain.flow.views import ConsoleView, StageView
from desktop.domain.people import Partner

SECOND = 1000
MINUTE = 60 * SECOND
NOON = 1_795_435_200_000
"""When each course begins: 23 November 2026, 12:00 UTC."""

A, B = Partner.A, Partner.B
MakeEvent = Callable[..., ev.AnyEvent]

BUILT_IN = Library().exercises.get("speaker-and-listener")


class Course:
    """A session with Ana and Ben, and the clocks of the room."""

    def __init__(
        self, exercise: Exercise | None = BUILT_IN, first: Partner = A, topic: str = "the move"
    ) -> None:
        self.events: list[ev.AnyEvent] = []
        self.state = EMPTY
        self.wall = NOON
        self.run_time = 0
        self.happen(ev.SessionBegan, name_a="Ana", name_b="Ben", topic=topic)
        if exercise is not None:
            self.happen(ev.ExerciseBegan, exercise=exercise, first=first)

    def wait(self, seconds: float) -> "Course":
        """Let time pass on both clocks."""
        self.wall += round(seconds * SECOND)
        self.run_time += round(seconds * SECOND)
        return self

    def away(self, seconds: float) -> "Course":
        """Let time pass while the app is closed or the machine asleep."""
        self.wall += round(seconds * SECOND)
        return self

    @property
    def now(self) -> ev.Stamp:
        return ev.Stamp(self.wall, self.run_time)

    def event(self, kind: MakeEvent, **facts: Any) -> ev.AnyEvent:
        return kind(**{"id": f"e{len(self.events)}", "at": self.now, **facts})

    def happen(self, kind: MakeEvent, **facts: Any) -> "Course":
        event = self.event(kind, **facts)
        self.state = advance(self.state, event)
        self.events.append(event)
        return self

    def refused(self, kind: MakeEvent, **facts: Any) -> str:
        """Why something can't happen now."""
        with pytest.raises(MoveRefusedError) as refusal:
            advance(self.state, self.event(kind, **facts))
        return refusal.value.reason

    def undo(self) -> "Course":
        return self.happen(ev.Undone, event_id=self.state.past[-1].event_id)

    def move(self, move: ev.GuideMove) -> "Course":
        return self.happen(ev.GuideMoved, move=move)

    def next(self) -> "Course":
        return self.happen(ev.StepFinished)

    def yes(self) -> "Course":
        return self.happen(ev.Confirmed)

    def not_quite(self) -> "Course":
        return self.happen(ev.NotQuite)

    def more(self, more: bool) -> "Course":
        return self.happen(ev.MoreAnswered, more=more)

    def pass_floor(self) -> "Course":
        return self.happen(ev.FloorPassed)

    def to(self, step_id: str) -> "Course":
        """Go on, with a yes to each check and no to each "more", until the step is open."""
        for _ in range(50):
            if self.step == step_id:
                return self
            self.onward()
        raise AssertionError(f"the course never comes to {step_id}")

    def onward(self) -> "Course":
        """The next step of a turn in which all goes well."""
        step = self.run.step
        match step.kind if step is not None else None:
            case StepKind.CHECK:
                return self.yes()
            case StepKind.MORE:
                return self.more(False)
            case StepKind.PASS:
                return self.pass_floor()
            case _:
                return self.next()

    def to_the_end(self) -> "Course":
        while self.state.core.open_run is not None:
            self.onward()
        return self

    @property
    def run(self) -> Run:
        run = self.state.core.run
        assert run is not None
        return run

    @property
    def step(self) -> str | None:
        """The id of the open step."""
        return self.run.step.id if self.run.step is not None else None

    @property
    def spent(self) -> int:
        """Milliseconds spent in the open step up to now."""
        return self.run.clock.spent_at(self.run_time)

    @property
    def stage(self) -> StageView:
        return stage_view(self.state)

    @property
    def holder(self) -> Partner | None:
        return self.stage.holder

    @property
    def console(self) -> ConsoleView:
        return console_view(self.state, self.now)
