"""Why the flow can say no to an event."""

from enum import StrEnum

from desktop.domain.errors import MoveRefusedError


class Refusal(StrEnum):
    """The reason of a MoveRefusedError."""

    NOT_BEGUN = "not-begun"
    ALREADY_BEGUN = "already-begun"
    FINISHED = "finished"
    EXERCISE_OPEN = "exercise-open"
    NO_STEP = "no-step"
    NO_FLOOR = "no-floor"
    NO_WAY_BACK = "no-way-back"
    NO_SUCH_GATE = "no-such-gate"
    NOT_ASKED = "not-asked"
    WAITS_FOR_SPEAKER = "waits-for-speaker"
    WAITS_FOR_ANSWERS = "waits-for-answers"
    NOT_UNDERSTOOD = "not-understood"
    ON_BREAK = "on-break"
    NOT_ON_BREAK = "not-on-break"
    ALREADY_EXTENDED = "already-extended"
    RETURN_ASKED = "return-asked"
    RETURN_TIME = "return-time"
    PAUSED = "paused"
    NOT_PAUSED = "not-paused"
    NO_PLANNED_TIME = "no-planned-time"
    NO_TIME_TO_TAKE = "no-time-to-take"
    NO_SUCH_STEP = "no-such-step"
    LENGTH = "length"
    NO_HARD_TIMER = "no-hard-timer"
    TIME_IS_LEFT = "time-is-left"
    NOT_PICKED = "not-picked"
    PICKED = "picked"
    SAID_ALREADY = "said-already"
    INTENSITY = "intensity"
    NO_CARD = "no-card"
    UNFIT_ANSWER = "unfit-answer"
    ALREADY_REVEALED = "already-revealed"
    NOTHING_TO_UNDO = "nothing-to-undo"


def refuse(reason: Refusal) -> MoveRefusedError:
    """The error that says why."""
    return MoveRefusedError(reason)
