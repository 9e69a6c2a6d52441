"""How long each step is meant to take: the exercise's own times, changed ones, and equal time.

All times are milliseconds.
"""

from typing import Final

import msgspec

from desktop.domain.exercise.format import Actor, Step, Turns
from desktop.domain.flow.route import START, holder, next_turn, part_at
from desktop.domain.flow.state import Place, Run
from desktop.domain.people import Partner

LEAST_GIVEN: Final = 5_000
"""Less than this is not worth giving back."""


class TimedStep(msgspec.Struct, frozen=True, kw_only=True):
    """A step whose length can be changed, in the turns of one speaker or in nobody's.

    ``heading`` is the title of its part.
    """

    step_id: str
    heading: str
    title: str
    speaker: Partner | None
    length: int


def is_timed(step: Step) -> bool:
    """Whether a step has a planned end."""
    return step.timer is not None and step.timer.kind != "open"


def length_of(run: Run, step: Step, speaker: Partner | None) -> int | None:
    """The length of a step in a speaker's turns; None without a planned end."""
    if step.timer is None or not is_timed(step):
        return None
    for given in (speaker, None):
        for length in run.lengths:
            if length.step_id == step.id and length.speaker is given:
                return length.milliseconds
    return step.timer.seconds * 1000


def planned_at(run: Run, place: Place) -> int | None:
    """What is planned for the next stay at a place; None without an end.

    With equal time it is at least what the speaker lacks of the other one's time in this step.
    """
    speaker = holder(run, place)
    length = length_of(run, _step(run, place), speaker)
    if length is None or speaker is None or not run.equal_time:
        return length
    return max(length, lacking(run, place))


def planned_in_turn(run: Run, place: Place) -> int | None:
    """What is planned for a step in the whole of a turn, whatever was taken of it already."""
    speaker = holder(run, place)
    length = length_of(run, _step(run, place), speaker)
    if length is None or speaker is None or not run.equal_time or not _is_speakers(run, place):
        return length
    return max(length, taken(run, place, speaker.other))


def lacking(run: Run, place: Place) -> int:
    """How much less than the other one the speaker has had in a step of this round, or nought.

    Only steps that the speaker does count, in a part that gives each a turn. The stay that is
    going on does not count.
    """
    speaker = holder(run, place)
    if speaker is None or not _is_speakers(run, place):
        return 0
    return max(0, taken(run, place, speaker.other) - taken(run, place, speaker))


def taken(run: Run, place: Place, partner: Partner) -> int:
    """What a partner has had as the speaker in a step of this round, without the open stay."""
    return sum(
        time.milliseconds
        for time in run.times
        if time.holder is partner
        and (time.place.part, time.place.round, time.place.step)
        == (place.part, place.round, place.step)
    )


def to_give_back(run: Run) -> int:
    """What the open step would have to be longer, so that its speaker gets the other's time."""
    if run.place is None or run.clock.planned is None:
        return 0
    missing = lacking(run, run.place) - run.clock.planned
    return missing if missing >= LEAST_GIVEN else 0


def timed_steps(run: Run) -> tuple[TimedStep, ...]:
    """All steps that have a planned end, in order, in a part with turns once for each speaker."""
    found: dict[tuple[str, Partner | None], TimedStep] = {}
    turn: Place | None = START
    while turn is not None:
        part, speaker = part_at(run.exercise, turn), holder(run, turn)
        for step in part.steps:
            length = length_of(run, step, speaker)
            if length is not None:
                found.setdefault(
                    (step.id, speaker),
                    TimedStep(
                        step_id=step.id,
                        heading=part.title,
                        title=step.title,
                        speaker=speaker,
                        length=length,
                    ),
                )
        turn = next_turn(run.exercise, turn)
    return tuple(found.values())


def _is_speakers(run: Run, place: Place) -> bool:
    each = part_at(run.exercise, place).turns is Turns.EACH
    return each and _step(run, place).actor is Actor.SPEAKER


def _step(run: Run, place: Place) -> Step:
    return part_at(run.exercise, place).steps[place.step]
