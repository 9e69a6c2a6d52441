"""A session read back from its events, as the record and the documents tell it."""

from collections.abc import Iterable, Sequence

import msgspec

from desktop.domain.exercise.format import StepKind, Turns
from desktop.domain.flow.advance import fold
from desktop.domain.flow.events import AnyEvent, SealedAnswer
from desktop.domain.flow.inputs import UNDERSTOOD, revealed_answers
from desktop.domain.flow.present import floor_times
from desktop.domain.flow.route import START, holder, next_turn
from desktop.domain.flow.state import CheckAnswer, Core, KeptCard, Outcome, Place, Run
from desktop.domain.people import Partner
from desktop.domain.picks import Pick


class TurnTime(msgspec.Struct, frozen=True, kw_only=True):
    """One step in one turn: how long it took in all, and how often it was "not quite".

    ``round`` is that of the part, from 0; in each a partner has one turn at most. ``confirmed``
    says that the speaker answered this check with yes.
    """

    round: int
    speaker: Partner
    milliseconds: int
    not_quite: int = 0
    confirmed: bool = False


class StepRow(msgspec.Struct, frozen=True, kw_only=True):
    """A step with its times in all the turns in which it was reached."""

    title: str
    kind: StepKind
    turns: tuple[TurnTime, ...]


class ExerciseReadout(msgspec.Struct, frozen=True, kw_only=True):
    """What was done of one exercise. ``milliseconds`` are those of all its steps."""

    title: str
    outcome: Outcome | None
    milliseconds: int
    rows: tuple[StepRow, ...]


class SessionReadout(msgspec.Struct, frozen=True, kw_only=True):
    """What happened in a session. ``began_at`` and ``ended_at`` are wall times.

    ``unknown`` holds who said "I don't know" in place of words.
    """

    name_a: str
    name_b: str
    topic: str
    began_at: int
    ended_at: int
    exercises: tuple[ExerciseReadout, ...]
    milliseconds: int
    floor_a: int
    floor_b: int
    breaks: int
    picks: tuple[Pick, ...]
    kept: tuple[KeptCard, ...]
    understood: dict[Partner, SealedAnswer] | None
    may_print: frozenset[Partner]
    unknown: frozenset[Partner] = frozenset()

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b


def read_out(events: Sequence[AnyEvent]) -> SessionReadout:
    """Read a session. Sealed answers that were never revealed are left out.

    ``events`` are all events of the session, of which there is at least one.
    """
    state = fold(events)
    core = state.core
    floor = floor_times(core, state.at.run)
    return SessionReadout(
        name_a=core.name_a,
        name_b=core.name_b,
        topic=core.topic,
        began_at=events[0].at.wall,
        ended_at=events[-1].at.wall,
        exercises=tuple(_exercise(run, state.at.run) for run in core.runs),
        milliseconds=state.at.run,
        floor_a=floor[Partner.A],
        floor_b=floor[Partner.B],
        breaks=core.breaks,
        picks=core.picks,
        kept=core.kept,
        understood=revealed_answers(core, UNDERSTOOD),
        may_print=core.may_print,
        unknown=core.unknown,
    )


def confirmed_partners(core: Core) -> frozenset[Partner]:
    """Who said "yes, that's it" as the speaker, in any exercise of the session."""
    return frozenset(
        time.holder
        for run in core.runs
        for time in run.times
        if time.answer is CheckAnswer.YES and time.holder is not None
    )


def _exercise(run: Run, now: int) -> ExerciseReadout:
    return ExerciseReadout(
        title=run.exercise.title,
        outcome=run.outcome,
        milliseconds=sum(t.milliseconds for t in run.times) + run.clock.spent_at(now),
        rows=tuple(_rows(run, now)),
    )


def _rows(run: Run, now: int) -> Iterable[StepRow]:
    """The steps that are taken in turns, each with the turns in which it was reached."""
    for number, part in enumerate(run.exercise.parts):
        if part.turns is Turns.TOGETHER:
            continue
        places = [place for place in _turns(run) if place.part == number]
        for index, step in enumerate(part.steps):
            turns = [_turn_time(run, Place(p.part, p.round, p.turn, index), now) for p in places]
            yield StepRow(
                title=step.title, kind=step.kind, turns=tuple(t for t in turns if t is not None)
            )


def _turns(run: Run) -> Iterable[Place]:
    place: Place | None = START
    while place is not None:
        yield place
        place = next_turn(run.exercise, place)


def _turn_time(run: Run, place: Place, now: int) -> TurnTime | None:
    speaker = holder(run, place)
    # A swap gives a turn to the other partner, and what was done in it goes with its speaker.
    stays = [t for t in run.times if t.holder is speaker and _same_step(t.place, place)]
    here = run.place == place
    if speaker is None or not (stays or here):
        return None
    return TurnTime(
        round=place.round,
        speaker=speaker,
        milliseconds=sum(s.milliseconds for s in stays) + (run.clock.spent_at(now) if here else 0),
        not_quite=sum(s.answer is CheckAnswer.NOT_QUITE for s in stays),
        confirmed=any(s.answer is CheckAnswer.YES for s in stays),
    )


def _same_step(a: Place, b: Place) -> bool:
    return (a.part, a.round, a.step) == (b.part, b.round, b.step)
