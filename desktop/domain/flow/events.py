"""What can happen in a session.

A session is an append-only list of these. An event carries all that is needed to fold it later:
an exercise, card or word is kept in the words that were shown.
"""

from enum import StrEnum
from typing import Annotated, Final, TypeAlias

import msgspec

from desktop.domain.emotions import WordPath
from desktop.domain.exercise.format import EntryGate, Exercise
from desktop.domain.people import Partner

EVENT_VERSION: Final = 1
"""The newest form of events that this Turnstone knows."""


class Stamp(msgspec.Struct, frozen=True):
    """When an event happened.

    ``wall`` is milliseconds since 1970, UTC, as the computer's clock told it; it is shown and
    never reckoned with. ``run`` is milliseconds in which this session was open on a machine that
    was awake; it never goes back, and all timers are reckoned with it.
    """

    wall: int
    run: int


class GuideMove(StrEnum):
    """What the guide can do at any time. A smaller piece leads back to where the speaker began."""

    BACK = "back"
    SMALLER_PIECE = "smaller-piece"
    SKIP = "skip"
    SWAP = "swap"
    END = "end"


class BreakKind(StrEnum):
    """A break has an agreed time of return; a settle pause lasts 1 to 10 minutes."""

    BREAK = "break"
    SETTLE = "settle"


class ShownWord(msgspec.Struct, frozen=True, kw_only=True):
    """A wheel word as it was shown when it was picked.

    A person's own word has the path ids ("own", folded text) and the labels ("Own word", text), the
    first of them in the language shown; ``family_label`` is that one too, and it has no definition.
    """

    path: WordPath
    family_label: str
    definition: str = ""


class ShownCard(msgspec.Struct, frozen=True, kw_only=True):
    """A card as it was shown when it was drawn."""

    deck_id: str
    deck_title: str
    id: str
    text: str
    follow_up: str = ""


class PlannedExercise(msgspec.Struct, frozen=True, kw_only=True):
    """An exercise that is to come: its id in the library, and the title it had when chosen."""

    id: str
    title: str


class ChosenWord(msgspec.Struct, frozen=True, kw_only=True):
    """A word in a covered answer, with its intensity from 1 (faint) to 5 (strong)."""

    word: ShownWord
    intensity: int = 3


SealedAnswer: TypeAlias = str | int | tuple[ChosenWord, ...] | None
"""A text or a choice, a rating from 1 to 5, words of the wheel, or None: rather not say.

No words at all, the empty tuple, is "I don't know", which is an answer.
"""


def _tag(name: str) -> str:
    """``FloorPassed`` is stored as ``floor-passed``."""
    return "".join(f"-{c.lower()}" if c.isupper() else c for c in name).removeprefix("-")


class Event(msgspec.Struct, frozen=True, kw_only=True, tag_field="kind", tag=_tag):
    """The root of all events. ``id`` is a random hexadecimal word, ``version`` that of the kind."""

    id: str
    at: Stamp
    version: Annotated[int, msgspec.Meta(ge=1, le=EVENT_VERSION)] = EVENT_VERSION


class SessionBegan(Event, frozen=True, kw_only=True):
    """Two people sat down with a topic."""

    name_a: str
    name_b: str
    topic: str


class ExerciseBegan(Event, frozen=True, kw_only=True):
    """An exercise was begun, with the words it had that day; ``first`` speaks first."""

    exercise: Exercise
    first: Partner


class AgendaChosen(Event, frozen=True, kw_only=True):
    """What is to come after the exercise that is open, in this order; it replaces what was."""

    exercises: tuple[PlannedExercise, ...]


class EntryConfirmed(Event, frozen=True, kw_only=True):
    """One entry gate was answered with yes, by both."""

    gate: EntryGate


class StepFinished(Event, frozen=True, kw_only=True):
    """The step was done; the next one begins. At a gate this is refused."""


class FloorPassed(Event, frozen=True, kw_only=True):
    """The speaker passed the floor on."""


class Confirmed(Event, frozen=True, kw_only=True):
    """The speaker said "yes, that's it"."""


class NotQuite(Event, frozen=True, kw_only=True):
    """The speaker said "not quite"."""


class MoreAnswered(Event, frozen=True, kw_only=True):
    """The speaker answered "is there more?"."""

    more: bool


class TimeRanOut(Event, frozen=True, kw_only=True):
    """A hard timer came to its end."""


class GuideMoved(Event, frozen=True, kw_only=True):
    """The guide led the session elsewhere."""

    move: GuideMove


class Paused(Event, frozen=True, kw_only=True):
    """The timer was stopped."""


class Resumed(Event, frozen=True, kw_only=True):
    """The timer goes on."""


class TimeAdded(Event, frozen=True, kw_only=True):
    """The planned time of the current step was made longer by so many milliseconds.

    A negative number made it shorter.
    """

    milliseconds: int


class LengthSet(Event, frozen=True, kw_only=True):
    """A timed step was given another planned time, in milliseconds, now and from now on.

    ``speaker`` says in whose turns; None is in both, or where nobody has the floor.
    """

    step_id: str
    milliseconds: int
    speaker: Partner | None = None


