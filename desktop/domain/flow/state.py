"""The state of a session: what its events fold to. All of it is immutable."""

from enum import StrEnum

import msgspec
from msgspec.structs import replace

from desktop.domain.exercise.format import EntryGate, Exercise, Step
from desktop.domain.flow.events import BreakKind, PlannedExercise, Sealed, ShownCard, Stamp
from desktop.domain.people import Partner
from desktop.domain.picks import Pick


class Place(msgspec.Struct, frozen=True, order=True):
    """Where a run stands. All count from 0; ``turn`` is 0 or 1 within the round."""

    part: int
    round: int
    turn: int
    step: int


class Outcome(StrEnum):
    """How an exercise came to its end."""

    COMPLETED = "completed"
    ENDED_EARLY = "ended-early"


class StepClock(msgspec.Struct, frozen=True):
    """The time of one step, in milliseconds of run time.

    ``since`` is the run time at which it was last set going; None while it stands still.
    ``planned`` is None for a step without an end; ``added`` is how much of it was put on, or with
    a negative number taken off, since the step was entered.
    """

    planned: int | None = None
    spent: int = 0
    since: int | None = None
    added: int = 0

    def spent_at(self, run: int) -> int:
        """Milliseconds spent up to a run time."""
        return self.spent if self.since is None else self.spent + max(0, run - self.since)

    def stopped(self, run: int) -> "StepClock":
        """The same clock, standing still from a run time on."""
        return replace(self, spent=self.spent_at(run), since=None)

    def going(self, run: int) -> "StepClock":
        """The same clock, set going at a run time."""
        return self if self.since is not None else replace(self, since=run)


class CheckAnswer(StrEnum):
    """What the speaker answered to "did they get it?"."""

    YES = "yes"
    NOT_QUITE = "not-quite"


class StepTime(msgspec.Struct, frozen=True, kw_only=True):
    """A stay in a step: how long it was, who held the floor, and how a check was answered."""

    place: Place
    milliseconds: int
    holder: Partner | None
    answer: CheckAnswer | None = None


class Visit(msgspec.Struct, frozen=True):
    """A step that was left, with what "back" needs to stand there again."""

    place: Place
    cleared: bool
    not_quite: int


class SetLength(msgspec.Struct, frozen=True, kw_only=True):
    """The planned time (ms) that a step was given, for one speaker or, with None, for both."""

    step_id: str
    speaker: Partner | None
    milliseconds: int


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One exercise of a session.

    ``place`` is None while entry gates are open and once the exercise is over. ``cleared`` says
    that the speaker of this turn was understood, or that the guide led past the check.
    ``not_quite`` counts those in a row. ``swapped`` holds the (part, round) pairs in which the
    other partner speaks first. ``lengths`` are those that differ from the exercise's own;
    ``equal_time`` says that the second speaker gets at least what the first one took.
    """

    exercise: Exercise
    first: Partner
    entry: tuple[EntryGate, ...]
    place: Place | None = None
    clock: StepClock = StepClock()
    cleared: bool = False
    not_quite: int = 0
    trail: tuple[Visit, ...] = ()
    swapped: frozenset[tuple[int, int]] = frozenset()
    times: tuple[StepTime, ...] = ()
    outcome: Outcome | None = None
    lengths: tuple[SetLength, ...] = ()
    equal_time: bool = False

    @property
    def step(self) -> Step | None:
        """The step that is open now."""
        if self.place is None:
            return None
        return self.exercise.parts[self.place.part].steps[self.place.step]


class Pause(msgspec.Struct, frozen=True, kw_only=True):
    """A break or settle pause that is going on. Wall times are ms since 1970, UTC.

    ``since`` is when it was called, or extended. ``agreed`` says that both chose ``until``, and
    ``asked`` that they were asked whether they are ready.
    """

    kind: BreakKind
    until: int
    since: int = 0
    agreed: bool = False
    asked: bool = False
    extended: bool = False


class KeptCard(msgspec.Struct, frozen=True, kw_only=True):
    """A card that was kept, and who had drawn it."""

    card: ShownCard
    partner: Partner | None


class WrittenAnswer(msgspec.Struct, frozen=True, kw_only=True):
    """What a partner wrote, chose or rated in a step; ``item`` names the place of the step."""

    run: int
    step_id: str
    partner: Partner
    text: str
    item: str = ""
    rating: int | None = None


class Handed(msgspec.Struct, frozen=True, kw_only=True):
    """Who has the laptop to answer a question alone, or is to be given it."""

    item: str
    partner: Partner


class Guess(msgspec.Struct, frozen=True, kw_only=True):
    """A guess at the other one's words: ``partner`` guesses, within the step named by ``step``.

    Its words are a covered answer to ``item``; while there is none, they are being chosen.
    """

    item: str
    partner: Partner
    step: str


class Core(msgspec.Struct, frozen=True, kw_only=True):
    """Everything about a session except what can be undone.

    ``runs`` holds the exercises in order, the open one last; ``agenda`` those that are to come.
    ``breaks`` counts the breaks, settle pauses apart. ``unknown`` holds who said "I don't know"
    where words are picked, which nobody with a picked word does. ``sealed`` is never shown to
    anyone before its item stands in ``revealed``. ``abandoned`` holds the questions of steps that
    were given up, so that the step may go on.
    """

    name_a: str = ""
    name_b: str = ""
    topic: str = ""
    began: bool = False
    finished: bool = False
    runs: tuple[Run, ...] = ()
    agenda: tuple[PlannedExercise, ...] = ()
    paused: bool = False
    pause: Pause | None = None
    breaks: int = 0
    picks: tuple[Pick, ...] = ()
    unknown: frozenset[Partner] = frozenset()
    card: KeptCard | None = None
    kept: tuple[KeptCard, ...] = ()
    drawn: tuple[tuple[str, str], ...] = ()
    written: tuple[WrittenAnswer, ...] = ()
    handed: Handed | None = None
    guess: Guess | None = None
    sealed: tuple[Sealed, ...] = ()
    revealed: tuple[str, ...] = ()
    abandoned: frozenset[str] = frozenset()
    may_print: frozenset[Partner] = frozenset()

    @property
    def run(self) -> Run | None:
        """The newest exercise, open or over."""
        return self.runs[-1] if self.runs else None

    @property
    def open_run(self) -> Run | None:
        """The exercise that is going on."""
        return self.runs[-1] if self.runs and self.runs[-1].outcome is None else None

    @property
    def guess_in_hand(self) -> bool:
        """Whether a partner has the laptop to guess."""
        guess = self.guess
        return guess is not None and all(sealed.item != guess.item for sealed in self.sealed)

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b


class Past(msgspec.Struct, frozen=True):
    """An event that can be undone, and what was there before it."""

    event_id: str
    kind: str
    before: Core


class State(msgspec.Struct, frozen=True, kw_only=True):
    """A session at one moment. ``past`` holds what can be undone, the newest last."""

    core: Core = Core()
    past: tuple[Past, ...] = ()
    at: Stamp = Stamp(0, 0)


EMPTY = State()
"""A session before its first event."""
