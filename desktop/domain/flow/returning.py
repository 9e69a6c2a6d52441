"""Coming back from a break: agreeing on a time, and asking whether both are ready.

A break is called at once with its usual length, so that nobody has to decide anything then; the
time is agreed on afterwards. All times here are wall times in ms since 1970, UTC.
"""

from typing import Final

from msgspec.structs import replace

from desktop.domain.flow.events import BreakKind, Stamp
from desktop.domain.flow.pauses import BOUNDS, MINUTE, SLACK, fits, going_on
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.state import Core, Pause
from desktop.domain.flow.views import ReturnView

USUAL: Final = {BreakKind.BREAK: 20 * MINUTE, BreakKind.SETTLE: 5 * MINUTE}
"""How long each kind lasts unless something else is agreed."""

OFFERED: Final = {
    BreakKind.BREAK: (20 * MINUTE, 30 * MINUTE, 60 * MINUTE),
    BreakKind.SETTLE: (MINUTE, 3 * MINUTE, 5 * MINUTE, 10 * MINUTE),
}
"""The lengths that can be chosen by one press."""


def agree(core: Core, until: int, at: Stamp) -> Core:
    """Both chose a time of return; it may be chosen anew until they are asked about it."""
    pause = going_on(core)
    if pause.asked:
        raise refuse(Refusal.RETURN_ASKED)
    # From now as well: where the clock was set back, the beginning lies ahead.
    if not any(fits(pause.kind, until - start) for start in (pause.since, at.wall)):
        raise refuse(Refusal.RETURN_TIME)
    return replace(core, pause=replace(pause, until=until, agreed=True))


def ask(core: Core) -> Core:
    """Ask whether both are ready, which can be done at any time of a break."""
    pause = going_on(core)
    if pause.asked:
        raise refuse(Refusal.RETURN_ASKED)
    return replace(core, pause=replace(pause, asked=True))


def put_off(core: Core, at: Stamp) -> Core:
    """Not both are ready yet: back to the break, as long as the agreed time is ahead."""
    pause = going_on(core)
    if not pause.asked:
        raise refuse(Refusal.NOT_ASKED)
    if has_come(pause, at.wall):
        raise refuse(Refusal.RETURN_TIME)
    return replace(core, pause=replace(pause, asked=False))


def has_come(pause: Pause, wall: int) -> bool:
    """Whether the agreed time has come."""
    return wall >= pause.until


def return_after(wall: int, length: int) -> int:
    """The time of return after a length: the clock shows no seconds, so it is a full minute."""
    return -(-(wall + length) // MINUTE) * MINUTE


def return_view(pause: Pause, wall: int) -> ReturnView:
    """What the screens show of a break's return at a moment."""
    start = _reckoned_from(pause, wall)
    least, most = BOUNDS[pause.kind]
    any_time = pause.kind is BreakKind.BREAK
    return ReturnView(
        asked=pause.asked,
        early=not has_come(pause, wall),
        agreed=pause.agreed and not _set_back(pause, wall),
        times=tuple(time for time in _times(pause.kind, start) if time > wall),
        earliest=return_after(start, least) if any_time else None,
        latest=start + most if any_time else None,
    )


def _reckoned_from(pause: Pause, wall: int) -> int:
    """From when the times to choose count: so long as it can be, from the break's beginning.

    Else they would change under the eyes of people who need calm.
    """
    over = _times(pause.kind, pause.since)[-1] <= wall
    return wall if over or _set_back(pause, wall) else pause.since


def _times(kind: BreakKind, start: int) -> tuple[int, ...]:
    return tuple(return_after(start, length) for length in OFFERED[kind])


def _set_back(pause: Pause, wall: int) -> bool:
    """Whether the clock was set to a time before the break."""
    return wall < pause.since - SLACK
