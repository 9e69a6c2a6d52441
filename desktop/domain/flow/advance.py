"""The heart: a session is the fold of its events, and this is the step of that fold."""

from collections.abc import Callable, Iterable
from functools import reduce
from typing import Any, Final

from msgspec.structs import replace

from desktop.domain.flow import agenda, guide, handover, inputs, pauses, returning, steps, timing
from desktop.domain.flow.events import (
    AgendaChosen,
    AnyEvent,
    BreakCalled,
    BreakEnded,
    BreakExtended,
    CardDrawn,
    CardKept,
    CardPutAway,
    Confirmed,
    EntryConfirmed,
    EqualTimeChosen,
    ExerciseBegan,
    FloorPassed,
    GuideMove,
    GuideMoved,
    HandedOver,
    LengthSet,
    MoreAnswered,
    NotKnown,
    NotQuite,
    Paused,
    Resumed,
    ReturnAgreed,
    ReturnAsked,
    ReturnPutOff,
    Revealed,
    SealAbandoned,
    Sealed,
    SessionBegan,
    SessionFinished,
    Stamp,
    StepFinished,
    TakeawayTicked,
    TimeAdded,
    TimeRanOut,
    Undone,
    WordDropped,
    WordPicked,
    WordsCleared,
    Written,
    kind_of,
)
from desktop.domain.flow.refusals import Refusal, refuse
from desktop.domain.flow.state import EMPTY, Core, Past, Run, State

UNDO_DEPTH: Final = 50
"""How many events can be undone one after the other."""

BARRIERS: Final = frozenset(
    {
        SessionBegan,
        ExerciseBegan,
        BreakCalled,
        BreakExtended,
        BreakEnded,
        ReturnAgreed,
        ReturnAsked,
        ReturnPutOff,
        HandedOver,
        Sealed,
        Revealed,
        SealAbandoned,
        SessionFinished,
    }
)
"""Events that can't be undone, nor anything before them: what was shown can't be unseen.

Nor can any other that did away with a covered answer: it is deleted, and never comes back.
"""


def advance(state: State, event: AnyEvent) -> State:
    """The state after one more event.

    Raises:
        MoveRefusedError: the event can't happen now; the state stays as it was.
    """
    # A stamp before the last one would make a step's time negative.
    at = Stamp(event.at.wall, max(event.at.run, state.at.run))
    if isinstance(event, Undone):
        return _undo(state, event, at)
    if state.core.finished:
        raise refuse(Refusal.FINISHED)
    if not state.core.began and not isinstance(event, SessionBegan):
        raise refuse(Refusal.NOT_BEGUN)
    kind = type(event)
    core = handover.settle(state.core, _HANDLERS[kind](state.core, event, at))
    final = kind in BARRIERS or handover.withdrawn(state.core, core)
    past = () if final else (*state.past, Past(event.id, kind_of(event), state.core))
    return State(core=core, past=past[-UNDO_DEPTH:], at=at)


def fold(events: Iterable[AnyEvent], start: State = EMPTY) -> State:
    """The state after a list of events."""
    return reduce(advance, events, start)


def _undo(state: State, event: Undone, at: Stamp) -> State:
    if not state.past or state.past[-1].event_id != event.event_id or state.core.finished:
        raise refuse(Refusal.NOTHING_TO_UNDO)
    return State(core=state.past[-1].before, past=state.past[:-1], at=at)


def _began(core: Core, event: SessionBegan, _at: Stamp) -> Core:
    if core.began:
        raise refuse(Refusal.ALREADY_BEGUN)
    return replace(core, began=True, name_a=event.name_a, name_b=event.name_b, topic=event.topic)


def _exercise_began(core: Core, event: ExerciseBegan, at: Stamp) -> Core:
    if core.open_run is not None:
        raise refuse(Refusal.EXERCISE_OPEN)
    run = Run(
        exercise=event.exercise,
        first=event.first,
        entry=event.exercise.entry,
        equal_time=core.run is not None and core.run.equal_time,
    )
    core = agenda.begun(core, event.exercise.id)
    return steps.begin(replace(core, runs=(*core.runs, run)), at.run)


def _entry_confirmed(core: Core, event: EntryConfirmed, at: Stamp) -> Core:
    pauses.refuse_on_break(core)
    run = core.open_run
    if run is None or event.gate not in run.entry:
        raise refuse(Refusal.NO_SUCH_GATE)
    left = tuple(gate for gate in run.entry if gate is not event.gate)
    return steps.begin(steps.with_run(core, replace(run, entry=left)), at.run)


def _finished(core: Core, _event: SessionFinished, at: Stamp) -> Core:
    if core.open_run is not None:
        core = guide.move(core, GuideMove.END, at.run)
    return replace(core, finished=True)


# Each handler gets the event of its own kind; the table is what ties the two together.
_HANDLERS: Final[dict[type, Callable[[Core, Any, Stamp], Core]]] = {
    SessionBegan: _began,
    ExerciseBegan: _exercise_began,
    AgendaChosen: lambda core, event, _: agenda.choose(core, event),
    EntryConfirmed: _entry_confirmed,
    StepFinished: lambda core, _, at: steps.finish_step(core, at.run),
    FloorPassed: lambda core, _, at: steps.pass_floor(core, at.run),
    Confirmed: lambda core, _, at: steps.confirm(core, at.run),
    NotQuite: lambda core, _, at: steps.not_quite(core, at.run),
    MoreAnswered: lambda core, event, at: steps.answer_more(core, event.more, at.run),
    TimeRanOut: lambda core, _, at: steps.run_out(core, at.run),
    GuideMoved: lambda core, event, at: guide.move(core, event.move, at.run),
    Paused: lambda core, _, at: pauses.pause(core, at.run),
    Resumed: lambda core, _, at: pauses.resume(core, at.run),
    TimeAdded: lambda core, event, at: timing.add_time(core, event.milliseconds, at.run),
    LengthSet: lambda core, event, at: timing.set_length(core, event, at.run),
    EqualTimeChosen: lambda core, event, at: timing.choose_equal_time(core, event.on, at.run),
    BreakCalled: pauses.call_break,
    ReturnAgreed: lambda core, event, at: returning.agree(core, event.until, at),
    ReturnAsked: lambda core, _, __: returning.ask(core),
    ReturnPutOff: lambda core, _, at: returning.put_off(core, at),
    BreakExtended: lambda core, event, at: pauses.extend_break(core, event.until, at),
    BreakEnded: lambda core, _, at: pauses.end_break(core, at.run),
    WordPicked: lambda core, event, _: inputs.pick_word(core, event),
    WordDropped: lambda core, event, _: inputs.drop_word(core, event),
    WordsCleared: lambda core, event, _: inputs.clear_words(core, event),
    NotKnown: lambda core, event, _: inputs.say_not_known(core, event),
    CardDrawn: lambda core, event, _: inputs.draw_card(core, event),
    CardKept: lambda core, _, __: inputs.keep_card(core),
    CardPutAway: lambda core, _, __: inputs.put_card_away(core),
    HandedOver: lambda core, event, _: handover.hand_over(core, event),
    Written: lambda core, event, _: handover.write(core, event),
    Sealed: lambda core, event, _: handover.seal(core, event),
    Revealed: lambda core, event, _: handover.reveal(core, event),
    SealAbandoned: lambda core, event, _: handover.abandon(core, event),
    TakeawayTicked: lambda core, event, _: inputs.tick_takeaway(core, event),
    SessionFinished: _finished,
}
