"""What is done when nobody has touched the computer for a while.

An exercise in progress is idle input, not an idle room: people are talking. So a running turn
keeps its stage, and only what is private is covered beside it. Where nothing runs, or where a turn
runs on and on, nobody may be there any more, and all is locked.
"""

from enum import StrEnum
from typing import Final

from desktop.domain.exercise.format import Exercise
from desktop.domain.flow.lengths import planned_in_turn
from desktop.domain.flow.route import START, holder, next_turn, part_at
from desktop.domain.flow.state import Place, Run, State

IDLE_MINUTES: Final = 5
LEAST_IDLE_MINUTES: Final = 1
MOST_IDLE_MINUTES: Final = 60

TOO_LONG: Final = 3
"""A turn that has run to so many times its length is taken for a forgotten one."""


class WhenIdle(StrEnum):
    """What is done: cover the private parts of the console, or lock all."""

    CURTAIN = "curtain"
    LOCK = "lock"


def when_idle(state: State | None, now: int) -> WhenIdle:
    """What is done when nobody has touched the computer for the idle time.

    ``state`` is that of the session on the screen, None on all other pages; ``now`` is its run
    time in ms. The answer changes while a turn runs on, so it has to be asked for again as long
    as nobody comes back.
    """
    run = _running(state)
    if run is None or run.place is None:
        return WhenIdle.LOCK
    forgotten = turn_spent(run, run.place, now) >= TOO_LONG * turn_planned(run, run.place)
    return WhenIdle.LOCK if forgotten else WhenIdle.CURTAIN


def turn_spent(run: Run, turn: Place, now: int) -> int:
    """Milliseconds that the turn at a place has taken, of whoever holds its floor now."""
    speaker = holder(run, turn)
    # After a swap the turn is another partner's, and begins anew.
    stays = [t.milliseconds for t in run.times if _same(t.place, turn) and t.holder is speaker]
    here = run.place is not None and _same(run.place, turn)
    return sum(stays) + (run.clock.spent_at(now) if here else 0)


def turn_planned(run: Run, turn: Place) -> int:
    """Milliseconds that the turn at a place is meant to take.

    They are those of its steps. Where some steps have no planned end, it is at least the turn's
    share of the usual time of the whole exercise, since an untimed step takes some time, too.
    """
    planned = _step_lengths(run, turn)
    timed = sum(length for length in planned if length is not None)
    return timed if None not in planned else max(timed, _share(run.exercise))


def _running(state: State | None) -> Run | None:
    """The exercise whose time runs now: not paused, not at a break, not before its first step."""
    if state is None or state.core.finished:
        return None
    run = state.core.open_run
    return run if run is not None and run.clock.since is not None else None


def _step_lengths(run: Run, turn: Place) -> list[int | None]:
    """The planned milliseconds of each step, as they were changed; None without a planned end."""
    count = len(part_at(run.exercise, turn).steps)
    places = [Place(turn.part, turn.round, turn.turn, index) for index in range(count)]
    lengths = [planned_in_turn(run, place) for place in places]
    if run.place is not None and _same(run.place, turn) and run.clock.planned is not None:
        lengths[run.place.step] = run.clock.planned
    return lengths


def _share(exercise: Exercise) -> int:
    """Milliseconds of one turn, were the longest usual time of the exercise shared evenly."""
    turns, place = 0, START
    while place is not None:
        turns, place = turns + 1, next_turn(exercise, place)
    return exercise.minutes[1] * 60_000 // turns


def _same(a: Place, b: Place) -> bool:
    return (a.part, a.round, a.turn) == (b.part, b.round, b.turn)
