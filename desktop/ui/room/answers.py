"""Which event a wish of somebody in the room stands for."""

from collections.abc import Callable
from typing import Final

from desktop.domain.exercise.format import StepKind
from desktop.domain.flow.events import (
    AnyEvent,
    BreakCalled,
    BreakEnded,
    BreakExtended,
    BreakKind,
    CardKept,
    CardPutAway,
    Confirmed,
    EntryConfirmed,
    FloorPassed,
    GuideMove,
    GuideMoved,
    HandedOver,
    MoreAnswered,
    NotQuite,
    Paused,
    Resumed,
    ReturnAsked,
    ReturnPutOff,
    Stamp,
    StepFinished,
    TimeAdded,
)
from desktop.domain.flow.handover import who_answers
from desktop.domain.flow.lengths import to_give_back
from desktop.domain.flow.returning import USUAL, has_come, return_after
from desktop.domain.flow.state import State
from desktop.domain.flow.steps import asked_item
from desktop.ui.stage.asks import Ask

MINUTE: Final = 60_000

Answer = Callable[[State, str, Stamp], AnyEvent]


def event_for(ask: Ask, state: State, id: str, at: Stamp) -> AnyEvent:
    """The event for a wish. A wish that concerns no event, such as the wheel, raises KeyError."""
    return _ANSWERS[ask](state, id, at)


def _next(state: State, id: str, at: Stamp) -> AnyEvent:
    """On a presenter's remote there is one key for "on", so at the pass step it passes."""
    run = state.core.open_run
    if run is not None and run.step is not None and run.step.kind is StepKind.PASS:
        return FloorPassed(id=id, at=at)
    return StepFinished(id=id, at=at)


def _entry(state: State, id: str, at: Stamp) -> AnyEvent:
    run = state.core.open_run
    if run is None or not run.entry:
        return StepFinished(id=id, at=at)
    return EntryConfirmed(id=id, at=at, gate=run.entry[0])


def _later(state: State, id: str, at: Stamp) -> AnyEvent:
    """Asked before the agreed time, "not yet" keeps it; afterwards it is as long again from now."""
    pause = state.core.pause
    if pause is not None and pause.asked and not has_come(pause, at.wall):
        return ReturnPutOff(id=id, at=at)
    length = USUAL[pause.kind if pause is not None else BreakKind.BREAK]
    return BreakExtended(id=id, at=at, until=return_after(at.wall, length))


def _give_back(state: State, id: str, at: Stamp) -> AnyEvent:
    """As much as the other one took more in this step."""
    run = state.core.open_run
    return TimeAdded(id=id, at=at, milliseconds=to_give_back(run) if run is not None else 0)


def _pause(kind: BreakKind) -> Answer:
    return lambda _, id, at: BreakCalled(
        id=id, at=at, pause=kind, until=return_after(at.wall, USUAL[kind])
    )


def _guide(move: GuideMove) -> Answer:
    return lambda _, id, at: GuideMoved(id=id, at=at, move=move)


def _hand_over(number: int) -> Answer:
    """Give the laptop to whoever is to answer first, or turned round to the other one."""

    def answer(state: State, id: str, at: Stamp) -> AnyEvent:
        partners = who_answers(state.core)
        partner = partners[number] if number < len(partners) else None
        return HandedOver(id=id, at=at, item=asked_item(state.core) or "", partner=partner)

    return answer


_ANSWERS: Final[dict[Ask, Answer]] = {
    Ask.ENTRY_YES: _entry,
    Ask.CONFIRM: lambda _, id, at: Confirmed(id=id, at=at),
    Ask.NOT_QUITE: lambda _, id, at: NotQuite(id=id, at=at),
    Ask.MORE: lambda _, id, at: MoreAnswered(id=id, at=at, more=True),
    Ask.NO_MORE: lambda _, id, at: MoreAnswered(id=id, at=at, more=False),
    Ask.PASS_FLOOR: lambda _, id, at: FloorPassed(id=id, at=at),
    Ask.NEXT_STEP: _next,
    Ask.BACK: _guide(GuideMove.BACK),
    Ask.SMALLER_PIECE: _guide(GuideMove.SMALLER_PIECE),
    Ask.SKIP: _guide(GuideMove.SKIP),
    Ask.SWAP: _guide(GuideMove.SWAP),
    Ask.END: _guide(GuideMove.END),
    Ask.PAUSE: lambda _, id, at: Paused(id=id, at=at),
    Ask.RESUME: lambda _, id, at: Resumed(id=id, at=at),
    Ask.ADD_MINUTE: lambda _, id, at: TimeAdded(id=id, at=at, milliseconds=MINUTE),
    Ask.TAKE_MINUTE: lambda _, id, at: TimeAdded(id=id, at=at, milliseconds=-MINUTE),
    Ask.GIVE_BACK: _give_back,
    Ask.BREAK: _pause(BreakKind.BREAK),
    Ask.SETTLE: _pause(BreakKind.SETTLE),
    Ask.RETURN: lambda _, id, at: ReturnAsked(id=id, at=at),
    Ask.BOTH_READY: lambda _, id, at: BreakEnded(id=id, at=at),
    Ask.LATER_RETURN: _later,
    Ask.HAND_OVER: _hand_over(0),
    Ask.TURN_ROUND: _hand_over(1),
    Ask.KEEP_CARD: lambda _, id, at: CardKept(id=id, at=at),
    Ask.PUT_CARD_AWAY: lambda _, id, at: CardPutAway(id=id, at=at),
}
