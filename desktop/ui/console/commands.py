"""What a key or a button of the room does, before it is known what that means right now."""

from enum import StrEnum


class Command(StrEnum):
    """A command of the room. Some depend on the moment: ``YES`` is an answer to any question."""

    PAUSE = "pause"
    NEXT_STEP = "next-step"
    BACK = "back"
    PASS_FLOOR = "pass-floor"  # noqa: S105  the floor is no password
    ADD_MINUTE = "add-minute"
    BREAK = "break"
    SETTLE = "settle"
    YES = "yes"
    NO = "no"
    RETURN = "return"
    LATER_RETURN = "later-return"
    CURTAIN = "curtain"
    WHEEL = "wheel"
    CARD = "card"
    END = "end"
    SKIP = "skip"
    SWAP = "swap"
    UNDO = "undo"
    KEY_SHEET = "key-sheet"
    PROGRESS_NOTE = "progress-note"
    PROCESS_NOTE = "process-note"
    STAMP = "stamp"
    MARK = "mark"
    MARK_OTHER = "mark-other"
    TAKE_MARK_BACK = "take-mark-back"
    MARKS_TO_NOTE = "marks-to-note"
    SWAP_SCREENS = "swap-screens"
    LOCK = "lock"
    HIDE = "hide"
