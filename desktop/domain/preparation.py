"""A session that was prepared beforehand, until it begins."""

import msgspec

from desktop.domain.flow.events import PlannedExercise
from desktop.domain.people import Partner


class Preparation(msgspec.Struct, frozen=True, kw_only=True):
    """What was chosen for a session to come, and nothing that anybody said.

    ``exercises`` are in the order in which they are to come, ``first`` speaks first. ``kept_at``
    is in milliseconds since 1970, UTC.
    """

    id: str
    couple_id: str
    topic: str
    exercises: tuple[PlannedExercise, ...]
    first: Partner
    kept_at: int
