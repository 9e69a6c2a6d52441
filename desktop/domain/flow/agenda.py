"""What is still to come in a session: further exercises, in the order chosen."""

from msgspec.structs import replace

from desktop.domain.flow.events import AgendaChosen
from desktop.domain.flow.state import Core
from desktop.domain.people import Partner


def choose(core: Core, event: AgendaChosen) -> Core:
    """The session with another list of what is to come."""
    return replace(core, agenda=event.exercises)


def begun(core: Core, exercise_id: str) -> Core:
    """The session when an exercise begins: its first entry is to come no more."""
    ids = [planned.id for planned in core.agenda]
    if exercise_id not in ids:
        return core
    place = ids.index(exercise_id)
    return replace(core, agenda=core.agenda[:place] + core.agenda[place + 1 :])


def speaks_first_next(core: Core) -> Partner:
    """Who speaks first in the next exercise unless they choose: not the one of the last time."""
    return core.run.first.other if core.run is not None else Partner.A