class EqualTimeChosen(Event, frozen=True, kw_only=True):
    """From now on whoever speaks second gets at least the time the first one took, or no more."""

    on: bool


class BreakCalled(Event, frozen=True, kw_only=True):
    """One of them asked for a pause; ``until`` is the agreed wall time, ms since 1970, UTC."""

    pause: BreakKind
    until: int


class ReturnAgreed(Event, frozen=True, kw_only=True):
    """They agreed on this time of return, earlier or later than the one that was set.

    It can be given again until the return is asked about, and is no extension.
    """

    until: int


class ReturnAsked(Event, frozen=True, kw_only=True):
    """Both were asked whether they are ready: the agreed time came, or somebody came back."""


class ReturnPutOff(Event, frozen=True, kw_only=True):
    """Not both were ready, and the agreed time is still ahead: the break goes on as it was."""


class BreakExtended(Event, frozen=True, kw_only=True):
    """They agreed on a later time of return, which can be done once."""

    until: int


class BreakEnded(Event, frozen=True, kw_only=True):
    """Both are back, at the step they had left."""


class WordPicked(Event, frozen=True, kw_only=True):
    """A partner picked a word, or gave a picked one another intensity (1 to 5)."""

    partner: Partner
    word: ShownWord
    intensity: int = 3
    under: str = ""
    """The path id of the picked word that this one was found under; empty for any other."""


class WordDropped(Event, frozen=True, kw_only=True):
    """A partner took a picked word back; ``path`` is its path id."""

    partner: Partner
    path: str


class WordsCleared(Event, frozen=True, kw_only=True):
    """A partner took all picked words back at once, or "I don't know"."""

    partner: Partner


class NotKnown(Event, frozen=True, kw_only=True):
    """A partner said "I don't know" where words are picked; the next word takes its place."""

    partner: Partner


class CardDrawn(Event, frozen=True, kw_only=True):
    """A card was drawn, and was shown until the next one or until it was put away."""

    card: ShownCard
    partner: Partner | None = None


class CardKept(Event, frozen=True, kw_only=True):
    """The card that is shown was kept for the review."""


class CardPutAway(Event, frozen=True, kw_only=True):
    """The card that is shown went back into the pile."""


class HandedOver(Event, frozen=True, kw_only=True):
    """A partner was given the laptop, to answer the open step or to guess alone.

    ``item`` names the question as in ``Sealed``. With no ``partner`` it was put back without a new
    answer, after both had answered.
    """

    item: str
    partner: Partner | None = None


class Written(Event, frozen=True, kw_only=True):
    """The answer of a write or choose step, or with a ``rating`` from 1 to 5 of a rate step."""

    partner: Partner
    step_id: str
    text: str
    rating: int | None = None


class Sealed(Event, frozen=True, kw_only=True):
    """A partner's answer that stays covered until both have answered.

    ``item`` names the question: the place of a step, ``understood`` in the review, or ``guess.0``
    and so on for a guess, which is one partner's alone. ``answer`` is None when the partner chose
    not to answer, and where it was taken out of the vault because nobody was ever to see it.
    """

    item: str
    partner: Partner
    answer: SealedAnswer


class Revealed(Event, frozen=True, kw_only=True):
    """Both sealed answers to a question were shown, or a guess."""

    item: str


class SealAbandoned(Event, frozen=True, kw_only=True):
    """A question or a guess was given up before the reveal: what was answered to it is gone."""

    item: str


class TakeawayTicked(Event, frozen=True, kw_only=True):
    """The owner of a takeaway said whether it may be printed."""

    partner: Partner
    may_print: bool


class SessionFinished(Event, frozen=True, kw_only=True):
    """The session is over."""


class Undone(Event, frozen=True, kw_only=True):
    """The newest event that can be undone was taken back; ``event_id`` is its id."""

    event_id: str


AnyEvent: TypeAlias = (
    SessionBegan
    | ExerciseBegan
    | AgendaChosen
    | EntryConfirmed
    | StepFinished
    | FloorPassed
    | Confirmed
    | NotQuite
    | MoreAnswered
    | TimeRanOut
    | GuideMoved
    | Paused
    | Resumed
    | TimeAdded
    | LengthSet
    | EqualTimeChosen
    | BreakCalled
    | ReturnAgreed
    | ReturnAsked
    | ReturnPutOff
    | BreakExtended
    | BreakEnded
    | WordPicked
    | WordDropped
    | WordsCleared
    | NotKnown
    | CardDrawn
    | CardKept
    | CardPutAway
    | HandedOver
    | Written
    | Sealed
    | Revealed
    | SealAbandoned
    | TakeawayTicked
    | SessionFinished
    | Undone
)


def kind_of(event: AnyEvent) -> str:
    """The kind under which an event is stored, such as ``floor-passed``."""
    return _tag(type(event).__name__)


_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[AnyEvent] = msgspec.json.Decoder(AnyEvent)


def encode(event: AnyEvent) -> bytes:
    """An event as JSON, the form in which it is stored."""
    return _encoder.encode(event)


def decode(stored: bytes) -> AnyEvent:
    """The event that was stored.

    Raises:
        msgspec.ValidationError: the bytes are no event of a known kind and version.
    """
    return _decoder.decode(stored)
