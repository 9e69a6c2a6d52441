"""Random sound exercises and random events, for the tests of the engine."""

from typing import Any, TypedDict

from hypothesis import strategies as st

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.checker import SEALED_KINDS, check_exercise
from desktop.domain.exercise.format import (
    Actor,
    EntryGate,
    Exercise,
    Part,
    StageText,
    Step,
    StepKind,
    Timer,
    Turns,
)
from desktop.domain.flow import events as ev
from desktop.domain.flow.inputs import UNDERSTOOD
from desktop.domain.flow.lengths import timed_steps
from desktop.domain.flow.state import State
from desktop.domain.flow.steps import asked_item, sealed_item
from desktop.domain.people import Partner
from tests.exercises import a_step, an_exercise

TEXT = StageText(speaker="{speaker}: {topic}", listener="to {speaker}", both="both")
TOGETHER = StageText(both="both")

TIMERS = st.one_of(
    st.none(),
    st.just(Timer(kind="open")),
    st.builds(Timer, kind=st.sampled_from(["soft", "hard"]), seconds=st.integers(1, 300)),
)

PLAIN = {
    StepKind.SPEAK: Actor.SPEAKER,
    StepKind.MIRROR: Actor.LISTENER,
    StepKind.VALIDATE: Actor.LISTENER,
    StepKind.WRITE: Actor.SPEAKER,
    StepKind.BREATHE: Actor.BOTH,
    StepKind.SILENCE: Actor.BOTH,
}


def step(number: int, kind: StepKind, actor: Actor, **more: Any) -> Step:
    return a_step(f"s{number}", kind, actor, title=kind.value, **{"text": TEXT, **more})


NEEDED: dict[StepKind, dict[str, Any]] = {
    StepKind.CHOOSE: {"choices": ("hidden-marker", "other")},
    StepKind.CARD: {"deck": "d"},
}
"""What some kinds of steps can't do without."""


@st.composite
def turn_steps(draw: st.DrawFn, base: int, gated: bool) -> tuple[Step, ...]:
    """Plain steps; in a gated part a check, perhaps "more?", perhaps a step after, and a pass."""
    kinds = draw(st.lists(st.sampled_from(list(PLAIN)), min_size=1, max_size=3))
    steps = [step(base + i, k, PLAIN[k], timer=draw(TIMERS)) for i, k in enumerate(kinds)]
    if draw(st.booleans()):
        kind = draw(st.sampled_from(sorted(SEALED_KINDS)))
        steps.append(step(base + len(steps), kind, Actor.BOTH, sealed=True, **NEEDED.get(kind, {})))
    written = [s.id for s in steps if s.kind is StepKind.WRITE and not s.sealed]
    if written and draw(st.booleans()):
        chosen = step(base + len(steps), StepKind.CHOOSE, Actor.LISTENER, choices_from=written[0])
        steps.append(chosen)
    if draw(st.booleans()):
        same = step(base + len(steps), StepKind.CARD, Actor.SPEAKER, deck="d", same_card=True)
        steps.append(same)
    if gated:
        back = draw(st.sampled_from(steps)).id
        steps.append(step(base + len(steps), StepKind.CHECK, Actor.SPEAKER, back_to=back))
        if draw(st.booleans()):
            again = draw(st.sampled_from(steps)).id
            steps.append(step(base + len(steps), StepKind.MORE, Actor.SPEAKER, back_to=again))
        if draw(st.booleans()):
            steps.append(step(base + len(steps), StepKind.VALIDATE, Actor.LISTENER))
    if draw(st.booleans()):
        steps.append(step(base + len(steps), StepKind.PASS, Actor.SPEAKER))
    return tuple(steps)


@st.composite
def parts(draw: st.DrawFn, number: int) -> Part:
    turns = draw(st.sampled_from([Turns.EACH, Turns.EACH, Turns.TOGETHER]))
    base = number * 100
    if turns is Turns.TOGETHER:
        kind = draw(st.sampled_from([StepKind.TALK, StepKind.BREATHE]))
        steps = (step(base, kind, Actor.BOTH, timer=draw(TIMERS), text=TOGETHER),)
        gated = False
    else:
        gated = draw(st.booleans())
        steps = draw(turn_steps(base, gated))
    rounds = draw(st.integers(1, 3))
    alternate = turns is Turns.EACH and rounds > 1 and draw(st.booleans())
    return Part(
        id=f"p{number}",
        title="Part",
        turns=turns,
        steps=steps,
        rounds=rounds,
        gated=gated,
        alternate=alternate,
    )


@st.composite
def exercises(draw: st.DrawFn) -> Exercise:
    count = draw(st.integers(1, 3))
    gates = st.lists(st.sampled_from([EntryGate.CALM, EntryGate.SCREENING]), unique=True)
    exercise = an_exercise(
        *(draw(parts(number)) for number in range(count)), entry=tuple(draw(gates))
    )
    assert check_exercise(exercise) == ()
    return exercise


