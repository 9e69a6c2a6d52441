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
    """Stop where they are until an agreed clock time."""
    run, _ = active(core)
    _within_bounds(event.pause, event.until, at)
    still = with_run(core, replace(run, clock=run.clock.stopped(at.run)))
    return replace(
        still,
        pause=Pause(kind=event.pause, until=event.until),
        breaks=core.breaks + (event.pause is BreakKind.BREAK),
    )


def extend_break(core: Core, until: int, at: Stamp) -> Core:
    """Agree on a later time of return, once."""
    if core.pause is None:
        raise refuse(Refusal.NOT_ON_BREAK)
    if core.pause.extended:
        raise refuse(Refusal.ALREADY_EXTENDED)
    if until <= core.pause.until:
        raise refuse(Refusal.RETURN_TIME)
    _within_bounds(core.pause.kind, until, at)
    return replace(core, pause=replace(core.pause, until=until, extended=True))


def end_break(core: Core, now: int) -> Core:
    """Both are back, at the step they had left."""
    if core.pause is None:
        raise refuse(Refusal.NOT_ON_BREAK)
    core = replace(core, pause=None)
    run, _ = active(core)
    return core if core.paused else with_run(core, replace(run, clock=run.clock.going(now)))


def _within_bounds(kind: BreakKind, until: int, at: Stamp) -> None:
    least, most = BOUNDS[kind]
    if not least - SLACK <= until - at.wall <= most + SLACK:
        raise refuse(Refusal.RETURN_TIME)
