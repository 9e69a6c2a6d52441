"""The format of an exercise.

An exercise is a list of parts. In a part with ``turns = "each"`` the two partners go through the
steps one after the other, first one as the speaker and then the other; in a part with
``turns = "together"`` nobody holds the floor. Steps lead to the next one in the file unless
``next``, ``back-to`` or a gate says otherwise.
"""

from enum import StrEnum
from typing import Literal

import msgspec


class Actor(StrEnum):
    """Who does a step."""

    SPEAKER = "speaker"
    LISTENER = "listener"
    BOTH = "both"
    GUIDE = "guide"


class StepKind(StrEnum):
    """What there is to do in a step."""

    SPEAK = "speak"
    MIRROR = "mirror"
    CHECK = "check"
    MORE = "more"
    VALIDATE = "validate"
    EMPATHISE = "empathise"
    WHEEL = "wheel"
    CARD = "card"
    RATE = "rate"
    WRITE = "write"
    CHOOSE = "choose"
    BREATHE = "breathe"
    TALK = "talk"
    SILENCE = "silence"
    PASS = "pass"  # noqa: S105  the floor is passed; no password


class Turns(StrEnum):
    """Who takes a turn as the speaker in a part."""

    EACH = "each"
    FIRST = "first"
    SECOND = "second"
    TOGETHER = "together"


class Where(StrEnum):
    """Where an exercise may be offered."""

    ANYWHERE = "anywhere"
    PRACTICE_ONLY = "practice-only"
    HOME_WITH_PLAN = "home-with-plan"


class EntryGate(StrEnum):
    """What must hold before an exercise begins."""

    CALM = "calm"
    APPOINTMENT = "appointment"
    SCREENING = "screening"
    UNDERSTOOD = "understood"


class _Content(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"
):
    """What all tables of the format share: kebab-case names, and no field that is not known."""


class Timer(_Content, frozen=True, kw_only=True):
    """How long a step is meant to take.

    ``soft`` shows that the time is over and waits, ``hard`` moves on, ``open`` only counts.
    ``seconds`` is 0 for an open timer. ``warn`` is how many seconds before the end the ring
    changes; 0 for no warning.
    """

    kind: Literal["soft", "hard", "open"]
    seconds: int = 0
    warn: int = 0


class StageText(_Content, frozen=True, kw_only=True):
    """What the stage says in a step, for each role.

    ``{speaker}``, ``{listener}`` and ``{topic}`` stand for the two names and the topic, also in
    the guide's hint of the step.
    """

    speaker: str = ""
    listener: str = ""
    both: str = ""
    hint: str = ""


class Step(_Content, frozen=True, kw_only=True):
    """One thing to do.

    ``next`` names the step that follows, or ``end`` for the end of the turn; without it the next
    one of the file follows. ``back_to`` is where "not quite" (check) or "there is more" (more)
    leads. ``deck`` names the deck of a card step, and ``same_card`` lets the second speaker of a
    round answer the card that the first one drew. ``choices`` are the options of a choose step;
    instead of them ``choices_from`` names a write step before it, each line of which is one.
    ``sealed`` asks both for an answer that stays covered until both have given it.
    ``take_home`` is how the handout tells the step; a step without it is left out there.
    """

    id: str
    kind: StepKind
    actor: Actor
    title: str
    text: StageText
    guide: str = ""
    take_home: str = ""
    timer: Timer | None = None
    next: str | None = None
    back_to: str | None = None
    deck: str | None = None
    same_card: bool = False
    choices: tuple[str, ...] = ()
    choices_from: str | None = None
    sealed: bool = False


class Part(_Content, frozen=True, kw_only=True):
    """Steps that are gone through once per turn, ``rounds`` times over.

    In a ``gated`` part the floor passes only after the speaker said "yes, that's it". With
    ``alternate`` the one who speaks second in a round speaks first in the next.
    """

    id: str
    title: str
    turns: Turns
    steps: tuple[Step, ...]
    rounds: int = 1
    gated: bool = False
    alternate: bool = False


class Form(_Content, frozen=True, kw_only=True):
    """A shorter or longer form of an exercise, offered beside it under a title of its own.

    Its id is that of the exercise, a hyphen and ``id``. ``rounds`` by the id of a part replaces
    those of the part, and 0 leaves it out; ``seconds`` by the id of a step replaces those of its
    timer. All words stay the same.
    """

    id: str
    title: str
    minutes: tuple[int, int]
    rounds: dict[str, int] = {}
    seconds: dict[str, int] = {}


class Exercise(_Content, frozen=True, kw_only=True):
    """A whole exercise, in one language.

    ``minutes`` is the usual least and most. ``unequal_turns`` says that it is on purpose that
    one partner gets more turns than the other.
    """

    format: int
    id: str
    language: str
    title: str
    summary: str
    minutes: tuple[int, int]
    where: Where
    lineage: str
    not_when: str
    parts: tuple[Part, ...]
    evidence: str = ""
    aims: tuple[str, ...] = ()
    entry: tuple[EntryGate, ...] = ()
    unequal_turns: bool = False
    forms: tuple[Form, ...] = ()
