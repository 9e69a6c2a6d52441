"""Time that stands still: pause, break and settle pause. Run times are in milliseconds."""

from typing import Final

from msgspec.structs import replace

from desktop.domain.flow.events import BreakCalled, BreakKind, Stamp
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.state import Core, Pause
from desktop.domain.flow.steps import active, with_run

MINUTE: Final = 60_000
BOUNDS: Final = {
    BreakKind.BREAK: (20 * MINUTE, 24 * 60 * MINUTE),
    BreakKind.SETTLE: (MINUTE, 10 * MINUTE),
}
"""The shortest and the longest of each kind, in milliseconds."""

SLACK: Final = MINUTE
"""How far an agreed clock time may lie outside the bounds, since times are agreed in minutes."""


def pause(core: Core, now: int) -> Core:
    """Stop the timer."""
    if core.paused:
        raise refuse(Refusal.PAUSED)
    run, _ = active(core)
    return with_run(replace(core, paused=True), replace(run, clock=run.clock.stopped(now)))


def resume(core: Core, now: int) -> Core:
    """Let the timer go on."""
    if not core.paused:
        raise refuse(Refusal.NOT_PAUSED)
    run, _ = active(core)
    return with_run(replace(core, paused=False), replace(run, clock=run.clock.going(now)))


def call_break(core: Core, event: BreakCalled, at: Stamp) -> Core:
    """Stop where they are, at a step or before the first one, until an agreed clock time."""
    refuse_on_break(core)
    run = core.open_run
    if run is None:
        raise refuse(Refusal.NO_STEP)
    if not fits(event.pause, event.until - at.wall):
        raise refuse(Refusal.RETURN_TIME)
    still = with_run(core, replace(run, clock=run.clock.stopped(at.run)))
    return replace(
        still,
        pause=Pause(kind=event.pause, until=event.until, since=at.wall),
        breaks=core.breaks + (event.pause is BreakKind.BREAK),
    )


def extend_break(core: Core, until: int, at: Stamp) -> Core:
    """Agree on a later time of return, once.

    Asked whether they are ready, people mean a time from now on, whatever the clock told before.
    """
    pause = going_on(core)
    if pause.extended:
        raise refuse(Refusal.ALREADY_EXTENDED)
    too_early = until <= pause.until and not pause.asked
    if too_early or not fits(pause.kind, until - at.wall):
        raise refuse(Refusal.RETURN_TIME)
    later = Pause(kind=pause.kind, until=until, since=at.wall, extended=True)
    return replace(core, pause=later)


def end_break(core: Core, now: int) -> Core:
    """Both are back, where they had left."""
    going_on(core)
    core = replace(core, pause=None)
    run = core.open_run
    if core.paused or run is None or run.place is None:
        return core
    return with_run(core, replace(run, clock=run.clock.going(now)))


def going_on(core: Core) -> Pause:
    """The break that is going on; refuses where there is none."""
    if core.pause is None:
        raise refuse(Refusal.NOT_ON_BREAK)
    return core.pause


def refuse_on_break(core: Core) -> None:
    """Refuses while a break is going on."""
    if core.pause is not None:
        raise refuse(Refusal.ON_BREAK)


def fits(kind: BreakKind, length: int) -> bool:
    """Whether a break may be so long, in ms."""
    least, most = BOUNDS[kind]
    return least - SLACK <= length <= most + SLACK
