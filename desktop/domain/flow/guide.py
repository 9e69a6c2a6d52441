"""The guide's moves: back, a smaller piece, skip, swap and end.

They are possible at any time, and always recorded.
"""

from msgspec.structs import replace

from desktop.domain.exercise.format import StepKind, Turns
from desktop.domain.flow.events import GuideMove
from desktop.domain.flow.pauses import refuse_on_break
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.route import next_step, next_turn, part_at, turn_start
from desktop.domain.flow.state import Core, Outcome, Place, Run
from desktop.domain.flow.steps import active, begin, entered, go, left, with_run


def move(core: Core, kind: GuideMove, now: int) -> Core:
    """Carry out a guide's move at a run time in milliseconds."""
    match kind:
        case GuideMove.BACK:
            return _back(core, now)
        case GuideMove.SMALLER_PIECE:
            return _smaller_piece(core, now)
        case GuideMove.SKIP:
            return _skip(core, now)
        case GuideMove.SWAP:
            return _swap(core, now)
        case GuideMove.END:
            return _end(core, now)


def _back(core: Core, now: int) -> Core:
    """To the step before, as it was; from a completed exercise to its last step."""
    refuse_on_break(core)
    run = core.run
    if run is None or not run.trail or run.outcome is Outcome.ENDED_EARLY:
        raise refuse(Refusal.NO_WAY_BACK)
    visit = run.trail[-1]
    run = replace(left(run, now), trail=run.trail[:-1], outcome=None)
    core = entered(core, run, visit.place, now)
    return with_run(core, replace(core.runs[-1], cleared=visit.cleared, not_quite=visit.not_quite))


def _smaller_piece(core: Core, now: int) -> Core:
    """To where the speaker spoke last, to say less of it; the "not quite" count from nought."""
    run, place = active(core)
    part = part_at(run.exercise, place)
    if part.turns is Turns.TOGETHER:
        raise refuse(Refusal.NO_FLOOR)
    spoken = [i for i in range(place.step + 1) if part.steps[i].kind is StepKind.SPEAK]
    target = Place(place.part, place.round, place.turn, spoken[-1] if spoken else 0)
    return go(core, target, now, answered=replace(run, cleared=False, not_quite=0))


def _skip(core: Core, now: int) -> Core:
    """Past an entry gate, or past a step; past a check the floor may pass without the yes."""
    refuse_on_break(core)
    run = core.open_run
    if run is not None and run.entry:
        return begin(with_run(core, replace(run, entry=run.entry[1:])), now)
    run, place = active(core)
    target = next_step(run.exercise, place) or next_turn(run.exercise, place)
    if run.step is not None and run.step.kind is StepKind.CHECK:
        return go(core, target, now, answered=replace(run, cleared=True, not_quite=0))
    return go(core, target, now)


def _swap(core: Core, now: int) -> Core:
    """The other partner speaks now; whose turn is broken off gets one after it."""
    run, place = active(core)
    if part_at(run.exercise, place).turns is not Turns.EACH:
        raise refuse(Refusal.NO_FLOOR)
    # The time up to now belongs to the one who had the floor, so it is written down first.
    run = left(run, now)
    if place.turn == 0:
        run = replace(run, swapped=run.swapped ^ {(place.part, place.round)})
    # The way back ends here: the steps before were done with the roles the other way round.
    run = replace(run, trail=(), cleared=False, not_quite=0)
    return entered(core, run, turn_start(place, 0), now)


def _end(core: Core, now: int) -> Core:
    """The exercise ends here, also out of a break; what was said is kept."""
    run: Run | None = core.open_run
    if run is None:
        raise refuse(Refusal.NO_STEP)
    over = replace(left(run, now), entry=(), place=None, outcome=Outcome.ENDED_EARLY)
    return with_run(replace(core, paused=False, pause=None), over)
