"""Where an exercise goes next, and who holds the floor there."""

from desktop.domain.exercise.format import Actor, Exercise, Part, Turns
from desktop.domain.exercise.paths import END, following, index_of
from desktop.domain.flow.state import Place, Run
from desktop.domain.people import Partner

START = Place(0, 0, 0, 0)


def part_at(exercise: Exercise, place: Place) -> Part:
    """The part in which a place lies."""
    return exercise.parts[place.part]


def holder(run: Run, place: Place | None = None) -> Partner | None:
    """Who has the floor at a place (by default where the run stands), or None if nobody has."""
    place = run.place if place is None else place
    if place is None:
        return None
    part = part_at(run.exercise, place)
    match part.turns:
        case Turns.TOGETHER:
            return None
        case Turns.FIRST:
            return run.first
        case Turns.SECOND:
            return run.first.other
        case Turns.EACH:
            begins = run.first.other if part.alternate and place.round % 2 else run.first
            if (place.part, place.round) in run.swapped:
                begins = begins.other
            return begins if place.turn == 0 else begins.other


def actors(actor: Actor, speaker: Partner | None) -> tuple[Partner, ...]:
    """Who does a step while ``speaker`` has the floor, if anybody has."""
    match actor:
        case Actor.GUIDE:
            return ()
        case Actor.SPEAKER if speaker is not None:
            return (speaker,)
        case Actor.LISTENER if speaker is not None:
            return (speaker.other,)
        case _:
            return (Partner.A, Partner.B)


def next_step(exercise: Exercise, place: Place) -> Place | None:
    """The next place within the same turn, or None at its end."""
    index = following(part_at(exercise, place), place.step)
    return None if index == END else Place(place.part, place.round, place.turn, index)


def step_named(exercise: Exercise, place: Place, step_id: str) -> Place:
    """The place of a step in the same turn."""
    index = index_of(part_at(exercise, place), step_id)
    return Place(place.part, place.round, place.turn, index)


def next_turn(exercise: Exercise, place: Place) -> Place | None:
    """The first step of the turn after this one, or None when the exercise is over."""
    part = part_at(exercise, place)
    if part.turns is Turns.EACH and place.turn == 0:
        return Place(place.part, place.round, 1, 0)
    if place.round + 1 < part.rounds:
        return Place(place.part, place.round + 1, 0, 0)
    if place.part + 1 < len(exercise.parts):
        return Place(place.part + 1, 0, 0, 0)
    return None


def turn_start(place: Place, turn: int) -> Place:
    """The first step of a turn in the same round."""
    return Place(place.part, place.round, turn, 0)
