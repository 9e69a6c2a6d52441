"""Going from step to step: the rules of the floor and its gates.

Each function takes the session and the run time of the event in milliseconds, and gives the
session after it, or raises MoveRefusedError.
"""

from msgspec.structs import replace

from desktop.domain.exercise.format import StepKind, Turns
from desktop.domain.flow.choosing import choices, item_at
from desktop.domain.flow.lengths import planned_at
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.route import (
    START,
    holder,
    next_step,
    next_turn,
    part_at,
    step_named,
    turn_start,
)
from desktop.domain.flow.state import (
    CheckAnswer,
    Core,
    Outcome,
    Place,
    Run,
    StepClock,
    StepTime,
    Visit,
)

ANSWERED = frozenset({StepKind.CHECK, StepKind.MORE})
"""Steps that end with an answer of the speaker, not by moving on."""

ASKING = frozenset({StepKind.WRITE, StepKind.RATE, StepKind.CHOOSE, StepKind.WHEEL, StepKind.CARD})
"""Steps in which partners put something in."""


def active(core: Core) -> tuple[Run, Place]:
    """The open exercise and where it stands; refuses during a break and outside of steps."""
    if core.pause is not None:
        raise refuse(Refusal.ON_BREAK)
    run = core.open_run
    if run is None or run.place is None:
        raise refuse(Refusal.NO_STEP)
    return run, run.place


def with_run(core: Core, run: Run) -> Core:
    """The session with its newest exercise replaced."""
    return replace(core, runs=(*core.runs[:-1], run))


def left(run: Run, now: int, answer: CheckAnswer | None = None) -> Run:
    """The exercise with the current step's time written down and its clock at rest."""
    if run.place is None:
        return run
    time = StepTime(
        place=run.place,
        milliseconds=run.clock.spent_at(now),
        holder=holder(run),
        answer=answer,
    )
    return replace(run, times=(*run.times, time), clock=StepClock())


def entered(core: Core, run: Run, place: Place | None, now: int) -> Core:
    """The session with the exercise standing at a place, or completed when there is none."""
    if place is None:
        over = replace(run, place=None, outcome=Outcome.COMPLETED)
        return with_run(replace(core, paused=False), over)
    step = part_at(run.exercise, place).steps[place.step]
    clock = StepClock(planned_at(run, place))
    if not core.paused:
        clock = clock.going(now)
    same_turn = run.place is not None and turn_start(run.place, run.place.turn) == turn_start(
        place, place.turn
    )
    return with_run(
        core,
        replace(
            run,
            place=place,
            clock=clock,
            cleared=run.cleared and same_turn and step.kind is not StepKind.CHECK,
            not_quite=run.not_quite if same_turn else 0,
        ),
    )


def go(
    core: Core,
    target: Place | None,
    now: int,
    answer: CheckAnswer | None = None,
    answered: Run | None = None,
) -> Core:
    """Leave the current step for another, remembering the way back.

    ``answered`` is the exercise as the answer to this step has changed it; the way back leads to
    the step as it was before.
    """
    run, place = active(core)
    visit = Visit(place, run.cleared, run.not_quite)
    run = left(replace(answered or run, trail=(*run.trail, visit)), now, answer)
    return entered(core, run, target, now)


def begin(core: Core, now: int) -> Core:
    """Enter the first step, once no entry gate is open."""
    run = core.open_run
    if run is None or run.entry:
        return core
    return entered(core, run, START, now)


def asked_item(core: Core) -> str | None:
    """The name under which the answers to the open step are kept, if it asks for any.

    A choice between what was written asks for none where nothing was.
    """
    run = core.open_run
    asks = run is not None and run.step is not None and run.step.kind in ASKING
    return place_name(core) if asks else None


def place_name(core: Core) -> str | None:
    """A name for the place of the open step, which no other step of the session has."""
    run = core.open_run
    if run is None or run.place is None or run.step is None:
        return None
    if run.step.kind is StepKind.CHOOSE and not choices(core):
        return None
    return item_at(core, run, run.place, run.step.id)


