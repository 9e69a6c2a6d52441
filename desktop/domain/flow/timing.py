"""Changing how long a step takes, before it comes and while it goes on. Times are milliseconds.

Whatever is shortened, the one who speaks keeps half a minute to come to an end.
"""

from typing import Final

from msgspec.structs import replace

from desktop.domain.exercise.format import Exercise, Part, Step, Turns
from desktop.domain.flow.events import LengthSet
from desktop.domain.flow.lengths import is_timed, planned_at
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.route import holder
from desktop.domain.flow.state import Core, Run, SetLength, StepClock
from desktop.domain.flow.steps import active, with_run
from desktop.domain.people import Partner

TO_FINISH: Final = 30_000
"""What is left at least of a step that is made shorter while it goes on."""

LEAST_LENGTH: Final = 30_000
MOST_LENGTH: Final = 120 * 60_000
"""The shortest and the longest time that a step can be given."""


def add_time(core: Core, milliseconds: int, now: int) -> Core:
    """Make the planned time of this step longer, or shorter with a negative number."""
    run, _ = active(core)
    clock = run.clock
    if clock.planned is None:
        raise refuse(Refusal.NO_PLANNED_TIME)
    planned = _kept(clock, clock.planned + milliseconds, now)
    if milliseconds < 0 and planned >= clock.planned:
        raise refuse(Refusal.NO_TIME_TO_TAKE)
    added = clock.added + planned - clock.planned
    return with_run(core, replace(run, clock=replace(clock, planned=planned, added=added)))


def set_length(core: Core, event: LengthSet, now: int) -> Core:
    """Give a step of the exercise that is going on another length, in one's turns or in both's."""
    run = _open(core)
    if not LEAST_LENGTH <= event.milliseconds <= MOST_LENGTH:
        raise refuse(Refusal.LENGTH)
    part, step = _named(run.exercise, event.step_id)
    if not is_timed(step):
        raise refuse(Refusal.NO_PLANNED_TIME)
    if event.speaker is not None and not _speaks(run, part, event.speaker):
        raise refuse(Refusal.NO_SUCH_STEP)
    others = tuple(
        length
        for length in run.lengths
        if length.step_id != step.id
        or (event.speaker is not None and length.speaker is not event.speaker)
    )
    length = SetLength(step_id=step.id, speaker=event.speaker, milliseconds=event.milliseconds)
    changed = replace(run, lengths=(*others, length))
    if run.step == step and event.speaker in (None, holder(run)):
        # Who gives the open step a length means this one, and not that and a minute more.
        changed = replace(changed, clock=_replanned(changed, 0, now))
    return with_run(core, changed)


def choose_equal_time(core: Core, on: bool, now: int) -> Core:
    """Let the second speaker have at least the time of the first, or no longer so."""
    run = _open(core)
    changed = replace(run, equal_time=on)
    if run.place is not None and planned_at(run, run.place) != planned_at(changed, run.place):
        changed = replace(changed, clock=_replanned(changed, run.clock.added, now))
    return with_run(core, changed)


def _open(core: Core) -> Run:
    run = core.open_run
    if run is None:
        raise refuse(Refusal.NO_STEP)
    return run


def _replanned(run: Run, added: int, now: int) -> StepClock:
    """The clock of the open step as it is planned now, with what was added to it."""
    base = planned_at(run, run.place) if run.place is not None else None
    if base is None:
        return run.clock
    return replace(run.clock, planned=_kept(run.clock, base + added, now), added=added)


def _kept(clock: StepClock, planned: int, now: int) -> int:
    """A planned time that leaves some time to finish, but is no longer than before for that."""
    was = clock.planned or 0
    return max(planned, min(was, clock.spent_at(now) + TO_FINISH))


def _named(exercise: Exercise, step_id: str) -> tuple[Part, Step]:
    for part in exercise.parts:
        for step in part.steps:
            if step.id == step_id:
                return part, step
    raise refuse(Refusal.NO_SUCH_STEP)


def _speaks(run: Run, part: Part, partner: Partner) -> bool:
    match part.turns:
        case Turns.EACH:
            return True
        case Turns.FIRST:
            return partner is run.first
        case Turns.SECOND:
            return partner is run.first.other
        case Turns.TOGETHER:
            return False
