"""What a new session can be made of, and what was chosen."""

from dataclasses import dataclass

from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting


@dataclass(frozen=True, kw_only=True)
class ExerciseLine:
    """An exercise to choose. ``minutes`` is the usual least and most."""

    id: str
    title: str
    summary: str
    minutes: tuple[int, int]


@dataclass(frozen=True, kw_only=True)
class SessionChoices:
    """What is there to choose from; ``couple_id`` and ``exercise_id`` are chosen beforehand."""

    setting: Setting
    couples: tuple[Couple, ...]
    exercises: tuple[ExerciseLine, ...]
    couple_id: str | None = None
    exercise_id: str | None = None


@dataclass(frozen=True, kw_only=True)
class SessionWish:
    """What was chosen.

    ``couple_id`` is None for two people not known yet, whose names then are ``name_a`` and
    ``name_b``. ``screened`` says that the therapist confirmed now that each was screened alone.
    """

    couple_id: str | None
    name_a: str
    name_b: str
    topic: str
    exercise_id: str
    first: Partner
    screened: bool
