"""What a new session can be made of, and what was chosen."""

from dataclasses import dataclass
from typing import TypeAlias

from desktop.domain.flow.events import PlannedExercise
from desktop.domain.people import Couple, Partner
from desktop.domain.session import Setting

Minutes: TypeAlias = tuple[int, int]
"""The usual least and most."""


@dataclass(frozen=True, kw_only=True)
class ExerciseLine:
    """An exercise to choose."""

    id: str
    title: str
    summary: str
    minutes: Minutes


@dataclass(frozen=True, kw_only=True)
class SessionChoices:
    """What is there to choose from; all that has a default is chosen beforehand.

    ``preparation_id`` is the prepared session that is shown, ``missing`` the titles in it that are
    not in the library any more.
    """

    setting: Setting
    couples: tuple[Couple, ...]
    exercises: tuple[ExerciseLine, ...]
    couple_id: str | None = None
    exercise_id: str | None = None
    topic: str = ""
    then: tuple[PlannedExercise, ...] = ()
    first: Partner = Partner.A
    preparation_id: str | None = None
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SessionWish:
    """What was chosen.

    ``couple_id`` is None for two people not known yet, whose names then are ``name_a`` and
    ``name_b``. ``screened`` says that the therapist confirmed now that each was screened alone.
    ``then`` comes after the first exercise; ``preparation_id`` is the prepared session of all this.
    """

    couple_id: str | None
    name_a: str
    name_b: str
    topic: str
    exercise_id: str
    first: Partner
    screened: bool
    then: tuple[PlannedExercise, ...] = ()
    preparation_id: str | None = None