def is_wheel_step(core: Core) -> bool:
    """Whether the open step is about words of the wheel."""
    run = core.open_run
    return run is not None and run.step is not None and run.step.kind is StepKind.WHEEL


def sealed_item(core: Core) -> str | None:
    """The name under which the open step's sealed answers are kept, if it asks for any."""
    run = core.open_run
    sealed = run is not None and run.step is not None and run.step.sealed
    return asked_item(core) if sealed else None


def finish_step(core: Core, now: int) -> Core:
    """Go on to the next step, over the end of the turn only where no gate stands."""
    run, place = active(core)
    step = part_at(run.exercise, place).steps[place.step]
    if step.kind in ANSWERED or step.kind is StepKind.PASS:
        raise refuse(Refusal.WAITS_FOR_SPEAKER)
    item = sealed_item(core)
    waits = item is not None and item not in core.revealed and item not in core.abandoned
    if waits or core.guess_in_hand:
        raise refuse(Refusal.WAITS_FOR_ANSWERS)
    target = next_step(run.exercise, place)
    if target is None:
        return end_turn(core, now)
    return go(core, target, now)


def end_turn(core: Core, now: int) -> Core:
    """Go over to the next turn, which a gated part allows only when the speaker said yes."""
    run, place = active(core)
    if part_at(run.exercise, place).gated and not run.cleared:
        raise refuse(Refusal.NOT_UNDERSTOOD)
    return go(core, next_turn(run.exercise, place), now)


def pass_floor(core: Core, now: int) -> Core:
    """Pass the floor on: at the end of a gated turn, or at any step of an open one."""
    run, place = active(core)
    part = part_at(run.exercise, place)
    if part.turns is Turns.TOGETHER:
        raise refuse(Refusal.NO_FLOOR)
    if part.gated:
        step = part.steps[place.step]
        if step.kind in ANSWERED or next_step(run.exercise, place) is not None:
            raise refuse(Refusal.WAITS_FOR_SPEAKER)
    return end_turn(core, now)


def confirm(core: Core, now: int) -> Core:
    """ "Yes, that's it": the gate opens."""
    run, place = _at(core, StepKind.CHECK)
    target = next_step(run.exercise, place) or next_turn(run.exercise, place)
    return go(core, target, now, CheckAnswer.YES, replace(run, cleared=True, not_quite=0))


def not_quite(core: Core, now: int) -> Core:
    """ "Not quite": back to the step that the check names."""
    run, place = _at(core, StepKind.CHECK)
    missed = replace(run, not_quite=run.not_quite + 1)
    return go(core, _back_to(run, place), now, CheckAnswer.NOT_QUITE, missed)


def answer_more(core: Core, more: bool, now: int) -> Core:
    """ "Is there more?": yes leads back to speaking, and the gate shuts again."""
    run, place = _at(core, StepKind.MORE)
    if more:
        return go(core, _back_to(run, place), now, answered=replace(run, cleared=False))
    target = next_step(run.exercise, place)
    return end_turn(core, now) if target is None else go(core, target, now)


def run_out(core: Core, now: int) -> Core:
    """The hard timer of this step has come to its end."""
    run, _ = active(core)
    step = run.step
    if step is None or step.timer is None or step.timer.kind != "hard":
        raise refuse(Refusal.NO_HARD_TIMER)
    if run.clock.planned is None or run.clock.spent_at(now) < run.clock.planned:
        raise refuse(Refusal.TIME_IS_LEFT)
    return finish_step(core, now)


def _at(core: Core, kind: StepKind) -> tuple[Run, Place]:
    run, place = active(core)
    if run.step is None or run.step.kind is not kind:
        raise refuse(Refusal.NOT_ASKED)
    return run, place


def _back_to(run: Run, place: Place) -> Place:
    step = part_at(run.exercise, place).steps[place.step]
    if step.back_to is None:
        raise refuse(Refusal.NOT_ASKED)
    return step_named(run.exercise, place, step.back_to)
