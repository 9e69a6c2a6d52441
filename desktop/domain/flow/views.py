"""What each screen may see of a session. The stage's view has no field for anything private."""

from enum import StrEnum

import msgspec

from desktop.domain.exercise.format import EntryGate, StepKind
from desktop.domain.flow.events import ChosenWord, PlannedExercise, ShownCard
from desktop.domain.people import Partner


class StageMode(StrEnum):
    """Which picture the stage shows."""

    WAITING = "waiting"
    ENTRY = "entry"
    TURN = "turn"
    TOGETHER = "together"
    ANSWERING = "answering"
    ANSWERS = "answers"
    BREAK = "break"
    RETURN = "return"
    ENDED = "ended"


class GateView(msgspec.Struct, frozen=True, kw_only=True):
    """The question that the speaker is asked now.

    ``kind`` is ``check`` ("Yes, that's it" / "Not quite") or ``more`` ("Yes, there is more" /
    "No, that's all").
    """

    kind: StepKind
    question: str
    hint: str


class TimerView(msgspec.Struct, frozen=True, kw_only=True):
    """A step's time, in milliseconds of run time.

    ``planned`` is None for a step without an end. ``spent`` was true at the run time ``as_of``
    and grows from there while ``running``. ``warn`` is how long before the end the ring changes, 0
    for never.
    """

    planned: int | None
    spent: int
    as_of: int
    running: bool
    warn: int = 0

    def spent_at(self, run: int) -> int:
        """Milliseconds spent in the step at a run time."""
        return self.spent + (max(0, run - self.as_of) if self.running else 0)

    def left_at(self, run: int) -> int | None:
        """Milliseconds left, negative in overtime; None without a planned end."""
        return None if self.planned is None else self.planned - self.spent_at(run)

    def is_warned_at(self, run: int) -> bool:
        """Whether the planned time is nearly over, but not yet.

        A step that was made very short is nearly over in its second half.
        """
        left = self.left_at(run)
        return left is not None and 0 < left <= min(self.warn, (self.planned or 0) // 2)


class ReturnView(msgspec.Struct, frozen=True, kw_only=True):
    """Coming back from a break. Times are wall times in ms since 1970, UTC.

    ``asked`` says that both are being asked whether they are ready, ``early`` that the agreed time
    is still ahead, ``agreed`` that both chose it. ``times`` can be chosen by one press; any other
    from ``earliest`` to ``latest`` where these are given.
    """

    asked: bool = False
    early: bool = True
    agreed: bool = False
    times: tuple[int, ...] = ()
    earliest: int | None = None
    latest: int | None = None


class AnswerView(msgspec.Struct, frozen=True, kw_only=True):
    """One partner's answer, once both may see it. Nothing in it: this one would rather not say.

    ``unknown`` is "I don't know", said where words are chosen.
    """

    partner: Partner
    text: str = ""
    rating: int | None = None
    words: tuple[ChosenWord, ...] = ()
    unknown: bool = False


class AskedView(msgspec.Struct, frozen=True, kw_only=True):
    """What the open step asks a partner, or both, to put in.

    ``with_partner`` has the laptop, or is to be given it. ``covered`` says that both have answered
    and nobody has seen it; there are ``answers`` only once all may see them.
    """

    kind: StepKind
    sealed: bool
    with_partner: Partner | None = None
    covered: bool = False
    answers: tuple[AnswerView, ...] = ()


class StageView(msgspec.Struct, frozen=True, kw_only=True):
    """All that the couple's screen is ever given.

    ``holder`` has the floor; None when nobody has. ``step_number`` counts from 1 within the turn.
    The texts are ready to show, with names filled in. During a break ``back_at`` is the time of
    return and ``returning`` what there is to it; ``can_extend`` says that it may still be put off.
    ``words`` are those that each has picked, while both look at them.
    """

    mode: StageMode
    name_a: str
    name_b: str
    topic: str = ""
    exercise_title: str = ""
    holder: Partner | None = None
    step_kind: StepKind | None = None
    step_title: str = ""
    step_number: int = 0
    step_count: int = 0
    speaker_text: str = ""
    listener_text: str = ""
    both_text: str = ""
    hint: str = ""
    gate: GateView | None = None
    timer: TimerView | None = None
    paused: bool = False
    back_at: int | None = None
    settle: bool = False
    can_extend: bool = False
    returning: ReturnView | None = None
    card: ShownCard | None = None
    pass_to: Partner | None = None
    entry_gate: EntryGate | None = None
    asked: AskedView | None = None
    words: tuple[AnswerView, ...] = ()

    def name(self, partner: Partner) -> str:
        """The name of one partner."""
        return self.name_a if partner is Partner.A else self.name_b


class StepState(StrEnum):
    """Whether a step of the list was done, is open now, or is still ahead."""

    DONE = "done"
    NOW = "now"
    AHEAD = "ahead"


class StepLine(msgspec.Struct, frozen=True, kw_only=True):
    """One line in the console's list of steps. Times are milliseconds.

    ``heading`` is the title of the part, and ``turn_of`` says whose turn it is there.
    """

    heading: str
    turn_of: Partner | None
    title: str
    actor: tuple[Partner, ...]
    state: StepState
    spent: int
    planned: int | None


class Moves(msgspec.Struct, frozen=True, kw_only=True):
    """Which controls can be pressed now; ``waits_for`` says who the floor waits for.

    ``give_back`` are the milliseconds by which the open step is shorter than what the other
    partner took in it, 0 where nothing is to be given back.
    ``hand_over`` is who answers the open step first, ``turn_round`` who may do so instead.
    """

    next_step: bool = False
    back: bool = False
    confirm: bool = False
    more: bool = False
    pass_floor: bool = False
    pause: bool = False
    resume: bool = False
    add_minute: bool = False
    take_minute: bool = False
    change_times: bool = False
    give_back: int = 0
    take_break: bool = False
    end_exercise: bool = False
    smaller_piece: bool = False
    skip: bool = False
    swap: bool = False
    undo: bool = False
    draw_card: bool = False
    wheel: bool = False
    agenda: bool = False
    hand_over: Partner | None = None
    turn_round: Partner | None = None
    waits_for: Partner | None = None


class ConsoleView(msgspec.Struct, frozen=True, kw_only=True):
    """What the therapist's screen is given, beside the stage's own view. Notes come apart.

    ``floor_a`` and ``floor_b`` are the milliseconds in which each held the floor, ``so_far``
    those of the whole session. ``undo_kind`` is the kind of event that an undo takes back, such
    as ``floor-passed``, or empty. ``agenda`` is what comes after this exercise.
    """

    stage: StageView
    steps: tuple[StepLine, ...]
    moves: Moves
    floor_a: int
    floor_b: int
    floor_running: Partner | None
    guide_hint: str
    offer_smaller_piece: bool
    so_far: int
    undo_kind: str = ""
    agenda: tuple[PlannedExercise, ...] = ()
