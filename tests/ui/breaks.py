"""A break of Ana's turn, as the screens are told of it: called at noon, for twenty minutes."""

from msgspec.structs import replace

from desktop.domain.flow.views import ReturnView, StageMode
from tests.ui.turns import MINUTE, SPEAK

NOON = 1_795_435_200_000
TIMES = tuple(NOON + minutes * MINUTE for minutes in (20, 30, 60))

_RETURN = ReturnView(times=TIMES, earliest=TIMES[0], latest=NOON + 24 * 60 * MINUTE)

BREAK = replace(
    SPEAK, mode=StageMode.BREAK, back_at=TIMES[0], can_extend=True, returning=_RETURN, timer=None
)
"""Nothing was agreed on yet."""

AGREED = replace(BREAK, returning=replace(_RETURN, agreed=True))

SETTLE = replace(
    BREAK,
    settle=True,
    back_at=NOON + 5 * MINUTE,
    returning=ReturnView(times=tuple(NOON + minutes * MINUTE for minutes in (1, 3, 5, 10))),
)

NOT_YET = replace(BREAK, mode=StageMode.RETURN, returning=replace(_RETURN, asked=True))
"""Somebody came back before the time."""

READY = replace(NOT_YET, returning=replace(_RETURN, asked=True, early=False))
"""The time has come."""

READY_AGAIN = replace(READY, can_extend=False)
"""It has come a second time."""
