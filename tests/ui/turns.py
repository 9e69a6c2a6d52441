"""Ana's turn, as stage and console are told of it, and a clock that only moves when told.

Tests change what they need with ``msgspec.structs.replace``.
"""

from dataclasses import dataclass

from msgspec.structs import replace

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

MINUTE = 60_000


@dataclass
class RunClock:
    """A run time in ms that stands still."""

    at: int = 0

    def __call__(self) -> int:
        return self.at


SPEAK = StageView(
    mode=StageMode.TURN,
    name_a="Ana",
    name_b="Ben",
    exercise_title="Speaker and listener",
    topic="the move",
    holder=Partner.A,
    step_kind=StepKind.SPEAK,
    step_title="Speak",
    step_number=2,
    step_count=6,
    speaker_text="Say how the move has been for you, in two or three sentences.",
    listener_text="Let it land. Next, you say back what you heard.",
    hint="You could begin: “When … , I feel …”",
    timer=TimerView(planned=3 * MINUTE, spent=0, as_of=0, running=True),
)
"""Ana speaks and has three minutes."""


def _asked(kind: StepKind, title: str, question: str) -> StageView:
    gate = GateView(kind=kind, question=question, hint="Both answers help.")
    return replace(
        SPEAK,
        step_kind=kind,
        step_title=title,
        step_number=4,
        speaker_text=question,
        timer=None,
        gate=gate,
    )


CHECK = _asked(StepKind.CHECK, "Check", "Ana, did Ben get it?")
MORE = _asked(StepKind.MORE, "More?", "Ana, is there more?")

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

ROOM = ConsoleView(
    stage=SPEAK,
    steps=STEPS,
    moves=Moves(
        next_step=True,
        back=True,
        pass_floor=True,
        pause=True,
        add_minute=True,
        take_minute=True,
        change_times=True,
        give_back=100_000,
        take_break=True,
        end_exercise=True,
        skip=True,
        swap=True,
        undo=True,
        draw_card=True,
        wheel=True,
        smaller_piece=True,
        agenda=True,
    ),
    floor_a=294_000,
    floor_b=172_000,
    floor_running=Partner.A,
    guide_hint="Small pieces.",
    offer_smaller_piece=False,
    so_far=12 * MINUTE,
    undo_kind="step-finished",
)
"""The same turn for whoever drives; everything can be had."""

ROOM_AT_CHECK = replace(
    ROOM,
    stage=CHECK,
    moves=Moves(confirm=True, back=True, pause=True, take_break=True, waits_for=Partner.A),
)
"""The floor waits for Ana."""

ROOM_AT_MORE = replace(
    ROOM, stage=MORE, moves=Moves(more=True, back=True, pause=True, waits_for=Partner.A)
)