def _word(*ids: str) -> ev.ShownWord:
    return ev.ShownWord(path=WordPath(ids, ids), family_label=ids[0])


CARD = ev.ShownCard(deck_id="d", deck_title="D", id="c", text="?")
PLANNED = ev.PlannedExercise(id="small", title="Small")
MINUTE = 60_000


COVERED = "hidden-marker"
"""Stands in every covered answer that can hold a word."""

RATING = 4


def covered_answer(kind: StepKind | None, item: str) -> ev.SealedAnswer:
    """An answer that fits a step; a text tells which question it belongs to."""
    match kind:
        case StepKind.WRITE | StepKind.CARD:
            return f"{COVERED} {item}"
        case StepKind.RATE | None:
            return RATING
        case StepKind.WHEEL:
            return (ev.ChosenWord(word=_word(COVERED), intensity=2),)
        case _:
            return COVERED


class Head(TypedDict):
    """What every event has."""

    id: str
    at: ev.Stamp


def candidates(state: State, name: str, at: ev.Stamp) -> list[ev.AnyEvent]:
    """One event of each kind and kind of value, whether it can happen now or not."""
    step = state.core.open_run.step if state.core.open_run else None
    item = sealed_item(state.core) or UNDERSTOOD
    asked = asked_item(state.core) or ""
    head = Head(id=name, at=at)
    stepping: list[ev.AnyEvent] = [
        ev.StepFinished(**head),
        ev.Confirmed(**head),
        ev.NotQuite(**head),
        ev.MoreAnswered(**head, more=True),
        ev.MoreAnswered(**head, more=False),
        ev.FloorPassed(**head),
        ev.TimeRanOut(**head),
        *(ev.EntryConfirmed(**head, gate=gate) for gate in EntryGate),
        *(
            ev.Sealed(**head, item=item, partner=p, answer=covered_answer(step and step.kind, item))
            for p in Partner
        ),
        ev.Revealed(**head, item=item),
        *(ev.HandedOver(**head, item=asked, partner=p) for p in (*Partner, None)),
    ]
    others: list[ev.AnyEvent] = [
        *(ev.GuideMoved(**head, move=move) for move in ev.GuideMove if move != "end"),
        ev.SealAbandoned(**head, item=item),
        ev.Paused(**head),
        ev.Resumed(**head),
        ev.TimeAdded(**head, milliseconds=MINUTE),
        ev.TimeAdded(**head, milliseconds=-MINUTE),
        *lengths(state, head),
        ev.EqualTimeChosen(**head, on=True),
        ev.EqualTimeChosen(**head, on=False),
        ev.BreakCalled(**head, pause=ev.BreakKind.BREAK, until=at.wall + 30 * MINUTE),
        ev.BreakCalled(**head, pause=ev.BreakKind.SETTLE, until=at.wall + 5 * MINUTE),
        *(ev.ReturnAgreed(**head, until=at.wall + m * MINUTE) for m in (1, 5, 30, 600)),
        ev.ReturnAsked(**head),
        ev.ReturnPutOff(**head),
        ev.BreakExtended(**head, until=at.wall + 60 * MINUTE),
        ev.BreakEnded(**head),
        ev.WordPicked(**head, partner=Partner.A, word=_word("sad", "hurt"), intensity=2),
        ev.WordPicked(**head, partner=Partner.A, word=_word("sad"), intensity=5),
        ev.WordPicked(**head, partner=Partner.B, word=_word("sad", "hurt", "stung")),
        ev.WordDropped(**head, partner=Partner.A, path="sad"),
        ev.WordsCleared(**head, partner=Partner.A),
        *(ev.NotKnown(**head, partner=p) for p in Partner),
        ev.CardDrawn(**head, card=CARD, partner=Partner.B),
        ev.CardKept(**head),
        ev.CardPutAway(**head),
        ev.AgendaChosen(**head, exercises=(PLANNED, PLANNED)),
        ev.AgendaChosen(**head, exercises=()),
        ev.Written(**head, partner=Partner.A, step_id=step.id if step else "", text="words"),
        ev.TakeawayTicked(**head, partner=Partner.A, may_print=True),
        ev.Undone(**head, event_id=state.past[-1].event_id if state.past else ""),
    ]
    return [*stepping, *others, *stepping, *stepping]


def lengths(state: State, head: Head) -> list[ev.AnyEvent]:
    """Other lengths for the open step and for the first timed one, for one speaker and for both."""
    run = state.core.open_run
    if run is None:
        return []
    ids = [step.id for step in [run.step] if step is not None]
    ids += [step.step_id for step in timed_steps(run)[:1]]
    return [
        ev.LengthSet(**head, step_id=step_id, speaker=speaker, milliseconds=length)
        for step_id in ids
        for speaker, length in ((Partner.A, 5 * MINUTE), (Partner.B, MINUTE), (None, MINUTE // 2))
    ]


CHOICES = st.lists(st.integers(0, 200), min_size=20, max_size=60)
"""Which candidate is tried first at each moment of a course of events."""
