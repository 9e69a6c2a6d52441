"""What someone at a screen of the room can ask for."""

from enum import StrEnum


class Ask(StrEnum):
    """One wish of a person in the room. The screens send it; whoever drives the session acts."""

    ENTRY_YES = "entry-yes"
    CONFIRM = "confirm"
    NOT_QUITE = "not-quite"
    MORE = "more"
    NO_MORE = "no-more"
    PASS_FLOOR = "pass-floor"  # noqa: S105, the floor is no password
    NEXT_STEP = "next-step"
    BACK = "back"
    PAUSE = "pause"
    RESUME = "resume"
    ADD_MINUTE = "add-minute"
    BREAK = "break"
    SETTLE = "settle"
    RETURN = "return"
    LATER_RETURN = "later-return"
    DRAW_CARD = "draw-card"
    KEEP_CARD = "keep-card"
    HAND_OVER = "hand-over"
    TURN_ROUND = "turn-round"
    PUT_CARD_AWAY = "put-card-away"
    WHEEL = "wheel"
    SKIP = "skip"
    SWAP = "swap"
    END = "end"
    UNDO = "undo"
    BLANK = "blank"
    LOCK = "lock"
    SWAP_SCREENS = "swap-screens"
